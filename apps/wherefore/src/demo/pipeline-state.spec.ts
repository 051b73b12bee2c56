import { describe, expect, it } from '@jest/globals';
import { type PipelineState, pipelineShare } from './live-progress.js';
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

describe(pipelineShare.name, () => {
  it('counts storing for one half and judging for the other', () => {
    expect(pipelineShare({ ...done, judgedUntil: 0 }, 1)).toBe(0.5);
    expect(pipelineShare(done, 1)).toBe(1);
    expect(pipelineShare({ ...done, stored: 50, judgedUntil: 1_500 }, 0.5)).toBe(0.1875);
  });

  it('is 0 before anything is there', () => {
    expect(pipelineShare({ ...done, produced: 0, latest: 0, earliest: 0 }, 0)).toBe(0);
  });
});
