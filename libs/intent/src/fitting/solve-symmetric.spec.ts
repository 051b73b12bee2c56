import { describe, expect, it } from '@jest/globals';
import { solveSymmetric } from './solve-symmetric.js';

describe(solveSymmetric.name, () => {
  it('solves a system whose solution is known', () => {
    const matrix = [
      [4, 2, 1],
      [2, 5, 3],
      [1, 3, 6],
    ];
    const [x = 0, y = 0, z = 0] = solveSymmetric(matrix, [11, 21, 25]);
    expect([x, y, z].map((value) => Number(value.toFixed(9)))).toEqual([1, 2, 3]);
  });

  it('refuses a matrix that is not positive definite', () => {
    const matrix = [
      [1, 2],
      [2, 1],
    ];
    expect(() => solveSymmetric(matrix, [1, 1])).toThrow(RangeError);
  });
});
