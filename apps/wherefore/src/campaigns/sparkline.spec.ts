import { describe, expect, it } from '@jest/globals';
import { sparkline } from './sparkline.js';

describe(sparkline.name, () => {
  it('draws growth and decline', () => {
    expect(sparkline([0, 5, 10, 5, 0])).toBe('▁▅█▅▁');
  });

  it('joins what would be too wide and keeps the peak', () => {
    const drawn = sparkline(Array.from({ length: 100 }, (_, i) => (i === 57 ? 9 : 1)));
    expect(drawn).toHaveLength(24);
    expect(drawn).toContain('█');
  });

  it('draws nothing of nothing', () => {
    expect(sparkline([])).toBe('');
  });
});
