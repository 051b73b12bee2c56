import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '#libs/platform';
import { type StoredCursor } from '#libs/store';
import { ReaderCursors } from './reader-cursors.js';

const READER = { name: 'edge', client: '192.0.2.1' };
const NEWS = {
  id: 1,
  uuid: '',
  origin: 'wherefore',
  type: 'ban' as const,
  scope: 'Ip' as const,
  value: '11.0.0.1',
  duration: '1s',
  scenario: '',
};

/** A store that several replicas share; `away` makes it refuse. */
class SharedStore {
  readonly rows = new Map<string, StoredCursor>();
  writes = 0;
  away = false;

  read({ name, client }: typeof READER): Promise<StoredCursor | undefined> {
    if (this.away) return Promise.reject(new Error('away'));
    return Promise.resolve(this.rows.get(name + client));
  }

  write({ name, client }: typeof READER, cursor: StoredCursor): Promise<void> {
    if (this.away) return Promise.reject(new Error('away'));
    this.writes += 1;
    this.rows.set(name + client, cursor);
    return Promise.resolve();
  }
}

const heard = (sequence: number, at: number, added = [NEWS]) => ({
  ...{ cursor: { sequence, at }, added, deleted: [] },
});

describe(ReaderCursors.name, () => {
  it('goes on where another replica, or the process before, stopped', async () => {
    const store = new SharedStore();
    const one = new ReaderCursors(store, silentLogger);
    const other = new ReaderCursors(store, silentLogger);
    expect(await one.of(READER)).toBeUndefined();
    await one.heard(READER, heard(5, 1_000));
    expect(await other.of(READER)).toEqual({ sequence: 5, at: 1_000 });
    expect(await other.of({ ...READER, client: '192.0.2.2' })).toBeUndefined();
    await other.heard(READER, heard(9, 2_000));
    expect(await one.of(READER)).toEqual({ sequence: 9, at: 2_000 });
  });

  it('goes on by memory while the store is away', async () => {
    const store = new SharedStore();
    const cursors = new ReaderCursors(store, silentLogger);
    await cursors.heard(READER, heard(5, 1_000));
    store.away = true;
    await cursors.heard(READER, heard(6, 2_000));
    expect(await cursors.of(READER)).toEqual({ sequence: 6, at: 2_000 });
    store.away = false;
    expect(await cursors.of(READER)).toEqual({ sequence: 6, at: 2_000 });
  });

  it('notes no news once a minute only', async () => {
    const store = new SharedStore();
    const cursors = new ReaderCursors(store, silentLogger);
    for (let at = 0; at < 120_000; at += 10_000) await cursors.heard(READER, heard(5, at, []));
    expect(store.writes).toBe(2);
  });
});
