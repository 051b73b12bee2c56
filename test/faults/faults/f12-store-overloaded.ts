import { setTimeout as delay } from 'node:timers/promises';
import { type Fault } from '../fault.js';
import { type Trial } from '../trial.js';

interface Overload {
  readonly name: string;
  begin(trial: Trial): Promise<void>;
  end(trial: Trial): Promise<void>;
}

const OVERLOADS: readonly Overload[] = [
  {
    name: 'too many parts (252)',
    begin: async ({ clickHouse: { store } }) => {
      await store.command('SYSTEM STOP MERGES access_events');
      await store.command(
        'ALTER TABLE access_events MODIFY SETTING parts_to_delay_insert = 3, parts_to_throw_insert = 6, max_delay_to_insert = 1',
      );
    },
    end: async ({ clickHouse: { store } }) => {
      await store.command(
        'ALTER TABLE access_events RESET SETTING parts_to_delay_insert, parts_to_throw_insert, max_delay_to_insert',
      );
      await store.command('SYSTEM START MERGES access_events');
    },
  },
  {
    name: 'memory limit (241)',
    begin: ({ clickHouse: { store } }) =>
      store.command('ALTER USER faults_writer SETTINGS max_memory_usage = 4096'),
    end: ({ clickHouse: { store } }) =>
      store.command('ALTER USER faults_writer SETTINGS max_memory_usage = 0'),
  },
];

const PASSWORD = 'of the fault program alone';

/** F12: ClickHouse answers that it cannot right now, for a while. */
export const storeOverloaded: Fault = {
  id: 'F12',
  name: 'store-overloaded',
  what: 'too many parts with merges stopped, and a memory limit that no insert fits',
  injections: { full: 10, short: 2 },
  run: async (trial) => {
    const { store } = trial.clickHouse;
    await store.command(
      `CREATE USER faults_writer IDENTIFIED BY '${PASSWORD}' SETTINGS max_untracked_memory = 1`,
    );
    await store.command('GRANT SELECT, INSERT, ALTER, TRUNCATE ON wherefore.* TO faults_writer');
    const topic = await trial.topic(2);
    const feed = await trial.feed(topic);
    const worker = trial.supervised(topic, {
      BATCH_MAX_ROWS: '200',
      BATCH_MAX_WAIT_MS: '20',
      CLICKHOUSE_USER: 'faults_writer',
      CLICKHOUSE_PASSWORD: PASSWORD,
    });
    feed.keepPace(() => 1_000);
    await trial.untilStored(topic, 500);
    await trial.repeat(async (index) => {
      const overload = OVERLOADS[index % OVERLOADS.length];
      if (overload !== undefined) await inject(trial, topic, overload, worker);
    });
    await feed.stop();
    const finding = await trial.settle(topic, { serials: feed.written });
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    return finding;
  },
};

async function inject(
  trial: Trial,
  topic: string,
  overload: Overload,
  worker: ReturnType<Trial['supervised']>,
): Promise<void> {
  const retries = (): Promise<number> =>
    worker.current().metric('wherefore_ingest_store_retries_total');
  const before = await retries();
  await overload.begin(trial);
  await delay(4_000);
  trial.expect((await retries()) > before, `${overload.name} was never met`);
  const tails = await trial.tails(topic);
  const since = performance.now();
  await overload.end(trial);
  await trial.untilMoved(topic, tails);
  trial.recovered(since);
}
