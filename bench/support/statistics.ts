export interface MeanWithError {
  readonly mean: number;
  /** Standard error. */
  readonly error: number;
}

export function meanWithError(values: ArrayLike<number>): MeanWithError {
  const size = values.length;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const change = (values[i] ?? 0) - mean;
    mean += change / (i + 1);
    squares += change * ((values[i] ?? 0) - mean);
  }
  return { mean, error: size < 2 ? NaN : Math.sqrt(squares / (size - 1) / size) };
}

const NORMAL_95 = 1.959963984540054;

/** 95 % range of the chance behind `hits` of `trials` (Wilson 1927). */
export function shareRange(hits: number, trials: number): { readonly low: number; readonly high: number } {
  const share = hits / trials;
  const z = NORMAL_95 ** 2 / trials;
  const middle = (share + z / 2) / (1 + z);
  const half = Math.sqrt(share * (1 - share) * z + (z * z) / 4) / (1 + z);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
