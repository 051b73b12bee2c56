import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keepAlive } from './keep-alive.js';

describe('keepAlive', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('beats until it is stopped', async () => {
    let beats = 0;
    const heart = keepAlive(
      () => Promise.resolve(void (beats += 1)),
      1_000,
      () => undefined,
    );
    await jest.advanceTimersByTimeAsync(3_500);
    heart.stop();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(beats).toBe(3);
    expect(() => {
      heart.throwFailure();
    }).not.toThrow();
  });

  it('tells at once that the partition is being taken away, and hands the error over later', async () => {
    const lost: string[] = [];
    const rebalancing = Object.assign(new Error('rebalancing'), { type: 'REBALANCE_IN_PROGRESS' });
    const heart = keepAlive(
      () => Promise.reject(rebalancing),
      1_000,
      () => lost.push('lost'),
    );
    await jest.advanceTimersByTimeAsync(1_500);
    heart.stop();
    expect(lost).toEqual(['lost']);
    expect(() => {
      heart.throwFailure();
    }).toThrow(rebalancing);
  });

  it('does not take a broken connection for a lost partition', async () => {
    const lost: string[] = [];
    const heart = keepAlive(
      () => Promise.reject(new Error('closed')),
      1_000,
      () => lost.push('lost'),
    );
    await jest.advanceTimersByTimeAsync(1_500);
    heart.stop();
    expect(lost).toEqual([]);
    expect(() => {
      heart.throwFailure();
    }).toThrow('closed');
  });
});
