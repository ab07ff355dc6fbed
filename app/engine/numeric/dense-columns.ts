/**
 * Inner products of every column with a vector: `out = X' v`. Four columns at a time: a single running sum would wait
 * for its own last addition.
 * @param columns column-major, `count * rows`; single precision, since reading them takes longer than the sums
 */
export function transposeTimes(
  columns: Float32Array,
  rows: number,
  count: number,
  vector: Float64Array,
  out: Float64Array,
): void {
  let j = 0;
  for (; j + 3 < count; j += 4) {
    const a = j * rows;
    const b = a + rows;
    const c = b + rows;
    const d = c + rows;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let t = 0; t < rows; t++) {
      const value = vector[t]!;
      first += columns[a + t]! * value;
      second += columns[b + t]! * value;
      third += columns[c + t]! * value;
      fourth += columns[d + t]! * value;
    }
    out[j] = first;
    out[j + 1] = second;
    out[j + 2] = third;
    out[j + 3] = fourth;
  }
  for (; j < count; j++) {
    let sum = 0;
    for (let t = 0, k = j * rows; t < rows; t++, k++) sum += columns[k]! * vector[t]!;
    out[j] = sum;
  }
}

/**
 * Adds a combination of columns: `out += sign * X c`.
 * @param columns column-major, `count * rows`
 */
export function addCombination(
  columns: Float32Array,
  rows: number,
  count: number,
  coefficients: Float64Array,
  sign: 1 | -1,
  out: Float64Array,
): void {
  let j = 0;
  for (; j + 3 < count; j += 4) {
    const a = j * rows;
    const b = a + rows;
    const c = b + rows;
    const d = c + rows;
    const first = sign * coefficients[j]!;
    const second = sign * coefficients[j + 1]!;
    const third = sign * coefficients[j + 2]!;
    const fourth = sign * coefficients[j + 3]!;
    for (let t = 0; t < rows; t++) {
      out[t]! +=
        first * columns[a + t]! +
        second * columns[b + t]! +
        third * columns[c + t]! +
        fourth * columns[d + t]!;
    }
  }
  for (; j < count; j++) {
    const value = sign * coefficients[j]!;
    for (let t = 0, k = j * rows; t < rows; t++, k++) out[t]! += value * columns[k]!;
  }
}
