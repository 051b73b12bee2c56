import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LogAudit, repairOf } from '#libs/store';
import { runCli } from '../support/cli.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';

const DAYS = ['2026-03-14 23:00:00.000', '2026-03-15 01:00:00.000'] as const;

describe('LogAudit', () => {
  let test: TestClickHouse;

  beforeAll(async () => {
    test = await startTestClickHouse();
  });

  beforeEach(() => test.store.command('TRUNCATE TABLE access_events'));

  afterAll(async () => {
    await test.stop();
  });

  /** Stores offsets as if they had come from a broker, past every protection against doubling them. */
  async function plant(from: number, to: number, changes: object = {}): Promise<void> {
    const rows = Array.from({ length: to - from }, (_, index) => ({
      kafka_topic: 'logs',
      kafka_partition: 3,
      kafka_offset: from + index,
      kafka_append_time: DAYS[0],
      event_time: DAYS[0],
      url_path: `/item/${from + index}`,
      ...changes,
    }));
    await test.store.insertRows('access_events', rows);
  }

  const whole = (first: number, tail: number): object => ({
    topic: 'logs',
    partition: 3,
    rows: tail - first,
    first,
    tail,
    duplicatedRows: 0,
    missingOffsets: 0,
    duplicatedDays: [],
  });

  it('finds nothing in a chain over two days, also with several rows a message', async () => {
    await plant(500, 700);
    await plant(700, 900, { kafka_append_time: DAYS[1] });
    await plant(600, 610, { kafka_index: 1 });
    expect(await new LogAudit(test.store).run()).toEqual([{ ...whole(500, 900), rows: 410 }]);
  });

  it('counts duplicated rows, and the statement it gives leaves one of each', async () => {
    await plant(0, 70_000);
    await plant(66_000, 66_100);
    await plant(70_000, 70_100, { kafka_append_time: DAYS[1] });
    const audit = new LogAudit(test.store);
    const [found] = await audit.run();
    expect(found).toMatchObject({
      duplicatedRows: 100,
      missingOffsets: 0,
      duplicatedDays: ['20260314'],
    });
    if (found === undefined) return;
    for (const statement of repairOf(found)) await test.store.command(statement);
    expect(await audit.run()).toEqual([whole(0, 70_100)]);
  });

  it('counts missing offsets, also where duplicates make the count come out right', async () => {
    await plant(0, 100);
    await plant(120, 200);
    await plant(40, 60);
    expect(await new LogAudit(test.store).run()).toMatchObject([
      { rows: 200, duplicatedRows: 20, missingOffsets: 20 },
    ]);
  });

  it('takes a gap record for the offsets that it stands for', async () => {
    await plant(0, 100);
    const gap = { reject_reason: 'gap', raw: JSON.stringify({ from: 100, to: 100_000 }) };
    await plant(99_999, 100_000, gap);
    await plant(100_000, 100_050, { kafka_append_time: DAYS[1] });
    expect(await new LogAudit(test.store).run()).toEqual([{ ...whole(0, 100_050), rows: 151 }]);
  });

  it('is told on the command line, with an exit code for machines', async () => {
    const { url, admin } = test.server;
    const audit = (...words: string[]): ReturnType<typeof runCli> =>
      runCli('bin/wherefore.mjs', ['audit', ...words], {
        PATH: process.env['PATH'],
        CLICKHOUSE_URL: url,
        CLICKHOUSE_USER: admin.user,
        CLICKHOUSE_PASSWORD: admin.password,
        CLICKHOUSE_DATABASE: test.database,
      });
    await plant(0, 100);
    const sound = await audit();
    expect([sound.code, sound.stderr]).toEqual([0, '']);
    expect(sound.stdout).toMatch(/logs +3 +100 +0 +100 +0 +0 +–/);
    await plant(10, 15);
    const broken = await audit('--json');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.stdout)).toMatchObject({
      topic: 'logs',
      partition: 3,
      duplicatedRows: 5,
      behindRecords: null,
      repair: [expect.stringContaining("PARTITION ID '20260314'")],
    });
  });

  it('reads again only the days that have changed', async () => {
    await plant(0, 100);
    const asked: unknown[] = [];
    const audit = new LogAudit({
      query: (sql, parameters) => {
        asked.push(parameters?.['day']);
        return test.store.query(sql, parameters);
      },
    });
    await audit.run();
    await plant(100, 150, { kafka_append_time: DAYS[1] });
    expect(await audit.run()).toEqual([whole(0, 150)]);
    expect(asked.filter((day) => day !== undefined)).toEqual(['20260314', '20260315']);
  });
});
