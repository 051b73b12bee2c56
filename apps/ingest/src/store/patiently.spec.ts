import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { silentLogger } from '#libs/platform';
import { patiently } from './patiently.js';

const away = Object.assign(new Error('away'), { retriable: true });

describe('patiently', () => {
  beforeEach(() => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tries again what is retriable until it succeeds', async () => {
    let attempts = 0;
    const retries: Error[] = [];
    const result = await patiently(
      () => {
        attempts += 1;
        return attempts < 3 ? Promise.reject(away) : Promise.resolve('stored');
      },
      { logger: silentLogger, gone: () => false, onRetry: (error) => retries.push(error) },
    );
    expect(result).toBe('stored');
    expect(retries).toEqual([away, away]);
  });

  it('passes on what is not', async () => {
    const refused = new Error('no such column');
    const attempt = (): Promise<never> => Promise.reject(refused);
    const patience = { logger: silentLogger, gone: () => false, onRetry: () => undefined };
    await expect(patiently(attempt, patience)).rejects.toBe(refused);
  });

  it('gives up soon after nobody wants it any more', async () => {
    let isGone = false;
    const attempt = (): Promise<string> => Promise.reject(away);
    const waiting = patiently(attempt, {
      logger: silentLogger,
      gone: () => isGone,
      onRetry: () => {
        isGone = true;
      },
    });
    expect(await waiting).toBeUndefined();
  });
});
