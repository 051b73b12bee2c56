import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createStore,
  type EmbeddedClickHouse,
  migrate,
  startEmbeddedClickHouse,
} from '#libs/store';
import { startApp } from '../support/app-process.js';

// A process starts in about a second, but the machine may be busy with others.
jest.setTimeout(30_000);

const NOWHERE = 'http://127.0.0.1:1';

async function ask(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

describe('serve without its environment', () => {
  it('names every wrong variable at once, shows no value, and ends with 78', async () => {
    const secret = 'tcp://user:hunter2@db';
    const { log, exited } = startApp('serve', {
      CLICKHOUSE_URL: secret,
      CLICKHOUSE_DATABASE: 'no-such name',
      LOG_LEVEL: 'loud',
      HTTP_PORT: '99999',
      KAFKA_BROKERS: 'nowhere',
    });
    expect(await exited).toBe(78);
    expect(log).toHaveLength(1);
    expect(log[0]?.['problems']).toEqual(
      expect.arrayContaining(
        ['CLICKHOUSE_URL', 'CLICKHOUSE_DATABASE', 'LOG_LEVEL', 'HTTP_PORT', 'KAFKA_BROKERS'].map(
          (variable) => expect.objectContaining({ variable }),
        ),
      ),
    );
    expect(JSON.stringify(log)).not.toMatch(/hunter2|no-such|loud|99999|nowhere/);
  });
});

describe('serve without its store', () => {
  it('lives, is not ready, says which part is missing, and still stops cleanly', async () => {
    const env = { CLICKHOUSE_URL: NOWHERE, KAFKA_BROKERS: '127.0.0.1:1' };
    const { child, url, exited, log } = startApp('serve', env);
    expect(await ask(`${await url}/health`)).toEqual({ status: 200, text: '{"status":"ok"}' });
    const ready = await ask(`${await url}/ready`);
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toEqual({
      ready: false,
      checks: { clickhouse: 'failed', schema: 'failed', kafka: 'failed' },
    });
    const metrics = await ask(`${await url}/metrics`);
    expect(metrics.text).toContain('wherefore_store_up 0');
    expect(metrics.text).not.toMatch(/^wherefore_events_stored/m);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(log.at(-1)).toMatchObject({ message: 'stopped', process: 'serve', exitCode: 0 });
  });

  it('stops when its parent goes away', async () => {
    const { child, url, exited, log } = startApp('serve', { CLICKHOUSE_URL: NOWHERE });
    await url;
    child.disconnect();
    expect(await exited).toBe(0);
    expect(log).toContainEqual(expect.objectContaining({ reason: 'the parent process is gone' }));
  });
});

describe('serve with a real store', () => {
  let dataDir: string;
  let server: EmbeddedClickHouse;
  let env: Record<string, string>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wherefore-serve-'));
    server = await startEmbeddedClickHouse({ dataDir });
    const login = { url: server.url, user: server.admin.user, password: server.admin.password };
    const store = createStore({ ...login, database: 'wherefore' });
    await migrate(store, 'migrations');
    await store.command(
      `INSERT INTO access_events (kafka_topic, kafka_offset, kafka_append_time, event_time, reject_reason)
       VALUES ('t', 0, now64(3), '2026-01-02 03:04:05.500', ''), ('t', 1, now64(3), '2026-01-02 03:04:04', ''),
              ('t', 2, now64(3), 0, 'empty')`,
    );
    await store.close();
    env = {
      CLICKHOUSE_URL: server.url,
      CLICKHOUSE_USER: server.admin.user,
      CLICKHOUSE_PASSWORD: server.admin.password,
    };
  }, 90_000);

  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 30_000);

  it('is ready and counts what is stored', async () => {
    const { child, url, exited } = startApp('serve', env);
    expect(await ask(`${await url}/ready`)).toEqual({
      status: 200,
      text: '{"ready":true,"checks":{"clickhouse":"ok","schema":"ok"}}',
    });
    const { text } = await ask(`${await url}/metrics`);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'wherefore_store_up 1',
        'wherefore_events_stored 2',
        'wherefore_dead_letters 1',
        'wherefore_newest_event_timestamp_seconds 1767323045.5',
      ]),
    );
    child.kill('SIGINT');
    expect(await exited).toBe(0);
  });

  it('is not ready with a wrong password, and does not log it', async () => {
    const wrong = { ...env, CLICKHOUSE_PASSWORD: 'not-the-password' };
    const { child, url, exited, log } = startApp('serve', wrong);
    expect((await ask(`${await url}/ready`)).status).toBe(503);
    child.kill('SIGTERM');
    await exited;
    expect(JSON.stringify(log)).not.toContain('not-the-password');
  });
});
