import { isAllowed, type SpendLimits } from './spend-limits';

/** A move must bring more than rounding. */
const LEAST_GAIN = 1e-13;
const MOST_ROUNDS = 40;

/**
 * Moves money between pairs of channels, and between a channel and what stays unspent, by ever smaller amounts down to
 * one minor unit, as long as it pays. The grid has found the right hill; this finds its top.
 * @param spends whole minor units a day, within the limits and the total
 * @param valueOf value of channel i at a spend
 */
export function polishPlan(
  spends: readonly number[],
  limits: readonly SpendLimits[],
  total: number,
  firstMove: number,
  valueOf: (index: number, minor: number) => number,
): readonly number[] {
  const plan = [...spends];
  const values = plan.map((minor, i) => valueOf(i, minor));
  const least = LEAST_GAIN * values.reduce((sum, value) => sum + Math.abs(value), 0);
  const unspent = plan.length;
  let spare = total - plan.reduce((sum, minor) => sum + minor, 0);

  const tryMove = (giver: number, taker: number, amount: number): boolean => {
    const given = giver === unspent ? 0 : plan[giver]! - amount;
    const taken = taker === unspent ? 0 : plan[taker]! + amount;
    if (giver === unspent ? spare < amount : !isAllowed(limits[giver]!, given)) return false;
    if (taker !== unspent && !isAllowed(limits[taker]!, taken)) return false;
    const givenValue = giver === unspent ? 0 : valueOf(giver, given);
    const takenValue = taker === unspent ? 0 : valueOf(taker, taken);
    const gain = givenValue - (values[giver] ?? 0) + takenValue - (values[taker] ?? 0);
    if (!(gain > least)) return false;
    if (giver === unspent) spare -= amount;
    else [plan[giver], values[giver]] = [given, givenValue];
    if (taker === unspent) spare += amount;
    else [plan[taker], values[taker]] = [taken, takenValue];
    return true;
  };

  for (let amount = Math.max(1, Math.ceil(firstMove)); ; amount = Math.ceil(amount / 2)) {
    let moved = true;
    for (let round = 0; moved && round < MOST_ROUNDS; round++) {
      moved = false;
      for (let giver = 0; giver <= unspent; giver++) {
        for (let taker = 0; taker <= unspent; taker++) {
          if (giver !== taker && tryMove(giver, taker, amount)) moved = true;
        }
      }
    }
    if (amount === 1) return plan;
  }
}
