import { nextFloat, type Rng } from '../numeric/rng';

/**
 * When a customer comes: 0 at the start of the arrivals, 1 at their end. Density 1 + growth * share, by inversion.
 * @param growth more customers at the end than at the start, as a share of the start; -1 or more
 */
export function arrivalShare(rng: Rng, growth: number): number {
  const area = nextFloat(rng) * (1 + growth / 2);
  return (2 * area) / (1 + Math.sqrt(Math.max(0, 1 + 2 * growth * area)));
}
