import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { createStore, migrate, startEmbeddedClickHouse, type Store } from '#libs/store';
import { startApp, type TestProcess } from './app-process.js';
import { migrationsDir } from './clickhouse.js';
import { until } from './until.js';

const PASSWORD = 'of this test alone';

/** A log line like those of the combined format, told from all others by its number. */
export function logLine(number: number): string {
  const client = `203.0.${Math.floor(number / 250) % 250}.${(number % 250) + 1}`;
  return `${client} - - [14/Mar/2026:12:00:00 +0000] "GET /item/${number} HTTP/1.1" 200 512 "-" "Mozilla/5.0 (test)"`;
}

export function logLines(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => logLine(from + index));
}

/** What one topic's rows come to. */
interface StoredCounts {
  readonly rows: number;
  /** Distinct (partition, offset, index). */
  readonly positions: number;
  readonly events: number;
  /** Distinct paths among the events. */
  readonly paths: number;
}

/** A ClickHouse server that can go away and come back at the same place, and ingest processes that store in it. */
export interface IngestBench {
  readonly store: Store;
  readonly folder: string;
  /** Everything ingest needs to store; a source is to be added. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts ingest; `stopAll` ends it if the test does not. */
  start(env: Readonly<Record<string, string>>): TestProcess;
  counts(topic: string): Promise<StoredCounts>;
  untilStored(topic: string, rows: number, withinMs?: number): Promise<StoredCounts>;
  stopClickHouse(): Promise<void>;
  startClickHouse(): Promise<void>;
  killIngest(): Promise<void>;
  stopAll(): Promise<void>;
}

export async function startIngestBench(): Promise<IngestBench> {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-ingest-'));
  const httpPort = await getPort({ host: '127.0.0.1' });
  const boot = (): ReturnType<typeof startEmbeddedClickHouse> =>
    startEmbeddedClickHouse({
      dataDir: join(folder, 'clickhouse'),
      httpPort,
      passwords: { admin: PASSWORD, writer: PASSWORD },
    });
  let server = await boot();
  const store = createStore({ url: server.url, ...server.admin, database: 'wherefore' });
  await migrate(store, migrationsDir);
  const env = {
    CLICKHOUSE_URL: server.url,
    CLICKHOUSE_USER: server.writer.user,
    CLICKHOUSE_PASSWORD: PASSWORD,
    HASH_KEY: 'a key of this test alone',
  };
  const processes: TestProcess[] = [];
  const counts = (topic: string): Promise<StoredCounts> => countsOf(store, topic);

  return {
    store,
    folder,
    env,
    counts,
    start: (own) => {
      const process = startApp('ingest', { ...env, ...own });
      processes.push(process);
      return process;
    },
    untilStored: (topic, rows, withinMs = 30_000) => untilStored(counts, topic, rows, withinMs),
    stopClickHouse: () => server.stop(),
    startClickHouse: async () => {
      server = await boot();
    },
    killIngest: () => killAll(processes),
    stopAll: async () => {
      await killAll(processes);
      await store.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function countsOf(store: Store, topic: string): Promise<StoredCounts> {
  const [counts] = await store.query<StoredCounts>(
    `SELECT count() AS rows, uniqExact(kafka_partition, kafka_offset, kafka_index) AS positions,
       countIf(reject_reason = '') AS events, uniqExactIf(url_path, reject_reason = '') AS paths
     FROM access_events WHERE kafka_topic = {topic: String}`,
    { topic },
  );
  if (counts === undefined) throw new Error('a count has a row');
  return counts;
}

async function untilStored(
  count: (topic: string) => Promise<StoredCounts>,
  topic: string,
  rows: number,
  withinMs: number,
): Promise<StoredCounts> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const counts = await count(topic);
    if (counts.rows >= rows) return counts;
    if (performance.now() > deadline) {
      throw new Error(`${counts.rows} of ${rows} rows stored within ${withinMs} ms`);
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

async function killAll(processes: TestProcess[]): Promise<void> {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.splice(0).map(({ exited }) => exited));
}

/** The value of one metric, all its labels added up. */
export async function metric(process: TestProcess, name: string): Promise<number> {
  const text = await (await fetch(`${await process.url}/metrics`)).text();
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Waits until the log of a process has a line with this message. */
export async function untilLogged(process: TestProcess, message: string): Promise<void> {
  await until(() => process.log.some((line) => line['message'] === message), 30_000);
}
