const ROUNDS = 40;
const SETTLED = 1e-9;

/**
 * Expected numbers of purchases that are nowhere below the chance that there is one, with the total as it was: what is
 * given to customers who are likelier to buy than their number says is taken from all others in proportion.
 * @param counts expected number of each group
 * @param atLeast chance of each group
 * @param weight customers of each group
 */
export function raiseCounts(counts: Float64Array, atLeast: Float64Array, weight: Float64Array): Float64Array {
  if (counts.every((count, g) => count >= atLeast[g]!)) return counts;
  const totalAt = (share: number): number => {
    let total = 0;
    for (let g = 0; g < counts.length; g++) total += weight[g]! * Math.max(share * counts[g]!, atLeast[g]!);
    return total;
  };
  let total = 0;
  for (let g = 0; g < counts.length; g++) total += weight[g]! * counts[g]!;
  // Where the chances alone add up to more than the total, they are what is known.
  let low = 0;
  let high = 1;
  for (let round = 0; round < ROUNDS && high - low > SETTLED; round++) {
    const middle = (low + high) / 2;
    if (totalAt(middle) > total) high = middle;
    else low = middle;
  }
  return counts.map((count, g) => Math.max(low * count, atLeast[g]!));
}
