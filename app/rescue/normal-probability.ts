/** Beyond this the normal leaves less than rounding. */
const FARTHEST = 8;

/** Probability that a standard normal lies below x (series of Marsaglia 2004, "Evaluating the normal distribution"). */
export function normalProbability(x: number): number {
  if (x <= -FARTHEST) return 0;
  if (x >= FARTHEST) return 1;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}
