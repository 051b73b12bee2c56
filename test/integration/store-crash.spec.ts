import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import getPort from 'get-port';

import {
  createStore,
  EventLog,
  type EmbeddedClickHouse,
  migrate,
  startEmbeddedClickHouse,
  StoreUnavailableError,
} from '#libs/store';

import { migrationsDir } from '../support/clickhouse.js';
import { batchOf, rowsBetween } from '../support/log-rows.js';

jest.setTimeout(180_000);

const KILLS = 10;
const TOPIC = 'access-logs';

describe('EventLog while its server is killed', () => {
  let dataDir: string;
  let server: EmbeddedClickHouse;

  const passwords = { admin: 'of this test alone' };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wherefore-crash-'));
  });

  afterEach(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it(`loses nothing and doubles nothing over ${KILLS} SIGKILLs with two writers on one partition`, async () => {
    const httpPort = await getPort({ host: '127.0.0.1' });
    const start = (): Promise<EmbeddedClickHouse> =>
      startEmbeddedClickHouse({ dataDir, httpPort, passwords });
    server = await start();
    const connect = () =>
      createStore({
        url: server.url,
        ...server.admin,
        database: 'wherefore',
        requestTimeoutMs: 5_000,
      });
    const store = connect();
    await migrate(store, migrationsDir);

    const run = { over: false, refused: 0, burned: 0 };
    const write = async (salt: number): Promise<number> => {
      const own = connect();
      const log = new EventLog(own, { monotonicNow: () => performance.now() });
      let acknowledged = 0;
      while (!run.over) {
        try {
          const from = Math.max(0, await log.tail(TOPIC, 0));
          const to = from + 200 + ((from + salt) % 1_800);
          const result = await log.append(batchOf(rowsBetween(from, to)));
          acknowledged = Math.max(acknowledged, result.tail);
          run.burned += result.burned;
        } catch (error) {
          if (!(error instanceof StoreUnavailableError)) throw error;
          run.refused += 1;
          await delay(20);
        }
      }
      await own.close();
      return acknowledged;
    };
    const writers = Promise.all([write(0), write(577)]);

    for (let kill = 0; kill < KILLS; kill += 1) {
      await delay(40 + ((kill * 97) % 290));
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
      server = await start();
    }
    await delay(200);
    run.over = true;
    const acknowledged = Math.max(...(await writers));

    const [chain] = await store.query<Record<string, number>>(
      `SELECT count() AS rows, uniqExact(kafka_offset) AS offsets, max(kafka_offset) + 1 AS tail,
              countIf(url_path != concat('/item/', toString(kafka_offset))) AS wrong
       FROM access_events`,
    );
    await store.close();
    expect(chain).toEqual({
      rows: chain?.['tail'],
      offsets: chain?.['tail'],
      tail: chain?.['tail'],
      wrong: 0,
    });
    expect(chain?.['tail']).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThan(KILLS);
    expect(run.refused).toBeGreaterThanOrEqual(KILLS);
  });
});
