/**
 * The Cholesky factor of a symmetric positive definite matrix, without allocation: for likelihoods that factor one
 * matrix a call. Rows are contiguous, so the inner loops run along two rows.
 * @param matrix row-major; only the lower triangle is read, and replaced by the factor
 * @returns log determinant of the matrix, or NaN when it is not positive definite
 */
export function factorInPlace(matrix: Float64Array, size: number): number {
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    const rowI = i * size;
    for (let j = 0; j < i; j++) {
      const rowJ = j * size;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!;
      matrix[rowI + j] = sum / matrix[rowJ + j]!;
    }
    let pivot = matrix[rowI + i]!;
    for (let k = 0; k < i; k++) pivot -= matrix[rowI + k]! ** 2;
    if (!(pivot > 0) || pivot === Infinity) return NaN;
    const root = Math.sqrt(pivot);
    matrix[rowI + i] = root;
    logDeterminant += 2 * Math.log(root);
  }
  return logDeterminant;
}

/**
 * The transposed inverse of a factor, `L^-T`, in the upper triangle of `out`: row j holds column j of the inverse, so
 * both loops run along rows.
 */
export function invertFactorInto(factor: Float64Array, size: number, out: Float64Array): void {
  for (let j = 0; j < size; j++) {
    const row = j * size;
    out[row + j] = 1 / factor[row + j]!;
    for (let i = j + 1; i < size; i++) {
      const rowI = i * size;
      let sum = 0;
      for (let k = j; k < i; k++) sum += factor[rowI + k]! * out[row + k]!;
      out[row + i] = -sum / factor[rowI + i]!;
    }
  }
}

/** Solves `L L' x = vector` in place. */
export function solveFactored(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = vector[i]!;
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * vector[k]!;
    vector[i] = sum / factor[row + i]!;
  }
  solveTransposed(factor, size, vector);
}

/** Solves `L' x = vector` in place: turns independent normals into ones whose precision is `L L'`. */
export function solveTransposed(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size;
    const value = vector[i]! / factor[row + i]!;
    vector[i] = value;
    for (let k = 0; k < i; k++) vector[k]! -= factor[row + k]! * value;
  }
}
