import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startApp, type TestProcess } from '../support/app-process.js';
import { type IngestBench, logLine, logLines, startIngestBench } from '../support/ingest.js';
import { until } from '../support/until.js';

// A run takes about a second, but the machine may be busy with others.
jest.setTimeout(150_000);

describe('ingest of log files into a real ClickHouse', () => {
  let bench: IngestBench;

  beforeAll(async () => {
    bench = await startIngestBench();
  }, 90_000);

  beforeEach(() => bench.store.command('TRUNCATE TABLE access_events'));
  afterEach(() => bench.killIngest());
  afterAll(() => bench.stopAll(), 150_000);

  async function file(name: string, content: string | Buffer): Promise<string> {
    const path = join(bench.folder, name);
    await writeFile(path, content);
    return path;
  }

  function ingest(paths: readonly string[], env: Record<string, string> = {}): TestProcess {
    return bench.start({ INGEST_FILES: JSON.stringify(paths), ...env });
  }

  async function stored(): Promise<Record<string, unknown>[]> {
    return bench.store.query(
      `SELECT kafka_topic AS topic, count() AS rows, uniqExact(kafka_offset) AS offsets, max(kafka_offset) AS last,
         countIf(reject_reason != '') AS rejects, sum(event_time_suspect) AS suspect
       FROM access_events GROUP BY topic ORDER BY rows`,
    );
  }

  it('counts a log once, plain or gzip, under any name, in one run or in two', async () => {
    const content = `${logLines(0, 2_000).join('\n')}\n`;
    const plain = await file('access.log', content);
    const packed = await file('access.log.1.gz', gzipSync(content));
    const halves = [content.slice(0, 70_000), content.slice(70_000)].map((half) => gzipSync(half));
    const members = await file('rotated', Buffer.concat(halves));
    expect(await ingest([packed, plain]).exited).toBe(0);
    expect(await ingest([members]).exited).toBe(0);
    const topic = expect.stringMatching(/^file:[0-9a-f]{16}$/);
    const once = { topic, rows: 2_000, offsets: 2_000, last: 1_999, rejects: 0, suspect: 0 };
    expect(await stored()).toEqual([once]);
  });

  it('bears with carriage returns, blank lines, bytes that are no text, and lines without end', async () => {
    const good = logLine(1);
    const path = await file(
      'odd.log',
      Buffer.concat([
        Buffer.from(`${good}\r\n\n`),
        Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
        Buffer.alloc(5_000_000, 'a'),
        Buffer.from(`\n${logLine(2)}`),
      ]),
    );
    expect(await ingest([path]).exited).toBe(0);
    const rows = await bench.store.query(
      `SELECT kafka_offset AS offset, reject_reason AS reason, url_path AS path, substring(raw, 1, 12) AS raw,
         length(raw) < 65537 AS isBounded FROM access_events ORDER BY offset`,
    );
    const isBounded = 1;
    expect(rows).toEqual([
      { offset: 0, reason: '', path: '/item/1', raw: '', isBounded },
      { offset: 1, reason: 'empty', path: '', raw: '', isBounded },
      { offset: 2, reason: 'unknown_format', path: '', raw: '\\xff\\xfe\u0000', isBounded },
      { offset: 3, reason: 'too_long', path: '', raw: 'aaaaaaaaaaaa', isBounded },
      { offset: 4, reason: '', path: '/item/2', raw: '', isBounded },
    ]);
  });

  it('tells its parent how far it is', async () => {
    const content = gzipSync(logLines(0, 1_000).concat('no log line').join('\n'));
    const path = await file('reported.log', content);
    const process = ingest([path]);
    const reports: unknown[] = [];
    process.child.on('message', (message: { type: string }) => {
      if (message.type === 'ingest') reports.push(message);
    });
    expect(await process.exited).toBe(0);
    expect(reports.at(-1)).toEqual({
      type: 'ingest',
      lines: 1_001,
      events: 1_000,
      rejects: 1,
      bytesRead: content.length,
      bytesTotal: content.length,
    });
  });

  it('stores nothing of any file when one cannot be read, and says which and why', async () => {
    const good = await file('good.log', logLines(0, 10).join('\n'));
    const damaged = await file('cut.gz', gzipSync(logLines(0, 1_000).join('\n')).subarray(0, 900));
    const missing = join(bench.folder, 'missing.log');
    for (const [bad, why] of [
      [damaged, /cut\.gz: its gzip data end too early/],
      [missing, /missing\.log: there is no such file/],
      [bench.folder, /not a regular file/],
    ] as const) {
      const process = ingest([good, bad]);
      expect(await process.exited).toBe(1);
      expect(JSON.stringify(process.log)).toMatch(why);
      expect(await stored()).toEqual([]);
    }
  });

  it('goes on where it stopped, however it was stopped', async () => {
    const lines = 30_000;
    const path = await file('long.log', logLines(0, lines).join('\n'));
    const small = { BATCH_MAX_ROWS: '500' };
    for (const signal of ['SIGKILL', 'SIGTERM', 'SIGKILL'] as const) {
      const process = ingest([path], small);
      // Before that, what is stored may still be the last insert of the process before.
      await until(() => JSON.stringify(process.log).includes('reading a log file'));
      await untilMore(Number((await stored())[0]?.['rows'] ?? 0));
      process.child.kill(signal);
      expect(await process.exited).toBe(signal === 'SIGTERM' ? 0 : null);
    }
    const rows = Number((await stored())[0]?.['rows']);
    expect(rows).toBeLessThan(lines);
    expect(await ingest([path]).exited).toBe(0);
    expect(await stored()).toMatchObject([{ rows: lines, offsets: lines, last: lines - 1 }]);
  });

  async function untilMore(than: number): Promise<number> {
    for (;;) {
      const rows = Number((await stored())[0]?.['rows'] ?? 0);
      if (rows > than) return rows;
      await new Promise((wake) => setTimeout(wake, 10));
    }
  }

  it('fails when the store refuses the rows, and stores no later ones', async () => {
    const path = await file('refused.log', logLines(0, 2_000).join('\n'));
    await bench.store.command(
      'ALTER TABLE access_events RENAME COLUMN url_path TO url_path_elsewhere',
    );
    try {
      const process = ingest([path], { BATCH_MAX_ROWS: '100' });
      expect(await process.exited).toBe(1);
      expect(JSON.stringify(process.log)).toContain('run the migrations');
    } finally {
      await bench.store.command(
        'ALTER TABLE access_events RENAME COLUMN url_path_elsewhere TO url_path',
      );
    }
    expect(await stored()).toEqual([]);
  });
});

describe('ingest without its environment', () => {
  it('names every wrong variable at once, shows no value, and ends with 78', async () => {
    const { log, exited } = startApp('ingest', {
      KAFKA_BROKERS: 'nowhere',
      CLICKHOUSE_URL: 'tcp://user:hunter2@db',
      SOURCE_FORMAT: 'excel',
      HASH_KEY: 'short-secret',
      BATCH_MAX_ROWS: 'many',
    });
    expect(await exited).toBe(78);
    expect(log).toHaveLength(1);
    expect(log[0]?.['problems']).toEqual(
      expect.arrayContaining(
        ['KAFKA_BROKERS', 'CLICKHOUSE_URL', 'SOURCE_FORMAT', 'HASH_KEY', 'BATCH_MAX_ROWS'].map(
          (variable) => expect.objectContaining({ variable }),
        ),
      ),
    );
    expect(JSON.stringify(log)).not.toMatch(/hunter2|short-secret|excel|nowhere|many/);
  });
});
