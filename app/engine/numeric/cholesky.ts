/**
 * Lower Cholesky factor of a symmetric positive definite matrix.
 * @param matrix row-major, `size * size`
 * @returns row-major lower triangle, or `null` when the matrix is not positive definite
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i === j) {
        if (!(sum > 0) || !Number.isFinite(sum)) return null;
        lower[i * size + i] = Math.sqrt(sum);
      } else {
        lower[i * size + j] = sum / lower[j * size + j]!;
      }
    }
  }
  return lower;
}

/**
 * Inverse of a symmetric positive definite matrix.
 * @returns row-major inverse, or `null` when the matrix is not positive definite
 */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array | null {
  const lower = choleskyFactor(matrix, size);
  if (lower === null) return null;
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    solveWithFactor(lower, unit).forEach((value, i) => (inverse[i * size + j] = value));
  }
  return inverse;
}

/**
 * Solution x of `L L' x = vector`.
 * @param lower as {@link choleskyFactor} gives it
 */
export function solveWithFactor(lower: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const solution = vector.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solution[i]! -= lower[i * size + k]! * solution[k]!;
    solution[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i]! -= lower[k * size + i]! * solution[k]!;
    solution[i]! /= lower[i * size + i]!;
  }
  return solution;
}
