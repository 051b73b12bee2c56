/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix by Cholesky decomposition.
 * @throws RangeError when the matrix is not positive definite
 */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const lower = choleskyOf(matrix);
  return backward(lower, forward(lower, right));
}

function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j <= i; j += 1) own.push(entry(row, own, lower[j] ?? own, j, j === i));
    lower.push(own);
  }
  return lower;
}

function entry(
  row: readonly number[],
  own: readonly number[],
  other: readonly number[],
  j: number,
  isDiagonal: boolean,
): number {
  const rest = at(row, j) - dot(own, other, j);
  if (!isDiagonal) return rest / at(other, j);
  if (rest <= 0) throw new RangeError('the matrix is not positive definite');
  return Math.sqrt(rest);
}

function forward(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solved: number[] = [];
  for (const [i, row] of lower.entries())
    solved.push((at(right, i) - dot(row, solved, i)) / at(row, i));
  return solved;
}

function backward(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solved = [...right];
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    let rest = at(right, i);
    for (let k = i + 1; k < lower.length; k += 1) rest -= at(lower[k] ?? [], i) * at(solved, k);
    solved[i] = rest / at(lower[i] ?? [], i);
  }
  return solved;
}

function dot(one: readonly number[], other: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += at(one, k) * at(other, k);
  return sum;
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;
