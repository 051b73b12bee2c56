import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { recordedContext } from '../testing/recorded-context.js';
import { checkSources, type CheckOptions } from './check-sources.js';

const SOURCES = `
sources:
  - name: shop
    topics: [shop-access]
    format: combined
    trusted_proxies: [10.0.0.0/8]
  - name: other
`;
const TIME = '[22/Nov/2026:22:00:00 +0000]';
const GOOD = `10.0.0.9 - jane ${TIME} "GET /p?token=s3cr3t HTTP/1.1" 200 5 "-" "UA" "192.0.2.66, 198.51.100.7"`;
const AROUND = `198.51.100.9 - - ${TIME} "GET /p HTTP/1.1" 200 5 "-" "UA" "192.0.2.66"`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-sources-'));
  writeFileSync(join(folder, 'sources.yaml'), SOURCES);
  writeFileSync(join(folder, 'wrong.yaml'), 'sources:\n  - name: a\n    hops: none\n');
  writeFileSync(join(folder, 'good.log.gz'), gzipSync(`${GOOD}\n${AROUND}\n`));
  writeFileSync(join(folder, 'bad.log'), `${GOOD}\nrubbish password=s3cr3t \u001b[31m\n\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a check prints, and the message it ends with where it fails. */
async function check(
  file: string,
  sample?: string,
  options: Partial<CheckOptions> = {},
): Promise<{ out: string; failure: string }> {
  const { context, stdout } = recordedContext();
  const sampled = sample === undefined ? undefined : join(folder, sample);
  const failure = await checkSources(context, join(folder, file), sampled, {
    lines: 20,
    ...options,
  }).then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
  return { out: stdout(), failure };
}

describe('sources check', () => {
  it('shows the sources of a file that is right', async () => {
    const { out, failure } = await check('sources.yaml');
    expect(failure).toBe('');
    expect(out).toMatch(
      /shop +combined +shop-access +x-forwarded-for from 1 trusted block +address/,
    );
    expect(out).toMatch(/other +auto +files only +the log/);
  });

  it('names what is wrong with a file', async () => {
    expect((await check('wrong.yaml')).failure).toContain('wrong.yaml:3: sources[0].hops: must be');
    const { out } = await check('wrong.yaml', undefined, { json: true });
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      problems: [{ line: 3, field: 'sources[0].hops' }],
    });
  });

  it('shows how each line is read, without secrets', async () => {
    const { out, failure } = await check('sources.yaml', 'good.log.gz', { source: 'shop' });
    expect(failure).toBe('');
    expect(out).toMatch(/line 1 {2}combined/);
    expect(out).toMatch(
      /client_address +198\.51\.100\.7 {2}from x-forwarded-for, which trusted proxy 10\.0\.0\.9 sent/,
    );
    expect(out).toMatch(/client_address +198\.51\.100\.9 {2}the address of the connection/);
    expect(out).toMatch(/url_query +token=~redacted:/);
    expect(out).toMatch(/redactions +query:token/);
    expect(out).not.toContain('s3cr3t');
    expect(out).toMatch(/2 records: 2 requests, 0 rejected/);
    expect(out).toMatch(/client +x-forwarded-for 1, untrusted_peer 1/);
  });

  it('fails where lines would be dead letters, and says why', async () => {
    const { out, failure } = await check('sources.yaml', 'bad.log', { source: 'shop' });
    expect(failure).toMatch(/^1 record of 3 would become dead letters/);
    expect(out).toMatch(
      /line 2 {2}rejected: unknown_format {2}rubbish password=~redacted:\w+~ ·\[31m\n/,
    );
    expect(out).toMatch(/line 3 {2}empty/);
    expect(out).toMatch(/no request +unknown_format 1, empty 1/);
  });

  it('prints objects for machines, of as many lines as wanted', async () => {
    const options = { source: 'shop', json: true, lines: 1 } as const;
    const { out } = await check('sources.yaml', 'bad.log', options);
    const [first, last, ...more] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      line: 1,
      source_format: 'combined',
      client: { client: '198.51.100.7', peer: '10.0.0.9', from: 'x-forwarded-for' },
      event: { event_time: '2026-11-22T22:00:00.000Z', client_address: '198.51.100.7' },
    });
    expect(last).toEqual({
      summary: {
        records: 3,
        events: 1,
        rejected: 1,
        formats: { combined: 1 },
        clients: { 'x-forwarded-for': 1 },
        redactions: { 'query:token': 1 },
        reject_reasons: { unknown_format: 1, empty: 1 },
      },
    });
  });

  it('wants to know whose lines they are', async () => {
    expect((await check('sources.yaml', 'good.log.gz')).failure).toBe(
      'Say with --source which one the lines are of: shop, other.',
    );
    expect((await check('sources.yaml', 'none.log', { source: 'shop' })).failure).toContain(
      'cannot be read',
    );
  });
});
