import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli.js';
import { turkishShop } from '../support/turkish-shop.js';

jest.setTimeout(240_000);

interface Judged {
  readonly visitor: { readonly value: string };
  readonly intent: { readonly stance: string; readonly class: string | null };
}

interface Place {
  readonly place: string;
  readonly role: string;
  readonly origin: string;
  readonly reasons: readonly string[];
}

describe('roles of a site whose words no catalogue holds', () => {
  let folder = '';
  let log = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wherefore-e2e-roles-'));
    log = join(folder, 'access.log');
    await writeFile(log, `${turkishShop().join('\n')}\n`);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (...args: string[]): ReturnType<typeof runCli> =>
    runCli('bin/wherefore.mjs', args, {
      ...process.env,
      CLICKHOUSE_URL: undefined,
      TMPDIR: folder,
    });

  async function rolesOf(...options: string[]): Promise<Map<string, Place>> {
    const { code, stdout, stderr } = await run('roles', log, '--json', '--all', ...options);
    if (code !== 0) throw new Error(stderr);
    const places = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Place);
    return new Map(places.map((place) => [place.place, place]));
  }

  it('are learned from how everybody uses its places, with reasons', async () => {
    const places = await rolesOf();
    const role = (place: string): string | undefined => places.get(place)?.role;
    expect({
      login: role('/uye-kapisi'),
      search: role('/bul'),
      items: role('/vitrin/*'),
      pictures: role('/gorsel/{id}'),
      check: role('/durum'),
      home: role('/'),
    }).toEqual({
      login: 'login',
      search: 'search',
      items: 'item',
      pictures: 'asset',
      check: 'health',
      home: expect.stringMatching(/other|listing/),
    });
    expect(places.get('/uye-kapisi')?.reasons.join()).toMatch(/refuses \d+ of \d+ forms/);
  });

  it('give way to rules', async () => {
    const rules = join(folder, 'roles.yaml');
    await writeFile(rules, 'roles:\n  - { path: /uye-kapisi, role: payment }\n');
    const places = await rolesOf('--rules', rules);
    expect(places.get('/uye-kapisi')).toMatchObject({ role: 'payment', origin: 'policy' });
  });

  it('let the analysis see who fails to log in there', async () => {
    const verdicts = join(folder, 'verdicts.ndjson');
    const { code, stderr } = await run('replay', log, '--step', '60', '--verdicts', verdicts);
    if (code !== 0) throw new Error(stderr);
    const lines = (await readFile(verdicts, 'utf8')).trim().split('\n');
    const judged = lines.map((line) => JSON.parse(line) as Judged);
    const malicious = judged.filter(({ intent }) => intent.stance === 'malicious');
    expect(malicious.map(({ visitor }) => visitor.value)).toEqual(['192.0.2.66']);
    expect(malicious[0]?.intent.class).toMatch(/OAT-00[78]/);
  });
});
