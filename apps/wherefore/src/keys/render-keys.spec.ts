import { describe, expect, it } from '@jest/globals';
import { renderKeys } from './render-keys.js';

const KEY = {
  name: 'edge',
  hash: 'not to be shown',
  actions: ['block', 'challenge'],
  sites: [],
  createdAt: Date.parse('2026-03-01T12:00:00Z'),
};

describe(renderKeys.name, () => {
  it('shows what a key may have and when it was used, never its hash', () => {
    const text = renderKeys([
      { ...KEY, lastPull: Date.parse('2026-03-02T08:15:30Z'), clients: 2 },
      { ...KEY, name: 'shop', sites: ['shop.example'], lastPull: null, clients: 0 },
    ]);
    const [header, edge, shop] = text.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(header).toEqual(['name', 'made', 'actions', 'sites', 'last stream', 'from addresses']);
    expect(edge).toEqual([
      'edge',
      '2026-03-01 12:00',
      'block, challenge',
      '–',
      '2026-03-02 08:15',
      '2',
    ]);
    expect(shop).toEqual([
      'shop',
      '2026-03-01 12:00',
      'block, challenge',
      'shop.example',
      'never',
      '0',
    ]);
    expect(text).not.toContain(KEY.hash);
  });

  it('says how to make one where there is none', () => {
    expect(renderKeys([])).toContain('wherefore keys add');
  });
});
