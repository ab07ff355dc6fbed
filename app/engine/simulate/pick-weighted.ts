import { nextFloat, type Rng } from '../numeric/rng';

/** One of the items, each with the probability of its share of the weights. */
export function pickWeighted<T extends { readonly weight: number }>(rng: Rng, items: readonly T[]): T {
  let total = 0;
  for (const item of items) total += item.weight;
  let left = nextFloat(rng) * total;
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return items[items.length - 1]!;
}
