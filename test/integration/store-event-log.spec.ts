import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { EventLog, StoreUnavailableError } from '#libs/store';

import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { APPENDED_AT, batchOf, rowsBetween } from '../support/log-rows.js';

jest.setTimeout(150_000);

const monotonicNow = (): number => performance.now();

describe('EventLog', () => {
  let clickhouse: TestClickHouse;
  let log: EventLog;

  const chain = async (topic: string): Promise<unknown> => {
    const [row] = await clickhouse.store.query(
      `SELECT count() AS rows, uniqExact(kafka_offset) AS offsets, min(kafka_offset) AS first, max(kafka_offset) AS last
       FROM access_events WHERE kafka_topic = {topic: String}`,
      { topic },
    );
    return row;
  };

  /** Logs a token without the rows it stands for: tokens count for the whole append day of the table. */
  const burn = (token: string): Promise<void> =>
    clickhouse.store.insertRows(
      'access_events',
      [{ kafka_topic: 'burner', kafka_append_time: new Date(APPENDED_AT).toISOString() }],
      token,
    );

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    log = new EventLog(clickhouse.store, { monotonicNow });
  });

  afterAll(() => clickhouse.stop());

  it('knows no tail of an empty partition, then the offset after the last row', async () => {
    expect(await log.tail('first', 0)).toBe(-1);
    const result = await log.append(batchOf(rowsBetween(7, 12, { topic: 'first' })));
    expect(result).toEqual({ stored: 5, tail: 12, lostRace: false, burned: 0 });
    expect(await log.tail('first', 0)).toBe(12);
    expect(await log.tail('first', 1)).toBe(-1);
  });

  it('answers the tail from the projection', async () => {
    const plan = await clickhouse.store.query<{ explain: string }>(
      `EXPLAIN SELECT max(kafka_offset) FROM access_events WHERE kafka_topic = 'first' AND kafka_partition = 0 GROUP BY kafka_topic, kafka_partition`,
    );
    expect(plan.map(({ explain }) => explain).join('\n')).toContain('log_tail');
  });

  it('stores a batch again as nothing', async () => {
    const batch = batchOf(rowsBetween(0, 100, { topic: 'again' }));
    await log.append(batch);
    expect((await log.append(batch)).tail).toBe(100);
    expect(await chain('again')).toEqual({ rows: 100, offsets: 100, first: 0, last: 99 });
  });

  it('puts 50,000 rows into one part', async () => {
    await log.append(batchOf(rowsBetween(0, 50_000, { topic: 'parts', event: { eventTime: 0 } })));
    const first = await clickhouse.store.query(
      `SELECT uniqExact(_part) AS parts FROM access_events WHERE kafka_topic = 'parts' AND kafka_offset < 50000`,
    );
    expect(first).toEqual([{ parts: 1 }]);
  });

  it('drops what another writer stored first and continues after it', async () => {
    await log.append(batchOf(rowsBetween(0, 10, { topic: 'race' })));
    expect(await log.append(batchOf(rowsBetween(0, 25, { topic: 'race' })))).toMatchObject({
      tail: 25,
      stored: 15,
      lostRace: true,
    });
    expect(await log.append(batchOf(rowsBetween(5, 20, { topic: 'race' })))).toMatchObject({
      tail: 25,
      stored: 0,
      lostRace: true,
    });
    expect(await chain('race')).toEqual({ rows: 25, offsets: 25, first: 0, last: 24 });
  });

  it('has no gap and no duplicate with four writers on one partition', async () => {
    const topic = 'split-brain';
    const writers = Array.from(
      { length: 4 },
      () => new EventLog(clickhouse.connect(), { monotonicNow }),
    );
    const lost = await Promise.all(
      writers.map(async (writer, index) => {
        let races = 0;
        for (let tail = 0; tail < 1_000;) {
          const known = Math.max(0, await writer.tail(topic, 0));
          const size = 20 + ((known * 7 + index * 13) % 60);
          const result = await writer.append(batchOf(rowsBetween(known, known + size, { topic })));
          if (result.lostRace) races += 1;
          tail = result.tail;
        }
        return races;
      }),
    );
    const last = (await log.tail(topic, 0)) - 1;
    expect(await chain(topic)).toEqual({ rows: last + 1, offsets: last + 1, first: 0, last });
    expect(Math.max(...lost)).toBeGreaterThan(0);
  });

  it('gets past a token that was logged without its rows', async () => {
    await burn('burned:0:0:0');
    await burn('burned:0:0:1');
    const result = await log.append(batchOf(rowsBetween(0, 10, { topic: 'burned' })));
    expect(result).toEqual({ stored: 10, tail: 10, lostRace: false, burned: 2 });
  });

  it('gives up loudly, and may be retried, when every token is burned', async () => {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await burn(`stuck:0:0:${attempt}`);
    }
    await expect(log.append(batchOf(rowsBetween(0, 10, { topic: 'stuck' })))).rejects.toThrow(
      StoreUnavailableError,
    );
  });

  it('sends a batch that grew old only after looking at the table', async () => {
    const topic = 'zombie';
    const zombie = new EventLog(clickhouse.connect(), { monotonicNow });
    await zombie.append(batchOf(rowsBetween(0, 10, { topic })));
    await log.append(batchOf(rowsBetween(10, 20, { topic })));
    // As if more blocks than the deduplication window had gone in since: the token protects no longer.
    const window = (blocks: number): Promise<void> =>
      clickhouse.store.command(
        `ALTER TABLE access_events MODIFY SETTING non_replicated_deduplication_window = ${blocks}`,
      );
    const collectedAt = monotonicNow() - 60_001;
    await window(0);
    const late = await zombie.append({ ...batchOf(rowsBetween(10, 20, { topic })), collectedAt });
    await window(10_000);
    expect(late).toEqual({ stored: 0, tail: 20, lostRace: true, burned: 0 });
    expect(await chain(topic)).toMatchObject({ rows: 20 });

    const next = batchOf(rowsBetween(20, 30, { topic }));
    expect(await zombie.append({ ...next, collectedAt })).toEqual({
      stored: 10,
      tail: 30,
      lostRace: false,
      burned: 0,
    });
  });

  describe('behind a network that delays an insert beyond the timeout', () => {
    let proxy: Server;
    const held: (() => Promise<void>)[] = [];
    let holding = false;

    beforeAll(async () => {
      const upstream = new URL(clickhouse.server.url);
      proxy = createServer((incoming, outgoing) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const { method, url: path, headers } = incoming;
          const forward = (answer: boolean): Promise<void> =>
            new Promise((resolve, reject) => {
              const onward = request(
                { host: upstream.hostname, port: upstream.port, method, path, headers },
                (response) => {
                  if (answer) {
                    outgoing.writeHead(response.statusCode ?? 500, response.headers);
                    response.pipe(outgoing);
                  } else response.resume();
                  response.on('end', resolve);
                },
              );
              onward.on('error', reject);
              onward.end(Buffer.concat(chunks));
            });
          if (holding && String(path).includes('insert_deduplication_token')) {
            holding = false;
            held.push(() => forward(false));
          } else void forward(true);
        });
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    });

    afterAll(() => {
      proxy.closeAllConnections();
      proxy.close();
    });

    it('does not double the rows when the first attempt arrives after the second', async () => {
      const { port } = proxy.address() as AddressInfo;
      const store = clickhouse.connect({ url: `http://127.0.0.1:${port}`, requestTimeoutMs: 400 });
      const slow = new EventLog(store, { monotonicNow });
      const batch = batchOf(rowsBetween(0, 10, { topic: 'delayed' }));
      holding = true;
      await expect(slow.append(batch)).rejects.toMatchObject({ retriable: true });
      expect(held).toHaveLength(1);
      expect(await slow.append(batch)).toMatchObject({ stored: 10, tail: 10, burned: 0 });
      await held[0]?.();
      await delay(100);
      expect(await chain('delayed')).toMatchObject({ rows: 10, offsets: 10 });
    });
  });
});
