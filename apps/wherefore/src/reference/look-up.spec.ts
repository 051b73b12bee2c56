import { describe, expect, it } from '@jest/globals';
import { loadReferenceData } from '#libs/reference';
import { lookUp } from './look-up.js';
import { renderDataSets } from './render-data-sets.js';
import { renderLookUp } from './render-look-up.js';

const data = loadReferenceData({ organisations: true });
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

function answer(address: string | null, userAgent: string | null): string {
  return renderLookUp(lookUp(data, { address, userAgent }));
}

describe(lookUp.name, () => {
  it.each([
    ['66.249.66.1', 'true, the operator publishes this address'],
    ['5.9.5.9', 'false, the operator publishes all its addresses and this is none of them'],
    ['10.0.0.1', 'neither proved nor disproved by the address'],
    [null, 'not checked without an address'],
  ])('says of a crawler from %s: %s', (address, truth) => {
    expect(answer(address, GOOGLEBOT)).toContain(
      `claims    Googlebot of Google (search_indexing): ${truth}`,
    );
  });

  it('says whose an address is, in whatever form it is written', () => {
    expect(answer('[2001:4860:4860:0::8888]:443', null)).toBe(
      'address   2001:4860:4860::8888\nnetwork   AS15169 Google LLC\ncountry   US',
    );
    expect(answer('192.0.2.1', null)).toContain('network   unknown\ncountry   unknown');
  });

  it('shows no steering characters of a user agent', () => {
    expect(answer(null, '\u001b[31mx')).not.toContain('\u001b');
  });

  it('refuses what is no address', () => {
    expect(() => lookUp(data, { address: 'host.example', userAgent: null })).toThrow(
      'That is no IPv4 or IPv6 address',
    );
  });
});

describe(renderDataSets.name, () => {
  it('shows the age of each data set, and whom the networks are owed to', () => {
    const shown = renderDataSets(
      [
        {
          name: 'asn-ipv4',
          date: '2026-06-17',
          source: 'somewhere',
          licence: 'CC-BY-4.0',
          entries: 12_345,
          origin: 'packaged',
        },
      ],
      Date.parse('2026-06-20'),
    );
    expect(shown).toMatch(/asn-ipv4 +2026-06-17 +3 +12,345 +CC-BY-4\.0 +packaged/);
    expect(shown).toContain('https://db-ip.com');
  });
});
