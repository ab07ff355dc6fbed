import { nextGamma, nextNormal, type Rng } from '../../numeric/rng';

/**
 * Stationary AR(1) of mean 0 and variance 1.
 * @param correlation of a row with the row before, in [0, 1)
 * @param tailDegrees degrees of freedom of its innovations (Student's t, scaled to variance 1); normal when absent
 */
export function autoregressive(
  rng: Rng,
  rows: number,
  correlation: number,
  tailDegrees?: number,
): Float64Array {
  const values = new Float64Array(rows);
  const innovation = Math.sqrt(1 - correlation * correlation);
  let last = nextNormal(rng);
  for (let row = 0; row < rows; row++) {
    last = correlation * last + innovation * nextInnovation(rng, tailDegrees);
    values[row] = last;
  }
  return values;
}

function nextInnovation(rng: Rng, tailDegrees: number | undefined): number {
  const normal = nextNormal(rng);
  if (tailDegrees === undefined) return normal;
  return normal * Math.sqrt((tailDegrees - 2) / 2 / nextGamma(rng, tailDegrees / 2));
}
