import { describe, expect, it } from '@jest/globals';
import { defaultPolicy, judgementSketch, type VisitorFeatures } from '#libs/intent';
import {
  type AnalysisJournal,
  addressFeatures,
  type FactsRecord,
  type OperatorOrder,
  type Store,
  type VerdictRow,
} from '#libs/store';
import { type AnalysisCycle } from '../analysis.cycle.js';
import { OperatorBoard } from '../feedback/operator-board.js';
import { VerdictBook } from '../verdicts/verdict-book.js';
import { FactsRound } from './facts-round.js';

const SCANNER = '198.51.100.66';
const NOW = Date.UTC(2026, 2, 15);

const { features: idle } = judgementSketch({
  ...{ keyType: 'address', key: SCANNER, address: SCANNER, userAgent: 'x/1' },
  ...{ nature: 'unknown', intent: { stance: 'unknown', class: null }, score: 0, confidence: 0 },
  ...{ site: 'shop.example', requests: 4, peopleSharing: 0, roles: [] },
});

/** Asked for four secrets, a moment ago. */
const scanner: VisitorFeatures = {
  ...idle,
  userAgents: 1,
  firstSeen: NOW - 1_000,
  lastSeen: NOW,
  clientErrors: 4,
  distinctPaths: 4,
  probes: { ...idle.probes, sensitive_file: 4 },
};

/** A store in which lines of the scanner have come between two looks. */
function storeOf(orders: readonly Partial<OperatorOrder>[]): Store {
  let looks = 0;
  const answers = (sql: string): readonly object[] => {
    if (sql.includes('max(kafka_offset)'))
      return [{ topic: 'logs', partition: 0, tail: (looks += 1), placeHash: '1' }];
    if (sql === addressFeatures) return [{ ...scanner, agents: ['x/1'] }];
    if (sql.includes('crawler_verification')) return [{ address: SCANNER, lastSeen: NOW }];
    return sql.includes('operator_orders') ? orders : [];
  };
  const store = {
    database: 'any',
    seeing: () => store,
    inSession: () => store,
    command: () => Promise.resolve(),
    query: (sql: string) => Promise.resolve(answers(sql)),
  };
  return store as unknown as Store;
}

async function changesWith(...orders: Partial<OperatorOrder>[]): Promise<readonly VerdictRow[]> {
  const store = storeOf(orders);
  const board = new OperatorBoard(store);
  await board.refresh();
  const written: FactsRecord[] = [];
  const journal = { writeRound: (round: FactsRecord) => Promise.resolve(written.push(round)) };
  const cycle = {
    between: async (write: (first: number) => Promise<number>) => {
      await write(1);
    },
  };
  const settings = { windowMs: 86_400_000, tenant: 'default', policy: () => defaultPolicy, board };
  const round = new FactsRound(
    store,
    journal as unknown as AnalysisJournal,
    new VerdictBook(),
    cycle as unknown as AnalysisCycle,
    settings,
  );
  expect(await round.run()).toBe(0);
  await round.run();
  return written.flatMap(({ verdicts }) => verdicts);
}

describe(FactsRound.name, () => {
  it('condemns who does what nobody does by chance', async () => {
    expect(await changesWith()).toMatchObject([{ change: 'condemned', state: { key: SCANNER } }]);
  });

  it('does not repeat a mistake: an appeal against the same reasons was upheld', async () => {
    const [mistake] = await changesWith();
    const codes = mistake?.judgement?.evidence.map(({ code }) => code) ?? [];
    const appeal = { kind: 'appeal', keyType: 'address', key: SCANNER, codes } as const;
    expect(await changesWith({ ...appeal, confirmed: true })).toEqual([]);
    expect(await changesWith({ ...appeal, confirmed: false })).toHaveLength(1);
  });
});
