import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockText, parseBlock } from '../capacity/address-block.js';
import { exportGuard } from '../export/export-guard.js';
import { verdictMessage } from '../testing/verdict-message.js';
import { type VerdictMessage } from '../verdict-message.js';
import { listEntries } from './list-entries.js';
import { LIST_FORMATS } from './list-formats.js';
import { listPage } from './list-page.js';
import { type ListQuery } from './list-query.js';

const EVERYTHING: ListQuery = {
  actions: ['block', 'challenge', 'throttle'],
  threats: [],
  confidence: 0,
  sites: [],
  family: null,
  ipv6Prefix: 128,
};
const guard = exportGuard({ cidrs: ['11.9.0.0/16'] });

function verdictOn(cidrs: readonly string[], but: Partial<VerdictMessage> = {}): VerdictMessage {
  const { subject } = verdictMessage();
  return verdictMessage({ subject: { ...subject, enforce_as: cidrs }, ...but });
}

const VERDICTS = [
  verdictOn(['11.0.0.7/32']),
  verdictOn(['11.0.0.6/32'], { action: 'challenge' }),
  verdictOn(['11.0.1.0/24'], { action: 'throttle' }),
  verdictOn(['11.0.2.0/25', '11.0.2.128/25']),
  verdictOn(['2a00:1::7/128']),
  verdictOn(['11.9.1.1/32']),
  verdictOn(['10.1.1.1/32']),
  verdictOn(['11.0.0.9/32'], { match: { user_agent: 'curl/8' } }),
  verdictOn(['11.0.0.10/32'], { mode: 'simulate' }),
  verdictOn(['11.0.0.11/32'], { site: 'shop.example' }),
  verdictOn(['11.0.0.12/32'], { expires_at: null }),
];

function text(name: string, query: Partial<ListQuery> = {}, category = 'wherefore'): string {
  const format = LIST_FORMATS.get(name);
  if (format === undefined) throw new Error(`no format ${name}`);
  const entries = listEntries(
    VERDICTS,
    { ...EVERYTHING, actions: format.actions, ...query },
    guard,
  );
  return listPage(entries, format, { after: null, limit: 1_000 }, category).text;
}

