import { describe, expect, it } from '@jest/globals';
import { type ComparedVisitor } from './compared-visitor.js';
import { detectionDelay } from './detection-delay.js';
import { toLabel } from './parse-labels.js';

const after = (seconds: number | undefined, requests = 1): ComparedVisitor => ({
  label: toLabel({ visitor: '192.0.2.1', label: 'bad_bot' }),
  judged: undefined,
  condemned: seconds !== undefined,
  blocked: false,
  hindered: false,
  requests: 5,
  detection: seconds === undefined ? undefined : { seconds, requests },
});

describe(detectionDelay.name, () => {
  it('tells the middle and the slowest tenth of those condemned', () => {
    const visitors = [40, 10, 30, 20].map((seconds, index) => after(seconds, index + 1));
    expect(detectionDelay([...visitors, after(undefined)])).toEqual({
      visitors: 4,
      medianSeconds: 20,
      p90Seconds: 40,
      medianRequests: 2,
      p90Requests: 4,
    });
  });

  it('knows none where nobody was condemned', () => {
    expect(detectionDelay([after(undefined)])).toMatchObject({ visitors: 0, medianSeconds: null });
  });
});
