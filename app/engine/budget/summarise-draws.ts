import type { Estimate } from '~/domain/estimate';
import { quantileInPlace } from '../numeric/quantile';

const LEVEL = 0.9;

/** Mean and central 90 % interval of draws, at least one. */
export function summariseDraws(draws: Float64Array): Estimate {
  const values = Float64Array.from(draws);
  let sum = 0;
  for (const value of values) sum += value;
  return {
    mean: sum / values.length,
    low: quantileInPlace(values, (1 - LEVEL) / 2),
    high: quantileInPlace(values, (1 + LEVEL) / 2),
    level: LEVEL,
  };
}
