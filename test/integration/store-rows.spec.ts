import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';

import { EventLog, type StoredLine } from '#libs/store';

import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { APPENDED_AT, anEvent, batchOf, rowsBetween } from '../support/log-rows.js';

jest.setTimeout(150_000);

const monotonicNow = (): number => performance.now();
const DAY = 86_400_000;

describe('rows of the event log', () => {
  let clickhouse: TestClickHouse;
  let log: EventLog;

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    log = new EventLog(clickhouse.store, { monotonicNow });
  });

  afterAll(() => clickhouse.stop());

  const readBack = (topic: string, columns: string): Promise<Record<string, unknown>[]> =>
    clickhouse.store.query(
      `SELECT ${columns} FROM access_events WHERE kafka_topic = {topic: String} ORDER BY kafka_offset, kafka_index`,
      { topic },
    );

  it('keep hostile text exactly as it came', async () => {
    const topic = 'hostile';
    const texts = [
      '\\N',
      "\\x00' OR 1=1 --",
      'a\tb\nc\r\nd\0e\\f',
      "['x','y\\']",
      '\u{1F600}\u202E',
      ...fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 400, seed: 7 }),
    ];
    const rows = texts.map((text, offset) => ({
      ...rowsBetween(offset, offset + 1, { topic })[0],
      source: text,
      event: anEvent({
        urlPath: text,
        userAgentOriginal: text,
        serverAddress: text,
        redactions: [text, `query:${text}`],
      }),
    })) as StoredLine[];
    expect((await log.append(batchOf(rows))).stored).toBe(texts.length);
    const back = await readBack(
      topic,
      'source_name, url_path, user_agent_original, server_address, redactions',
    );
    const expected = texts.map((text) => ({
      source_name: text,
      url_path: text,
      user_agent_original: text,
      server_address: text,
      redactions: [text, `query:${text}`],
    }));
    expect(back).toEqual(expected);
  });

  it('keep every value of an event', async () => {
    const topic = 'values';
    const rows = rowsBetween(0, 1, {
      topic,
      event: {
        clientAddress: '2001:db8::1',
        networkPeerAddress: '192.0.2.1',
        serverPort: 8443,
        httpRequestSize: 9_007_199_254_740_991,
        durationMs: null,
        eventTimeKind: 'start',
        urlPathRole: 'login',
        requestProbe: 'exploit',
      },
    });
    await log.append(batchOf(rows));
    expect(
      await readBack(
        topic,
        `kafka_partition, kafka_offset, kafka_index, kafka_append_time, source_format, event_time, event_time_kind,
           event_time_suspect, client_address, client_host, network_peer_address, server_port, http_response_status_code,
           http_response_body_size, http_request_size, duration_ms, url_path_role, request_probe, redactions`,
      ),
    ).toEqual([
      {
        kafka_partition: 0,
        kafka_offset: 0,
        kafka_index: 0,
        kafka_append_time: '2026-03-14 12:00:00.000',
        source_format: 'combined',
        event_time: '2026-03-14 11:59:58.500',
        event_time_kind: 'start',
        event_time_suspect: 0,
        client_address: '2001:db8::1',
        client_host: '',
        network_peer_address: '::ffff:192.0.2.1',
        server_port: 8443,
        http_response_status_code: 200,
        http_response_body_size: 512,
        http_request_size: 9_007_199_254_740_991,
        duration_ms: null,
        url_path_role: 'login',
        request_probe: 'exploit',
        redactions: [],
      },
    ]);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:0:cb00:7107', '::ffff:0:203.0.113.7'],
    ['crawl-1.example', 'crawl-1.example'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['999.1.1.1', '999.1.1.1'],
  ])('show the client %s as %s', async (clientAddress, client) => {
    const topic = `client ${clientAddress}`;
    await log.append(batchOf(rowsBetween(0, 1, { topic, event: { clientAddress } })));
    const [row] = await clickhouse.store.query<{ client: string }>(
      'SELECT client FROM events WHERE kafka_topic = {topic: String}',
      { topic },
    );
    expect([client, '::ffff:0:cb00:7107']).toContain(row?.client);
  });

  it('mark event times that cannot be right, and never drop them', async () => {
    const topic = 'times';
    const times: [number, 0 | 1, string][] = [
      [APPENDED_AT, 0, '2026-03-14 12:00:00.000'],
      [APPENDED_AT + 300_000, 0, '2026-03-14 12:05:00.000'],
      [APPENDED_AT + 300_001, 1, '2026-03-14 12:05:00.001'],
      [APPENDED_AT - 7 * DAY, 0, '2026-03-07 12:00:00.000'],
      [APPENDED_AT - 7 * DAY - 1, 1, '2026-03-07 11:59:59.999'],
      [0, 1, '1970-01-01 00:00:00.000'],
      [2_024_000, 1, '1970-01-01 00:33:44.000'],
      [-1, 1, '1970-01-01 00:00:00.000'],
      [Number.NaN, 1, '1970-01-01 00:00:00.000'],
      [Number.POSITIVE_INFINITY, 1, '2299-12-31 23:59:59.999'],
      [Date.UTC(2290, 0, 1), 1, '2290-01-01 00:00:00.000'],
      [8.64e15, 1, '2299-12-31 23:59:59.999'],
    ];
    const rows = times.flatMap(([eventTime], offset) =>
      rowsBetween(offset, offset + 1, { topic, event: { eventTime } }),
    );
    expect((await log.append(batchOf(rows))).stored).toBe(times.length);
    expect(await readBack(topic, 'event_time_suspect AS suspect, event_time AS time')).toEqual(
      times.map(([, suspect, time]) => ({ suspect, time })),
    );
  });

  it('are believed at any age when old logs are replayed', async () => {
    const eventTime = Date.UTC(2015, 4, 17);
    await log.append(batchOf(rowsBetween(0, 1, { topic: 'old', event: { eventTime } }), Infinity));
    expect(await readBack('old', 'event_time_suspect AS suspect')).toEqual([{ suspect: 0 }]);
  });

  it('that are rejects keep the chain whole, are dead letters, and are no events', async () => {
    const topic = 'rejects';
    const raw = 'bad\tline \0 \\N \n"';
    const [first, , third] = rowsBetween(0, 3, { topic });
    if (first === undefined || third === undefined) throw new Error('three rows');
    const reject: StoredLine = {
      position: { ...first.position, offset: 1, index: 4 },
      source: 'test',
      kind: 'reject',
      reason: 'unknown_format',
      raw,
    };
    const long: StoredLine = {
      ...reject,
      position: { ...reject.position, index: 5 },
      raw: 'x'.repeat(70_000),
    };
    expect(await log.append(batchOf([first, reject, long, third]))).toMatchObject({
      tail: 3,
      stored: 4,
    });

    const where = 'WHERE kafka_topic = {topic: String}';
    expect(
      await clickhouse.store.query(
        `SELECT kafka_offset, kafka_index, source_name, reject_reason, raw FROM dead_letters ${where} AND kafka_index = 4`,
        { topic },
      ),
    ).toEqual([
      {
        kafka_offset: 1,
        kafka_index: 4,
        source_name: 'test',
        reject_reason: 'unknown_format',
        raw,
      },
    ]);
    expect(
      await clickhouse.store.query(
        `SELECT length(raw) AS size FROM dead_letters ${where} AND kafka_index = 5`,
        { topic },
      ),
    ).toEqual([{ size: 65_536 }]);
    expect(
      await clickhouse.store.query(`SELECT kafka_offset AS at FROM events ${where} ORDER BY at`, {
        topic,
      }),
    ).toEqual([{ at: 0 }, { at: 2 }]);
    expect(await log.tail(topic, 0)).toBe(3);
  });
});
