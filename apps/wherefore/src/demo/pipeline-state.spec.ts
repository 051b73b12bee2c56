import { describe, expect, it } from '@jest/globals';
import { judging, type PipelineState, storing } from './live-progress.js';
import { isSettled } from './live-pipeline.js';

const done: PipelineState = {
  produced: 100,
  stored: 100,
  lag: 0,
  earliest: 1_000,
  latest: 2_000,
  visitors: 7,
  judgedUntil: 2_500,
  allSeen: 1,
  verdicts: 9,
  published: 9,
};

describe(isSettled.name, () => {
  it('holds when everything is stored, seen, judged and published', () => {
    expect(isSettled(done, 100)).toBe(true);
  });

  it.each([
    ['a line is not stored', { stored: 99 }],
    ['the newest event is not judged', { judgedUntil: 2_000 }],
    ['events came after the newest cycle began', { allSeen: 0 }],
    ['a verdict is not published', { published: 8 }],
  ])('does not hold while %s', (_, part) => {
    expect(isSettled({ ...done, ...part }, 100)).toBe(false);
  });

  it('holds for a log without a single readable event', () => {
    const empty = { earliest: 0, latest: 0, judgedUntil: 0, allSeen: 0, verdicts: 0, published: 0 };
    expect(isSettled({ ...done, ...empty }, 100)).toBe(true);
  });
});

describe('progress', () => {
  it('counts what is stored of what was produced of the log', () => {
    expect(storing({ ...done, stored: 50, lag: 50 }, 0.5)).toEqual({
      share: 0.25,
      text: 'produced 100, stored 50, lag 50',
    });
  });

  it('counts the event time judged, of what is stored', () => {
    expect(judging({ ...done, judgedUntil: 1_500 }, 0.5).share).toBe(0.25);
    expect(judging(done, 1)).toEqual({
      share: 1,
      text: '7 visitors known, 9 verdicts published',
    });
  });

  it('is 0 before anything is there', () => {
    const empty = { ...done, produced: 0, stored: 0, latest: 0, earliest: 0 };
    expect([storing(empty, 0).share, judging(empty, 0).share]).toEqual([0, 0]);
  });
});
