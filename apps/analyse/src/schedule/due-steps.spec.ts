import { describe, expect, it } from '@jest/globals';
import { dueSteps } from './due-steps.js';

const MINUTE = 60_000;
const busy = { latenessMs: MINUTE, idle: false };

describe(dueSteps.name, () => {
  it('waits for late events before it judges a step', () => {
    const stepEnds = [10 * MINUTE, 20 * MINUTE];
    expect(dueSteps({ ...busy, stepEnds, newest: 20 * MINUTE })).toEqual([10 * MINUTE]);
    expect(dueSteps({ ...busy, stepEnds, newest: 21 * MINUTE })).toEqual(stepEnds);
  });

  it('judges nothing while the first step is still open', () => {
    expect(dueSteps({ ...busy, stepEnds: [10 * MINUTE], newest: 9 * MINUTE })).toEqual([]);
  });

  it('takes an idle log as complete', () => {
    const stepEnds = [10 * MINUTE];
    expect(dueSteps({ ...busy, idle: true, stepEnds, newest: 3 * MINUTE })).toEqual(stepEnds);
  });
});