describe('lists', () => {
  it.each([
    ['plain', '11.0.0.7\n11.0.2.0/25\n11.0.2.128/25\n2a00:1::7\n'],
    ['cidr-merged', '11.0.0.7/32\n11.0.2.0/24\n2a00:1::7/128\n'],
    ['modsecurity', '11.0.0.7\n11.0.2.0/25\n11.0.2.128/25\n2a00:1::7\n'],
    ['f5', '11.0.0.7,,bl,bots\n11.0.2.0,25,bl,bots\n11.0.2.128,25,bl,bots\n2a00:1::7,,bl,bots\n'],
    ['nginx-map', '"11.0.0.6" "challenge";\n"11.0.0.7" "block";\n"2a00:1::7" "block";\n'],
    [
      'nginx-geo',
      '11.0.0.6/32 challenge;\n11.0.0.7/32 block;\n11.0.1.0/24 throttle;\n11.0.2.0/25 block;\n11.0.2.128/25 block;\n2a00:1::7/128 block;\n',
    ],
    [
      'haproxy-map',
      '11.0.0.6/32 challenge\n11.0.0.7/32 block\n11.0.1.0/24 throttle\n11.0.2.0/25 block\n11.0.2.128/25 block\n2a00:1::7/128 block\n',
    ],
  ])('writes %s', (name, expected) => {
    expect(text(name, {}, 'bots')).toBe(expected);
  });

  it('writes what programs want to know as one object a line', () => {
    const [first] = text('json').split('\n');
    expect(JSON.parse(first ?? '')).toEqual({
      cidr: '11.0.0.6/32',
      action: 'challenge',
      threat: 'OAT-008',
      risk_score: 98,
      expires_at: '2026-03-01T13:00:00.000Z',
    });
  });

  it('filters by action, threat, confidence, site and family', () => {
    expect(text('plain', { actions: ['throttle'] })).toBe('11.0.1.0/24\n');
    expect(text('plain', { threats: ['OAT-011'] })).toBe('');
    expect(text('plain', { confidence: 0.99 })).toBe('');
    expect(text('plain', { sites: ['shop.example'] })).toContain('11.0.0.11\n');
    expect(text('plain', { family: 6 })).toBe('2a00:1::7\n');
  });

  it('gives IPv6 as /64 where asked, and asks the guard of that', () => {
    expect(text('plain', { family: 6, ipv6Prefix: 64 })).toBe('2a00:1::/64\n');
    const excluding = exportGuard({ cidrs: ['2a00:1::1'] });
    const query = { ...EVERYTHING, family: 6, ipv6Prefix: 64 } as const;
    expect(listEntries(VERDICTS, query, excluding)).toEqual([]);
  });

  it('says an address once, with the strictest of its actions', () => {
    const verdicts = [verdictOn(['11.0.0.7/32'], { action: 'throttle' }), VERDICTS[0]];
    const entries = listEntries(
      verdicts.filter((one) => one !== undefined),
      EVERYTHING,
      guard,
    );
    expect(entries.map(({ action }) => action)).toEqual(['block']);
  });

  it('lets nothing of a hostile verdict into a configuration but addresses and words of ours', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('11.0.0.7/32; return 200', '11.0.0.7\n0.0.0.0/0', '$(reboot)', '11.0.0.7/8'),
      fc.ipV4().map((address) => `${address}/32`),
    );
    const line =
      /^"?[\da-f.:]+(\/\d{1,3})?"?( "?(block|challenge|throttle)"?;?|,\d*,bl,wherefore)?$/;
    fc.assert(
      fc.property(fc.array(hostile), fc.string(), (cidrs, words) => {
        const verdicts = [
          verdictOn(cidrs, {
            campaign: words,
            intent: { stance: 'malicious', oat: [words], confidence: 1 },
          }),
          ...cidrs.map((cidr) => verdictOn([cidr])),
        ];
        for (const [name, format] of LIST_FORMATS) {
          if (name === 'json') continue;
          const entries = listEntries(verdicts, EVERYTHING, guard);
          const page = listPage(entries, format, { after: null, limit: 1_000 }, 'wherefore');
          for (const written of page.text.split('\n').slice(0, -1)) {
            expect(written).toMatch(line);
          }
        }
      }),
    );
  });

  it('gives every entry once over all pages, merged blocks hold exactly the same addresses', () => {
    const blocks = fc.array(
      fc
        .tuple(fc.integer({ min: 0x0b000000, max: 0x0b0003ff }), fc.integer({ min: 22, max: 32 }))
        .map(([first, bits]) => parseBlock(blockText({ version: 4, first: BigInt(first), bits })))
        .filter((one) => one !== null),
      { maxLength: 30 },
    );
    const merged = LIST_FORMATS.get('cidr-merged');
    if (merged === undefined) throw new Error('no such format');
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 7 }), (all, limit) => {
        const verdicts = all.map((block) => verdictOn([blockText(block)]));
        const entries = listEntries(verdicts, EVERYTHING, guard);
        const whole = listPage(entries, merged, { after: null, limit: 10_000 }, '');
        let paged = '';
        let next: string | null = '';
        while (next !== null) {
          const page = listPage(entries, merged, { after: parseBlock(next), limit }, '');
          paged += page.text;
          ({ next } = page);
        }
        expect(paged).toBe(whole.text);
        expect(addressesOf(whole.text.split('\n').slice(0, -1))).toEqual(
          addressesOf(all.map(blockText)),
        );
      }),
      { numRuns: 50 },
    );
  });
});

function addressesOf(cidrs: readonly string[]): ReadonlySet<bigint> {
  const addresses = new Set<bigint>();
  for (const cidr of cidrs) {
    const block = parseBlock(cidr);
    if (block === null) continue;
    for (let i = 0n; i < 1n << BigInt(32 - block.bits); i++) addresses.add(block.first + i);
  }
  return addresses;
}
