import { describe, expect, it } from '@jest/globals';
import { type Judgement } from '#libs/intent';
import { type OperatorOrder, type Store } from '#libs/store';
import { OperatorBoard } from './operator-board.js';

const appeal: Partial<OperatorOrder> = {
  kind: 'appeal',
  keyType: 'address',
  key: '192.0.2.7',
  codes: ['PROBE_EXPLOIT'],
};

async function boardOf(...orders: Partial<OperatorOrder>[]): Promise<OperatorBoard> {
  const board = new OperatorBoard({
    query: () => Promise.resolve(orders),
  } as unknown as Store);
  await board.refresh();
  return board;
}

function judged(key: string, weights: Readonly<Record<string, number>>): Judgement {
  const evidence = Object.entries(weights).map(([code, weight]) => ({ code, weight }));
  return { keyType: 'address', key, evidence } as unknown as Judgement;
}

describe(OperatorBoard.name, () => {
  it('pardons the same visitor for the same reasons', async () => {
    const board = await boardOf({ ...appeal, confirmed: true });
    expect(board.isPardoned(judged('192.0.2.7', { PROBE_EXPLOIT: 3, NIGHT: -1 }))).toBe(true);
  });

  it('pardons nobody else, nothing new, and nothing that nobody confirmed', async () => {
    const board = await boardOf({ ...appeal, confirmed: true });
    expect(board.isPardoned(judged('192.0.2.8', { PROBE_EXPLOIT: 3 }))).toBe(false);
    expect(board.isPardoned(judged('192.0.2.7', { PROBE_EXPLOIT: 3, LOGINS: 2 }))).toBe(false);
    const noted = await boardOf({ ...appeal, confirmed: false });
    expect(noted.isPardoned(judged('192.0.2.7', { PROBE_EXPLOIT: 3 }))).toBe(false);
  });

  it('pardons a prefix around an address that was condemned by mistake, and no other', async () => {
    const board = await boardOf({ ...appeal, confirmed: true });
    const prefix = (key: string): Judgement => ({
      ...judged(key, { LOGINS: 2 }),
      keyType: 'prefix',
    });
    expect(board.isPardoned(prefix('192.0.2.0/24'))).toBe(true);
    expect(board.isPardoned(prefix('192.0.3.0/24'))).toBe(false);
  });

  it('does what the newest order about publication says', async () => {
    const board = await boardOf({ kind: 'stop' }, { kind: 'resume' }, { kind: 'lift_all' });
    expect(board.publication).toBe('lift');
  });
});
