import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

const PROGRAM = new URL('../../dist/apps/ingest/src/main.js', import.meta.url).pathname;
const READY_POLL_MS = 20;

/** Our ingest as in production: the built program, told by its environment alone. */
export function startWorker({ clickhouse, broker, profile }, { database, topic, group }) {
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...flags, PROGRAM], {
    env: {
      PATH: process.env.PATH,
      HTTP_PORT: '0',
      CLICKHOUSE_URL: clickhouse.url,
      CLICKHOUSE_USER: clickhouse.admin.user,
      CLICKHOUSE_PASSWORD: clickhouse.admin.password,
      CLICKHOUSE_DATABASE: database,
      KAFKA_BROKERS: broker.brokers.join(','),
      KAFKA_GROUP_ID: group,
      SOURCE_TOPICS: topic,
      SOURCE_NAME: 'bench',
      SOURCE_DEFAULT_HOST: 'larkfield.example',
      SOURCE_MAX_EVENT_AGE_DAYS: '0',
      HASH_KEY: 'a key of this benchmark alone',
      ...ownSettings(),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    words = (words + text).slice(-4_000);
  });
  const exited = once(child, 'exit');
  const listening = Promise.race([
    once(child, 'message'),
    exited.then(() => {
      throw new Error(`the worker ended before it listened: ${words}`);
    }),
  ]);
  return {
    pid: child.pid,
    /** Why it ended, if it has. */
    stopped: () => (child.exitCode === null ? '' : `the worker ended: ${words}`),
    /** Resolves when it has joined its group. */
    untilReady: async () => {
      const [{ host, port }] = await listening;
      const isReady = async () => (await globalThis.fetch(`http://${host}:${port}/ready`)).ok;
      while (!(await isReady())) await setTimeout(READY_POLL_MS);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** BENCH_INGEST_BATCH_MAX_ROWS=… is handed on as BATCH_MAX_ROWS=…, to try a setting. */
function ownSettings() {
  const prefix = 'BENCH_INGEST_';
  const own = Object.entries(process.env).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
