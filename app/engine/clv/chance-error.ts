import type { CalibrationGroup } from './backtest-report';

/** How far a chance is off before a shop's own past has spoken, standard deviation on the logit scale. */
const DEFAULT_CHANCE_ERROR = 0.25;
/** The default counts as much as this many groups of customers. */
const DEFAULT_WEIGHT = 5;

/**
 * Standard deviation of a forecast chance around the truth beyond the luck of single customers, on the logit scale: the
 * default and the distances of the backtest's calibration groups, their sampling variance taken off.
 */
export function chanceErrorOf(groups: readonly CalibrationGroup[]): number {
  let squares = DEFAULT_WEIGHT * DEFAULT_CHANCE_ERROR ** 2;
  let weight = DEFAULT_WEIGHT;
  for (const { customers, forecast, actual } of groups) {
    // Half a customer to each side keeps a group in which all or none bought finite.
    const observed = (actual * customers + 0.5) / (customers + 1);
    const expected = (forecast * customers + 0.5) / (customers + 1);
    const distance = Math.log(observed / (1 - observed)) - Math.log(expected / (1 - expected));
    squares += Math.max(0, distance ** 2 - 1 / (customers * expected * (1 - expected)));
    weight++;
  }
  return Math.sqrt(squares / weight);
}
