import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordedContext } from '../testing/recorded-context.js';
import { parseFiles } from './parse-files.js';

const HASH_KEY = 'a key of sixteen characters';
const TIME = '[22/Nov/2026:22:00:00 +0000]';
const LINE = `192.0.2.1 - jane ${TIME} "GET /p?token=s3cr3t HTTP/1.1" 200 5 "https://x.example/?pin=1" "UA"`;
const W3C = [
  '#Fields: date time c-ip cs-method cs-uri-stem sc-status',
  '2026-11-22 22:00:00 192.0.2.2 GET /w 200',
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parse-files-'));
  const shipped = JSON.stringify({ log: `${LINE}\n`, stream: 'stdout' });
  writeFileSync(join(folder, 'a.log'), `${shipped}\nrubbish password=s3cr3t\n`);
  writeFileSync(join(folder, 'w3c.log'), W3C.join('\n'));
  writeFileSync(join(folder, 'sources.yaml'), 'sources: [{ name: shop, format: combined }]');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function parse(
  file: string,
  options: Partial<Parameters<typeof parseFiles>[2]> = {},
): Promise<{ rows: Record<string, unknown>[]; warned: string }> {
  const { context, stdout, stderr } = recordedContext({ HASH_KEY });
  await parseFiles(context, [join(folder, file)], { format: 'auto', plain: false, ...options });
  const lines = stdout().trim().split('\n');
  return {
    rows: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    warned: stderr(),
  };
}

describe('parse', () => {
  it('prints rows as they are stored: redacted, hashed, rejects too', async () => {
    const { rows, warned } = await parse('a.log');
    const jane = createHmac('sha256', HASH_KEY).update('jane').digest('hex').slice(0, 16);
    expect(rows[0]).toMatchObject({
      source_name: 'sample',
      source_format: 'combined',
      event_time: '2026-11-22T22:00:00.000Z',
      client_address: '192.0.2.1',
      url_query: expect.stringMatching(/^token=~redacted:\w{8}~$/),
      account_key: jane,
      redactions: ['query:token', 'referer:password'],
    });
    expect(rows[1]).toMatchObject({ source_name: 'sample', reject_reason: 'unknown_format' });
    expect(JSON.stringify(rows)).not.toMatch(/s3cr3t|jane/);
    expect(warned).toContain('1 record of 2 no request: unknown_format 1');
  });

  it('prints them as they are logged where that is wanted', async () => {
    const { rows } = await parse('a.log', { plain: true });
    expect(rows[0]).toMatchObject({
      url_query: 'token=s3cr3t',
      http_request_referer: 'https://x.example/?pin=1',
      account_key: 'jane',
    });
    expect(rows[1]).toMatchObject({ raw: 'rubbish password=s3cr3t' });
  });

  it('lets a directive hold for the lines that follow', async () => {
    const { rows } = await parse('w3c.log');
    expect(rows).toMatchObject([
      { reject_reason: 'skipped:directive' },
      { source_format: 'iis_w3c', client_address: '192.0.2.2', url_path: '/w' },
    ]);
  });

  it('reads as a described source', async () => {
    const sources = join(folder, 'sources.yaml');
    expect((await parse('a.log', { sources })).rows[0]).toMatchObject({ source_name: 'shop' });
    await expect(parse('a.log', { sources, source: 'none' })).rejects.toThrow('--source');
    await expect(parse('a.log', { source: 'shop' })).rejects.toThrow('add --sources FILE');
  });
});
