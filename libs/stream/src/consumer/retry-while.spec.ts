import { describe, expect, it } from '@jest/globals';
import { retryWhile } from './retry-while.js';

const away = (): Error => Object.assign(new Error('away'), { retriable: true });

describe('retryWhile', () => {
  it('tries again what is retriable until it works', async () => {
    let failures = 2;
    const pauses: number[] = [];
    const result = await retryWhile(
      () => (failures-- > 0 ? Promise.reject(away()) : Promise.resolve('stored')),
      { closing: new AbortController().signal, onRetry: (_, pauseMs) => pauses.push(pauseMs) },
    );
    expect(result).toEqual({ value: 'stored' });
    expect(pauses).toHaveLength(2);
  });

  it('throws at once what is not', async () => {
    let attempts = 0;
    const trying = retryWhile(
      () => {
        attempts += 1;
        return Promise.reject(new Error('a bug'));
      },
      { closing: new AbortController().signal, onRetry: () => undefined },
    );
    await expect(trying).rejects.toThrow('a bug');
    expect(attempts).toBe(1);
  });

  it('stops in the middle of a pause when it is closed', async () => {
    const closing = new AbortController();
    const started = performance.now();
    const result = await retryWhile(() => Promise.reject(away()), {
      closing: closing.signal,
      onRetry: () =>
        setTimeout(() => {
          closing.abort();
        }, 5),
    });
    expect(result).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(120);
  });
});
