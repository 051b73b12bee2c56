import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy, type VerdictState } from '#libs/intent';
import { AnalysisJournal, type Store } from '#libs/store';
import { AnalysisCycle } from '../../apps/analyse/src/analysis.cycle.js';
import { appealOf } from '../../apps/analyse/src/feedback/appeal-of.js';
import { OperatorBoard } from '../../apps/analyse/src/feedback/operator-board.js';
import { OrderRound } from '../../apps/analyse/src/feedback/order-round.js';
import { storeAppeal } from '../../apps/analyse/src/feedback/store-appeal.js';
import { VerdictBook } from '../../apps/analyse/src/verdicts/verdict-book.js';
import { appendStep, START, STEP_MS } from '../faults/verdicts/attack-log.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';

const MISTAKE = '11.0.1.7';
const NOTED = '11.0.2.7';
const ATTACKERS = 4;
const clock = { now: () => START + 10 * STEP_MS, monotonic: () => performance.now() };

let clickhouse: TestClickHouse;
let store: Store;

/** Six seconds: two cycles, with what persons say between them. */
describe('what persons say about verdicts', () => {
  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    ({ store } = clickhouse);
    const journal = new AnalysisJournal(store);
    const book = new VerdictBook();
    const board = new OperatorBoard(store);
    const settings = {
      windowMs: 24 * 3_600_000,
      tenant: 'default',
      policy: () => defaultPolicy,
      board,
      lookAtPolicy: () => undefined,
    };
    const cycle = new AnalysisCycle(store, journal, book, settings, clock);
    const orders = new OrderRound(store, journal, book, cycle, settings);
    await cycle.resume();
    await runStep(cycle, 0);
    await say({ verdict: `default/address/${MISTAKE}`, reason: 'a customer', confirmed: true });
    await say({ verdict: NOTED, reason: 'perhaps a customer' });
    await orders.run();
    await runStep(cycle, 1);
    await orders.run();
  });

  afterAll(async () => {
    await clickhouse.stop();
  });

  it('lifts a confirmed mistake at once, and says why', async () => {
    const changes = await changesOf(MISTAKE);
    expect(changes.map(({ change }) => change)).toEqual(['condemned', 'lifted']);
    expect(JSON.parse(changes[1]?.message ?? '')).toMatchObject({ cause: 'appeal' });
  });

  it('does not condemn the same again for the same reasons', async () => {
    const [judged] = await store.query<{ looks: number; stance: string }>(
      `SELECT count() AS looks, argMax(stance, as_of) AS stance FROM visitor_judgements
       WHERE key_type = 'address' AND key = {key: String}`,
      { key: MISTAKE },
    );
    expect(judged).toEqual({ looks: 2, stance: 'malicious' });
    expect((await changesOf(MISTAKE)).at(-1)?.change).toBe('lifted');
  });

  it('lifts nothing for what is only noted, nor for anybody else', async () => {
    const [row] = await store.query<{ inForce: number }>(
      `SELECT count() AS inForce FROM verdict_current WHERE key_type = 'address' AND key != {key: String}`,
      { key: MISTAKE },
    );
    expect(row?.inForce).toBe(ATTACKERS - 1);
    expect((await changesOf(NOTED)).map(({ change }) => change)).not.toContain('lifted');
  });

  it('is taken up after a restart as it was decided last, also where that was about late lines', async () => {
    const journal = new AnalysisJournal(store);
    const { asOf, nextSequence: sequence } = await journal.resume();
    const stateOf = async (): Promise<VerdictState | undefined> =>
      (await journal.states(asOf)).find(({ key }) => key === NOTED);
    const before = await stateOf();
    if (before === undefined) throw new Error('a state was expected');
    const since = START + 1;
    const state = { ...before, revision: before.revision + 1, phase: 'lifted', since } as const;
    const verdict = { verdictId: randomUUID(), change: 'lifted', state, judgement: null };
    await journal.writeRound({
      asOf: since,
      snapshot: { name: '', tails: [], verdicts: 0, ownStatuses: [] },
      states: [state],
      verdicts: [{ ...verdict, sequence, messageKey: NOTED, message: '{}' }],
    });
    expect(await stateOf()).toMatchObject({ phase: 'lifted', revision: state.revision });
  });
});

/** As the feedback topic does with a message. */
async function say(message: object): Promise<void> {
  const appeal = appealOf(JSON.stringify(message));
  if (appeal === null) throw new Error('an appeal was expected');
  expect(await storeAppeal(store, { ...appeal, id: appeal.verdict, at: clock.now() })).toBe(
    'stored',
  );
}

async function runStep(cycle: AnalysisCycle, step: number): Promise<void> {
  await appendStep(store, step, { attackers: ATTACKERS, people: 20 });
  const asOf = START + (step + 1) * STEP_MS;
  await cycle.run({ asOf, since: asOf - STEP_MS, appendedSince: asOf, appendedUntil: asOf });
}

function changesOf(key: string): Promise<{ change: string; message: string }[]> {
  return store.query(
    `SELECT change, message FROM verdicts WHERE key_type = 'address' AND key = {key: String} ORDER BY sequence`,
    { key },
  );
}
