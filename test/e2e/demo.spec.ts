import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliRun, leftBehind, processesUsing, runCli, startCli } from '../support/cli.js';
import { describeWithEmbeddedKafka } from '../support/kafka.js';
import { until } from '../support/until.js';

const DEMO = 'scripts/demo.mjs';
const SMALL = ['--small', '--seed', '3'];

interface Demo {
  transport: string;
  source: object;
  produced: number;
  stored: number;
  events: number;
  rejects: number;
  verdicts_published: number;
  malicious: number;
  by_nature: { name: string; visitors: number }[];
  by_intent: { name: string; visitors: number }[];
  campaigns: { members: number }[];
  strongest: { reasons: { text: string; weight: number }[] }[];
  score: {
    precision: number;
    recall: number;
    measured: { class: string; visitors: number; caught: number }[];
    people: { visitors: number; blocked: number };
    goodBots: { visitors: number; blocked: number };
  };
  look: {
    play: string;
    user: string;
    password: string;
    queries: { sql: string }[];
    tail: string;
  };
}

let folder = '';
/** Somewhere that no other process names. */
const dataDir = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wherefore-e2e-demo-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Without what could point the demo at servers of others, or tell it that npm started it. */
const env = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  KAFKA_BROKERS: '',
  CLICKHOUSE_URL: undefined,
  npm_execpath: undefined,
  ...extra,
});

function expectStory(demo: Demo): void {
  expect(demo.stored).toBe(demo.produced);
  expect(demo.events + demo.rejects).toBe(demo.stored);
  expect(demo.events).toBeGreaterThan(1_000);
  expect(demo.by_nature.length).toBeGreaterThan(3);
  expect(demo.by_intent.length).toBeGreaterThan(3);
  expect(demo.malicious).toBeGreaterThan(0);
  expect(demo.verdicts_published).toBeGreaterThan(0);
  expect(demo.campaigns.length).toBeGreaterThan(0);
  expect(demo.strongest.length).toBeGreaterThan(3);
  for (const { reasons } of demo.strongest) {
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.length).toBeLessThanOrEqual(3);
    for (const { text } of reasons) expect(text).toMatch(/\w/);
  }
  const { score } = demo;
  expect(score.precision).toBeGreaterThan(0.9);
  expect(score.recall).toBeGreaterThan(0);
  expect(score.measured.reduce((sum, { visitors }) => sum + visitors, 0)).toBeGreaterThan(0);
  expect(score.people.visitors).toBeGreaterThan(0);
  expect(score.goodBots).toMatchObject({ blocked: 0 });
}

describeWithEmbeddedKafka('wherefore demo on a real broker', () => {
  let run: CliRun;
  let demo: Demo;

  beforeAll(async () => {
    const args = [...SMALL, '--json', '--data-dir', dataDir('live')];
    run = startCli(DEMO, args, env());
    await Promise.race([until(() => run.stdout().endsWith('\n'), 170_000), run.exited]);
    if (run.stdout() === '') throw new Error(run.stderr());
    demo = JSON.parse(run.stdout()) as Demo;
  }, 180_000);

  afterAll(() => {
    run.child.kill('SIGKILL');
  });

  it('tells who the visitors are, with figures', () => {
    expect(demo.transport).toBe('kafka');
    expectStory(demo);
  });

  it('gives queries that the analyst may run, and nothing beyond the views', async () => {
    const { play, user, password, queries } = demo.look;
    const ask = (sql: string): Promise<Response> =>
      fetch(new URL('/', play), {
        method: 'POST',
        body: sql,
        headers: { 'X-ClickHouse-User': user, 'X-ClickHouse-Key': password },
      });
    expect((await fetch(play)).status).toBe(200);
    expect(queries).toHaveLength(3);
    for (const { sql } of queries) {
      const answer = await ask(sql);
      const text = await answer.text();
      expect([answer.status, text]).toEqual([200, expect.stringMatching(/\t/)]);
    }
    expect((await ask('SELECT count() FROM wherefore.access_events')).status).not.toBe(200);
  });

  it('gives a command that shows the verdicts as a WAF gets them', async () => {
    const args = demo.look.tail.split(' ').slice(2);
    expect(args.slice(0, 2)).toEqual(['verdicts', '--follow']);
    const now = args.filter((arg) => arg !== '--follow');
    const { code, stdout } = await runCli('bin/wherefore.mjs', [...now, '--json'], env());
    expect(code).toBe(0);
    const verdicts = stdout.trim().split('\n');
    expect(verdicts.length).toBeGreaterThan(0);
    expect(JSON.parse(verdicts[0] ?? '')).toMatchObject({
      key: expect.stringMatching(/^default\/address/),
      value: { schema_version: '1.0', action: expect.any(String) },
    });
  });

  it('stops every process cleanly on Ctrl-C', async () => {
    expect(await processesUsing(dataDir('live'))).not.toEqual([]);
    run.child.kill('SIGINT');
    expect(await run.exited).toBe(0);
    expect(await leftBehind(dataDir('live'), 0)).toEqual([]);
  });
});

describeWithEmbeddedKafka('wherefore demo, killed', () => {
  it('leaves no process behind', async () => {
    const run = startCli(DEMO, ['--small', '--data-dir', dataDir('killed')], env());
    await until(() => run.stderr().includes('Feeding the log topic'), 90_000);
    const before = await processesUsing(dataDir('killed'));
    expect(before.length).toBeGreaterThanOrEqual(5);
    run.child.kill('SIGKILL');
    expect(await leftBehind(dataDir('killed'), 30_000)).toEqual([]);
  }, 130_000);
});

describe('wherefore demo without a broker', () => {
  it('says what to install, reads the log directly and writes the verdicts to a file', async () => {
    const bin = dataDir('bin');
    await mkdir(bin);
    await symlink(process.execPath, join(bin, 'node'));
    const args = ['--small', '--exit', '--json', '--data-dir', dataDir('alone')];
    const { code, stdout, stderr } = await runCli(DEMO, args, env({ PATH: bin }));
    expect([code, stderr]).toEqual([0, expect.stringMatching(/No Kafka broker.*install a JDK/)]);
    const demo = JSON.parse(stdout) as Demo;
    expect(demo.transport).toBe('file');
    expectStory(demo);
    const verdictFile = demo.look.tail.split(' ').at(-1) ?? '';
    const verdicts = (await readFile(verdictFile, 'utf8')).trim().split('\n');
    expect(verdicts).toHaveLength(demo.verdicts_published);
    expect(await leftBehind(dataDir('alone'), 0)).toEqual([]);
  }, 180_000);
});
