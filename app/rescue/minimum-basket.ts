import { quantileOfSorted } from '~/engine/numeric/quantile';
import type { RescueCandidate } from './rescue-candidate';

const SHARE_OF_ORDER = 0.8;

/**
 * The basket from which on a code holds: 80 % of the usual order of those who get it, cut to two figures, so that nobody
 * must buy more than ever and nobody gets a discount on a trifle. Currency units.
 * @param candidates at least one
 */
export function minimumBasket(candidates: readonly RescueCandidate[]): number {
  const values = candidates.map(({ orderValue }) => orderValue).sort((a, b) => a - b);
  const basket = SHARE_OF_ORDER * quantileOfSorted(values, 0.5);
  if (!(basket > 0)) return 0;
  const grain = 10 ** (Math.floor(Math.log10(basket)) - 1);
  // Dividing by a whole number keeps 7.2 from becoming 7.200000000000001.
  return grain < 1 ? Math.floor(basket / grain) / Math.round(1 / grain) : Math.floor(basket / grain) * grain;
}
