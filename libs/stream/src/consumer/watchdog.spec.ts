import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Watchdog } from './watchdog.js';

describe('Watchdog', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('barks once after silence longer than the limit', () => {
    const barks: number[] = [];
    const watchdog = new Watchdog(8_000, (silentMs) => barks.push(silentMs));
    watchdog.start();
    for (let second = 0; second < 30; second += 1) {
      jest.advanceTimersByTime(1_000);
      watchdog.alive();
    }
    expect(barks).toEqual([]);
    jest.advanceTimersByTime(60_000);
    expect(barks).toEqual([9_000]);
  });

  it('is quiet after it was stopped', () => {
    const barks: number[] = [];
    const watchdog = new Watchdog(8_000, (silentMs) => barks.push(silentMs));
    watchdog.start();
    watchdog.stop();
    jest.advanceTimersByTime(60_000);
    expect(barks).toEqual([]);
  });
});
