import { nextFloat, nextInt, type Rng } from '../numeric/rng';
import { pickWeighted } from './pick-weighted';

/** Orders by the hour on the wall, midnight first: late morning, a lunch dip, and the sofa after dinner. */
const HOURS = [14, 6, 3, 2, 2, 3, 8, 20, 38, 55, 68, 74, 72, 60, 48, 46, 52, 60, 66, 70, 74, 90, 88, 46].map(
  (weight, hour) => ({ hour, weight }),
);

/** A second of the day at which a household orders. */
export function householdSecond(rng: Rng): number {
  return pickWeighted(rng, HOURS).hour * 3600 + nextInt(rng, 3600);
}

/** A second of the day at which a business orders: from nine to six. */
export function businessSecond(rng: Rng): number {
  return Math.floor((9 + 9 * nextFloat(rng)) * 3600);
}
