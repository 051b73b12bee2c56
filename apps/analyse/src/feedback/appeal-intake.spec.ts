import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '#libs/platform';
import { appealedVerdict, isOrderKnown, type Store, StoreUnavailableError } from '#libs/store';
import { AppealIntake } from './appeal-intake.js';

const KEY = 'default/address/192.0.2.7';
const verdict = { keyType: 'address', key: '192.0.2.7', verdictId: 'v1', verdictAt: 5, codes: [] };

interface Order {
  readonly id: string;
  readonly verdict_id: string;
  readonly confirmed: boolean;
}

/** A store that refuses its first inserts. */
class FakeStore {
  readonly orders: Order[] = [];
  verdicts = [verdict];
  refusals: Error[] = [];

  query(sql: string, { id }: { id?: string }): Promise<unknown[]> {
    if (sql === isOrderKnown)
      return Promise.resolve([{ known: this.orders.some((one) => one.id === id) ? 1 : 0 }]);
    return Promise.resolve(sql === appealedVerdict ? this.verdicts : []);
  }

  insertRows(_table: string, rows: Order[]): Promise<void> {
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return Promise.reject(refusal);
    this.orders.push(...rows);
    return Promise.resolve();
  }
}

function intake(store: FakeStore, pause = (): Promise<boolean> => Promise.resolve(true)) {
  const clock = { now: () => 9_000, monotonic: () => 0 };
  return new AppealIntake(store as unknown as Store, clock, silentLogger, pause);
}

const mistake = JSON.stringify({ verdict: KEY, reason: 'a customer', confirmed: true });

describe(AppealIntake.name, () => {
  it('stores an appeal once, however often it is read, whatever verdict the key has by then', async () => {
    const store = new FakeStore();
    await intake(store).take('feedback/0/1', mistake);
    store.verdicts = [{ ...verdict, verdictId: 'v2', verdictAt: 8 }];
    await intake(store).take('feedback/0/1', mistake);
    expect(store.orders).toMatchObject([{ verdict_id: 'v1', confirmed: true }]);
  });

  it('waits for ClickHouse, and keeps the order', async () => {
    const store = new FakeStore();
    store.refusals = [new StoreUnavailableError('away'), new StoreUnavailableError('away')];
    const taking = intake(store);
    await Promise.all([taking.take('feedback/0/1', mistake), taking.take('feedback/0/2', mistake)]);
    expect(store.orders.map(({ id }) => id)).toEqual(['feedback/0/1', 'feedback/0/2']);
  });

  it('gives up on what ClickHouse refuses, and at the end', async () => {
    const store = new FakeStore();
    store.refusals = [new Error('no such column'), new StoreUnavailableError('away')];
    const taking = intake(store, () => Promise.resolve(false));
    await taking.take('feedback/0/1', mistake);
    await taking.take('feedback/0/2', mistake);
    expect(store.orders).toEqual([]);
    await taking.take('feedback/0/3', mistake);
    expect(store.orders).toHaveLength(1);
  });

  it('does not keep an appeal against no verdict for one that is given later', async () => {
    const store = new FakeStore();
    store.verdicts = [];
    await intake(store).take('feedback/0/1', mistake);
    store.verdicts = [verdict];
    await intake(store).take('feedback/0/1', mistake);
    expect(store.orders).toMatchObject([{ verdict_id: '', confirmed: false }]);
  });
});
