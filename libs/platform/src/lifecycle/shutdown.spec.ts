import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { silentLogger } from '../logging/silent-logger.js';
import { createShutdown } from './shutdown.js';

let exits: unknown[] = [];

beforeEach(() => {
  exits = [];
  jest.useFakeTimers();
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    exits.push(code);
    return undefined as never;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('createShutdown', () => {
  it('closes once and ends with the exit code asked for', async () => {
    const close = jest.fn(() => Promise.resolve());
    const shutdown = createShutdown(silentLogger, close);
    await Promise.all([shutdown('SIGTERM', 0), shutdown('SIGINT', 1)]);
    expect(close).toHaveBeenCalledTimes(1);
    expect(exits).toEqual([0]);
  });

  it('ends with 1 when closing fails', async () => {
    await createShutdown(silentLogger, () => Promise.reject(new Error('stuck')))('SIGTERM', 0);
    expect(exits).toEqual([1]);
  });

  it('ends with 1 when closing takes longer than 10 s', () => {
    void createShutdown(silentLogger, () => new Promise(() => undefined))('SIGTERM', 0);
    jest.advanceTimersByTime(9_999);
    expect(exits).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(exits).toEqual([1]);
  });
});
