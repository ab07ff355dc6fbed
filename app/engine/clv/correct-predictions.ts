import type { Corrects } from './backtest';
import { shiftedChance, type CorrectionTerms } from './forecast-correction';
import type { GroupPredictions } from './group-predictions';
import { raiseCounts } from './raise-counts';
import type { SeasonClock } from './season-clock';

/**
 * Predictions with what the shop's past errors taught. Chances move by the same log odds over every horizon, numbers of
 * purchases by the same factor with their ranges; a number is never expected below the chance that there is one.
 * P(alive) and what depends on being alive stay as the model says.
 * @param weight customers of each group
 * @param level probability that the ranges of low and high hold: where no purchase is less likely than half of what is
 * left, the range begins with one, and where one is, it ends with none
 */
export function correctPredictions(
  predictions: GroupPredictions,
  terms: CorrectionTerms,
  corrects: Corrects,
  weight: Float64Array,
  level: number,
): GroupPredictions {
  const tail = (1 - level) / 2;
  const chance = (column: Float64Array): Float64Array =>
    corrects.chances ? column.map((p, g) => shiftedChance(p, terms.logOdds[g]!)) : column;
  const factor = (g: number): number => (corrects.counts ? terms.factor[g]! : 1);
  const pBuy = chance(predictions.pBuy);
  const pBuy30 = chance(predictions.pBuy30);
  const pBuy90 = chance(predictions.pBuy90);
  const pBuy365 = chance(predictions.pBuy365);
  const mean = (column: Float64Array, atLeast: Float64Array): Float64Array =>
    raiseCounts(
      column.map((count, g) => count * factor(g)),
      atLeast,
      weight,
    );
  const low = (column: Int32Array, buys: Float64Array): Int32Array =>
    column.map((count, g) => (buys[g]! > 1 - tail ? Math.max(1, Math.floor(count * factor(g))) : 0));
  const high = (column: Int32Array, buys: Float64Array): Int32Array =>
    column.map((count, g) => (buys[g]! > tail ? Math.max(1, Math.ceil(count * factor(g))) : 0));
  const expected365 = mean(predictions.expected365, pBuy365);
  const yearly = (column: Float64Array): Float64Array =>
    column.map((count, g) => {
      const before = predictions.expected365[g]!;
      return before > 0 ? count * (expected365[g]! / before) : count;
    });
  return {
    ...predictions,
    pBuy,
    pBuy30,
    pBuy90,
    pBuy365,
    churn: chance(predictions.churn.map((churn) => 1 - churn)).map((p) => 1 - p),
    expected: mean(predictions.expected, pBuy),
    expectedLow: low(predictions.expectedLow, pBuy),
    expectedHigh: high(predictions.expectedHigh, pBuy),
    variance: predictions.variance.map((variance, g) => variance * factor(g) ** 2),
    expected30: mean(predictions.expected30, pBuy30),
    expected30Low: low(predictions.expected30Low, pBuy30),
    expected30High: high(predictions.expected30High, pBuy30),
    expected90: mean(predictions.expected90, pBuy90),
    expected90Low: low(predictions.expected90Low, pBuy90),
    expected90High: high(predictions.expected90High, pBuy90),
    expected365,
    expected365Low: low(predictions.expected365Low, pBuy365),
    expected365High: high(predictions.expected365High, pBuy365),
    expected12m: yearly(predictions.expected12m),
    discounted12m: yearly(predictions.discounted12m),
    discounted12mAtLastOrder: yearly(predictions.discounted12mAtLastOrder),
  };
}

/** Waiting times in calendar days, where predictions were made over days that follow the season. */
export function onCalendar(predictions: GroupPredictions, clock: SeasonClock): GroupPredictions {
  const calendar = (column: Float64Array): Float64Array => column.map((days) => clock.ordinaryDays(days));
  return {
    ...predictions,
    next50: calendar(predictions.next50),
    next80: calendar(predictions.next80),
    next95: calendar(predictions.next95),
  };
}
