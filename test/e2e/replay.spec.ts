import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CliResult, leftBehind, runCli } from '../support/cli.js';

const FIELDS = [
  'visitor',
  'addresses',
  'nature',
  'verification',
  'intent',
  'score',
  'confidence',
  'action',
  'campaign',
  'first_seen',
  'last_seen',
  'requests',
  'evidence',
];

interface Line {
  visitor: { type: string; value: string };
  addresses: string[];
  first_seen: string;
  requests: number;
  evidence: object[];
}

let folder = '';
/** Temporary folders are made here, where it shows when one is left. */
const temporary = (): string => join(folder, 'tmp');
const wherefore = (...args: string[]): Promise<CliResult> =>
  runCli('bin/wherefore.mjs', args, { ...process.env, TMPDIR: temporary() });
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wherefore-e2e-replay-'));
  await mkdir(temporary());
  const size = ['--seed', '5', '--hours', '1', '--scale', '0.05'];
  const { code, stderr } = await wherefore('simulate', ...size, '--out', folder);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  await writeFile(path('access.log.gz'), gzipSync(await readFile(path('access.log'))));
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('wherefore replay', () => {
  it('writes one line for every visitor, at least one for every address, in the stable shape', async () => {
    const out = path('verdicts.ndjson');
    const args = [
      path('access.log.gz'),
      path('api.ndjson'),
      '--verdicts',
      out,
      '--summary',
      '--json',
    ];
    const { code, stdout, stderr } = await wherefore('replay', ...args);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Judging 100%')]);
    const lines = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    for (const line of lines) expect(Object.keys(line)).toEqual(FIELDS);
    const addressLines = lines.filter(({ visitor }) => visitor.type === 'address');
    const judged = addressLines.map(({ visitor }) => visitor.value).sort();
    expect(judged).toEqual([...(await addressesOfTheLog())].sort());
    expect(lines.some(({ evidence }) => evidence.length > 0)).toBe(true);
    const requests = addressLines.reduce((sum, line) => sum + line.requests, 0);
    expect(JSON.parse(stdout)).toMatchObject({ events: requests, clients: addressLines.length });
    expect(await leftBehind(folder, 0)).toEqual([]);
  }, 120_000);

  it('names every file that is not there, and fails', async () => {
    const { code, stdout, stderr } = await wherefore('replay', path('no.log'), path('not.log'));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`No such file: ${path('no.log')}, ${path('not.log')}`);
    expect(stderr).not.toContain('    at ');
  });

  it('tells a damaged file with the words of the process that read it, and keeps its log', async () => {
    const whole = await readFile(path('access.log.gz'));
    await writeFile(path('cut.log.gz'), whole.subarray(0, whole.length / 2));
    const { code, stderr } = await wherefore('replay', path('cut.log.gz'));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /The process ingest ended with exit code 1.*\n.*gzip data end too early/,
    );
    const log = /Its whole log: (.*)/.exec(stderr)?.[1] ?? '';
    expect(await readFile(log, 'utf8')).toContain('"process":"ingest"');
    await rm(join(log, '..', '..'), { recursive: true });
  }, 60_000);
});

describe('wherefore evaluate', () => {
  it('compares the verdicts with the labels', async () => {
    const logs = [path('access.log'), path('api.ndjson')];
    const { code, stdout } = await wherefore(
      'evaluate',
      ...logs,
      '--labels',
      path('labels.csv'),
      '--json',
    );
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as { labelled: number; absent: number };
    const labels = (await readFile(path('labels.csv'), 'utf8')).trim().split('\n').length - 1;
    expect(result).toMatchObject({
      labelled: labels,
      absent: 0,
      badBots: { visitors: expect.any(Number), rate: expect.any(Number) },
      goodBots: { blocked: 0 },
    });
    expect(await readdir(temporary())).toEqual([]);
  }, 120_000);
});

/** Client addresses as the log lines tell them. */
async function addressesOfTheLog(): Promise<Set<string>> {
  const linesOf = async (name: string): Promise<string[]> =>
    (await readFile(path(name), 'utf8')).trim().split('\n');
  const web = (await linesOf('access.log')).map((line) => line.split(' ')[1] ?? '');
  const api = (await linesOf('api.ndjson')).map(
    (line) => (JSON.parse(line) as { remote_addr: string }).remote_addr,
  );
  return new Set([...web, ...api]);
}
