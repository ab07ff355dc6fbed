/** A chance beyond one in a million is not told apart from it: no data of a shop could. */
const LEAST_CHANCE = 1e-6;

export function logOdds(chance: number): number {
  const inside = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
  return Math.log(inside) - Math.log1p(-inside);
}
