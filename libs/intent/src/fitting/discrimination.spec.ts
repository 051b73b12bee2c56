import { describe, expect, it } from '@jest/globals';
import { discrimination } from './discrimination.js';

describe(discrimination.name, () => {
  it('gives the figures of the example in scikit-learn, roc_auc_score: 0.75', () => {
    const result = discrimination([
      { probability: 0.1, isTrue: false },
      { probability: 0.4, isTrue: false },
      { probability: 0.35, isTrue: true },
      { probability: 0.8, isTrue: true },
    ]);
    expect(result).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, area: 0.75 });
  });

  it('shares the ranks of ties', () => {
    const ties = [true, false, true, false].map((isTrue) => ({ probability: 0.6, isTrue }));
    expect(discrimination(ties)).toMatchObject({ precision: 0.5, recall: 1, area: 0.5 });
  });

  it('is null where there is nothing to tell apart', () => {
    expect(discrimination([{ probability: 0.2, isTrue: false }])).toEqual({
      precision: null,
      recall: null,
      f1: null,
      area: null,
    });
  });
});
