/**
 * Smallest count that a binomial variable stays at or below with at least `probability`. Sums the weights around the
 * mode, where they start with 1, so nothing under- or overflows for any number of trials; the cost grows with the
 * standard deviation.
 * @param trials whole number, at least 0
 * @param share chance of one trial, 0 to 1
 */
export function binomialQuantile(trials: number, share: number, probability: number): number {
  if (trials === 0 || share <= 0) return 0;
  if (share >= 1) return trials;
  const odds = share / (1 - share);
  const mode = Math.min(trials, Math.floor((trials + 1) * share));
  let first = mode;
  let weight = 1;
  for (; first > 0 && weight > 1e-18; first--) weight *= first / ((trials - first + 1) * odds);
  const weights: number[] = [];
  let total = 0;
  for (let k = first; k <= trials; k++) {
    weights.push(weight);
    total += weight;
    if (k > mode && weight < 1e-18 * total) break;
    weight *= ((trials - k) * odds) / (k + 1);
  }
  let below = 0;
  for (let i = 0; i < weights.length; i++) {
    below += weights[i]!;
    if (below >= probability * total) return first + i;
  }
  return trials;
}
