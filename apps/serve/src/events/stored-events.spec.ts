import { describe, expect, it, jest } from '@jest/globals';
import { StoredEvents } from './stored-events.js';

function storeOf(rows: object[]) {
  const query = jest.fn(() => Promise.resolve(rows));
  const close = jest.fn(() => Promise.resolve());
  return { query, close } as never as ConstructorParameters<typeof StoredEvents>[0] & {
    query: typeof query;
    close: typeof close;
  };
}

describe('StoredEvents', () => {
  it('asks the store at most once in five seconds', async () => {
    const store = storeOf([{ events: 1, deadLetters: 0, newestEvent: 0 }]);
    let now = 0;
    const events = new StoredEvents(store, { now: () => 0, monotonic: () => now });
    await Promise.all([events.totals(), events.totals()]);
    now = 4_999;
    await events.totals();
    expect(store.query).toHaveBeenCalledTimes(1);
    now = 5_000;
    await events.totals();
    expect(store.query).toHaveBeenCalledTimes(2);
  });

  it('closes the store when the process shuts down', async () => {
    const store = storeOf([]);
    await new StoredEvents(store, { now: () => 0, monotonic: () => 0 }).onApplicationShutdown();
    expect(store.close).toHaveBeenCalledTimes(1);
  });
});
