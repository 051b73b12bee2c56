import { describe, expect, it } from '@jest/globals';
import { rankText } from './rank-text.js';

const quantiles = [1, 2, 4, 8, 15, 22, 40, 60, 70];
const baseline = { site: '', feature: 'distinctPages', visitors: 100, quantiles };

describe(rankText.name, () => {
  it('says what nine in ten do, and the rank', () => {
    expect(rankText(baseline, 40)).toBe('; nine in ten visitors stay at 15 or less (rank 0.990)');
  });

  it('claims nothing where there is nobody to compare with', () => {
    expect(rankText(null, 40)).toBe('');
  });
});
