import { spawn } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = new URL('../../dist/apps/analyse/src/main.js', import.meta.url).pathname;

/** Our analysis as in production: the built program, told by its environment alone. */
export function startAnalysis(
  { clickhouse, broker },
  { database, stepMinutes, latenessSeconds, topics },
) {
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: process.env.PATH,
      HTTP_PORT: '0',
      CLICKHOUSE_URL: clickhouse.url,
      CLICKHOUSE_USER: clickhouse.admin.user,
      CLICKHOUSE_PASSWORD: clickhouse.admin.password,
      CLICKHOUSE_DATABASE: database,
      KAFKA_BROKERS: broker.brokers.join(','),
      VERDICT_TOPIC: topics.current,
      VERDICT_CHANGE_TOPIC: topics.changes,
      ANALYSIS_STEP_MINUTES: String(stepMinutes),
      ANALYSIS_LATENESS_SECONDS: String(latenessSeconds),
      ANALYSIS_INTERVAL_MS: '1000',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      words = (words + text).slice(-4_000);
      if (process.env.BENCH_VERBOSE !== undefined) process.stderr.write(text);
    });
  }
  const exited = once(child, 'exit');
  return {
    pid: child.pid,
    stopped: () => (child.exitCode === null ? '' : `the analysis ended: ${words}`),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
