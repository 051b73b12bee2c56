import { logLine, simulateEstate } from '#libs/simulator';
import { createStore, type Store } from '#libs/store';
import { ensureTopics, tailTopic, verdictChangeTopic, verdictTopic } from '#libs/stream';
import { type Fault } from '../fault.js';
import { sendLines } from '../lab/send-lines.js';
import { type Finding } from '../oracle/finding.js';
import { mergeFindings } from '../oracle/merge-findings.js';
import { type Trial } from '../trial.js';

/** Kills of one analysis before it may end; then the next one begins from nothing. */
const KILLS_A_ROUND = 6;

interface Round {
  readonly store: Store;
  readonly env: Record<string, string>;
  readonly changeTopic: string;
}

/** F15: who writes verdicts and publishes them is killed at random moments, until one analysis of the whole log has ended. */
export const publisherKilled: Fault = {
  id: 'F15',
  name: 'publisher-killed',
  what: 'SIGKILL of the verdict publisher: each change exactly once in the topic, in order per visitor',
  injections: { full: 200, short: 3 },
  isLong: true,
  run: async (trial) => {
    await storeEstate(trial);
    const findings: Finding[] = [];
    while (trial.injected < trial.wanted) {
      const round = await beginRound(trial, findings.length + 1);
      for (let kill = 0; kill < KILLS_A_ROUND && trial.injected < trial.wanted; kill += 1) {
        const analysis = trial.fleet.start(round.env, 'analyse');
        await trial.pause(700, 3_500);
        if (!analysis.isRunning) break;
        await analysis.kill();
        trial.count();
      }
      const code = await trial.fleet.start(round.env, 'analyse').exited;
      trial.expect(code === 0, `the analysis ended with ${code ?? 'a signal'}`);
      findings.push(await judge(trial, round));
      await round.store.close();
    }
    trial.note(
      `${findings.length} analyses of the same log, each interrupted up to ${KILLS_A_ROUND} times`,
    );
    return mergeFindings(findings);
  },
};

/** Three hours of a small simulated estate with every kind of attack, through Kafka and ingest. */
async function storeEstate(trial: Trial): Promise<void> {
  const topic = await trial.topic(2);
  const start = Date.UTC(2026, 5, 3, 9);
  const estate = simulateEstate({ seed: 11, start, hours: 3, scale: 0.05 });
  await sendLines(trial, topic, Array.from(estate.requests(), logLine));
  const worker = trial.worker(topic, {});
  await trial.untilDrained(topic);
  await worker.drain();
}

async function beginRound(trial: Trial, number: number): Promise<Round> {
  const { clickHouse, kafka } = trial;
  const database = `round_${number}`;
  const store = createStore({ ...clickHouse.login, database });
  await clickHouse.migrate(undefined, store);
  await store.command('INSERT INTO access_events SELECT * FROM wherefore.access_events');
  const changeTopic = `verdict-changes-${process.pid}-${Date.now()}`;
  const topic = `verdicts-${process.pid}-${Date.now()}`;
  await ensureTopics(kafka, [verdictChangeTopic(changeTopic), verdictTopic(topic)]);
  const { url, user, password } = clickHouse.login;
  const env = {
    CLICKHOUSE_URL: url,
    CLICKHOUSE_USER: user,
    CLICKHOUSE_PASSWORD: password,
    CLICKHOUSE_DATABASE: database,
    KAFKA_BROKERS: trial.brokers.join(','),
    ANALYSIS_MODE: 'once',
    ANALYSIS_STEP_MINUTES: '30',
    VERDICT_SINK: 'kafka',
    VERDICT_TOPIC: topic,
    VERDICT_CHANGE_TOPIC: changeTopic,
  };
  return { store, env, changeTopic };
}

async function judge(trial: Trial, { store, changeTopic }: Round): Promise<Finding> {
  const outbox = await store.query<{ id: string; key: string }>(
    'SELECT verdict_id AS id, message_key AS key FROM verdicts ORDER BY sequence',
  );
  const published: { id: string; key: string }[] = [];
  const tail = await tailTopic({
    kafka: trial.kafka,
    topic: changeTopic,
    from: 'beginning',
    follow: false,
    onMessage: ({ key, headers }) =>
      published.push({ id: String(headers['ce_id']), key: key?.toString() ?? '' }),
  });
  await tail.done;
  const distinct = new Set(published.map(({ id }) => id));
  trial.expect(outbox.length > 0, 'the analysis found nothing to publish');
  trial.expect(sameOrder(outbox, published), 'the changes of a visitor are out of order');
  return {
    expected: outbox.length,
    found: published.length,
    lost: outbox.filter(({ id }) => !distinct.has(id)).length,
    duplicated: published.length - distinct.size,
    gaps: 0,
    stuck: 0,
  };
}

function sameOrder(
  outbox: readonly { id: string; key: string }[],
  published: readonly { id: string; key: string }[],
): boolean {
  const byKey = (changes: readonly { id: string; key: string }[]): Map<string, string> => {
    const ids = new Map<string, string>();
    for (const { id, key } of changes) ids.set(key, `${ids.get(key) ?? ''} ${id}`);
    return ids;
  };
  const wanted = byKey(outbox);
  return [...byKey(published)].every(([key, ids]) => wanted.get(key) === ids);
}
