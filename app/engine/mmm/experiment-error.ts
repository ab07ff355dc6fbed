/** Noise of a row as the fit knows it. */
export interface RowNoise {
  /** Currency; of what is new in a row. */
  readonly sigma: number;
  /** Correlation of a row with the row before. */
  readonly phi: number;
}

/**
 * Standard error of a lift that is measured on the shop's own revenue, before and after included: generalised least
 * squares with AR(1) noise, of a response whose shape over time is known and whose size is not, beside a level and a
 * straight line that are not known either (Prais & Winsten 1954; Kutner et al. 2005, chapter 12).
 * @param profile expected response, a value a row: the rows of the test and those after it
 * @param testRows rows that count as the lift
 * @param rowsBefore rows without any response that are compared
 * @returns currency
 */
export function liftStandardError(
  profile: Float64Array,
  testRows: number,
  rowsBefore: number,
  { sigma, phi }: RowNoise,
): number {
  const rows = rowsBefore + profile.length;
  const response = new Float64Array(rows);
  response.set(profile, rowsBefore);
  const whiten = (values: Float64Array): Float64Array =>
    values.map((value, t) => (t === 0 ? Math.sqrt(1 - phi * phi) * value : value - phi * values[t - 1]!));
  const level = whiten(new Float64Array(rows).fill(1));
  const line = without(whiten(Float64Array.from({ length: rows }, (_, t) => t - (rows - 1) / 2)), level);
  const left = without(without(whiten(response), level), line);
  const lift = profile.subarray(0, testRows).reduce((sum, value) => sum + value, 0);
  return (sigma * lift) / Math.sqrt(dot(left, left));
}

/** What is left of a vector beside another one. */
function without(values: Float64Array, other: Float64Array): Float64Array {
  const share = dot(values, other) / dot(other, other);
  return values.map((value, t) => value - share * other[t]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, t) => sum + value * b[t]!, 0);
}
