import { describe, expect, it } from '@jest/globals';
import { type FeedKey, feedKeyHash } from '#libs/store';
import { KnownKeys } from './known-keys.js';
import { presentedKey } from './presented-key.js';

const named = (name: string, key: string): FeedKey => {
  return { name, hash: feedKeyHash(key), actions: ['block'], sites: [], createdAt: 0 };
};

describe(KnownKeys.name, () => {
  it('knows a key by its hash, and no more once it is removed', async () => {
    let stored = [named('edge', 'wf_one'), named('shop', 'wf_two')];
    const keys = new KnownKeys({ list: () => Promise.resolve(stored) });
    expect(keys.ownerOf('wf_two')).toBeUndefined();
    await keys.refresh();
    expect(keys.ownerOf('wf_two')?.name).toBe('shop');
    for (const wrong of ['wf_tw', 'wf_two ', feedKeyHash('wf_two'), ''])
      expect(keys.ownerOf(wrong)).toBeUndefined();
    stored = stored.slice(0, 1);
    await keys.refresh();
    expect(keys.ownerOf('wf_two')).toBeUndefined();
  });

  it('keeps those it knows while the store is away', async () => {
    let answer = Promise.resolve([named('edge', 'wf_one')]);
    const keys = new KnownKeys({ list: () => answer });
    await keys.refresh();
    answer = Promise.reject(new Error('away'));
    await expect(keys.refresh()).rejects.toThrow('away');
    expect(keys.ownerOf('wf_one')?.name).toBe('edge');
  });
});

describe(presentedKey.name, () => {
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([
    [{ 'x-api-key': 'wf_one' }, 'wf_one'],
    [{ authorization: 'Bearer wf_one' }, 'wf_one'],
    [{ authorization: basic('big-ip:wf_one') }, 'wf_one'],
    [{ authorization: basic('a:b:c') }, 'b:c'],
    [{ authorization: 'Digest wf_one' }, ''],
    [{ authorization: 'Basic' }, ''],
    [{}, ''],
  ])('finds in %j the key %s', (headers, key) => {
    expect(presentedKey(headers)).toBe(key);
  });
});
