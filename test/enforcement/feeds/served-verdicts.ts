import getPort from 'get-port';
import { FeedKeys } from '#libs/store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../support/app-process.js';
import { startTestClickHouse } from '../../support/clickhouse.js';
import { until } from '../../support/until.js';
import { VerdictHistory } from './verdict-history.js';

/** A real ClickHouse with verdicts, and serve offering them to holders of `key`. */
export interface ServedVerdicts {
  readonly history: VerdictHistory;
  readonly port: number;
  readonly url: string;
  readonly key: string;
  /** For configurations and what programs write; removed at the end. */
  readonly folder: string;
  stop(): Promise<void>;
}

export async function serveVerdicts(
  actions: readonly string[] = ['block'],
): Promise<ServedVerdicts> {
  const clickhouse = await startTestClickHouse();
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-enforcement-'));
  const keys = new FeedKeys(clickhouse.store);
  const key = await keys.add('enforcement', { actions, sites: [] }, Date.now());
  const port = await getPort();
  const { user, password } = clickhouse.server.writer;
  const serve = startApp('serve', {
    CLICKHOUSE_URL: clickhouse.server.url,
    CLICKHOUSE_USER: user,
    CLICKHOUSE_PASSWORD: password,
    CLICKHOUSE_DATABASE: clickhouse.database,
    FEED_PORT: String(port),
  });
  const url = `http://127.0.0.1:${port}`;
  await serve.url;
  await until(async () => {
    const { status } = await fetch(`${url}/v1/decisions`, { headers: { 'X-Api-Key': key } });
    return status === 200;
  });
  return {
    history: new VerdictHistory(clickhouse.store),
    ...{ port, url, key, folder },
    stop: async () => {
      serve.child.kill('SIGTERM');
      await serve.exited;
      await clickhouse.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
