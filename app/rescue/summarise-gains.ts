import type { Estimate } from '~/domain/estimate';
import { quantileInPlace } from '~/engine/numeric/quantile';

/** As the totals of the retention engine have it. */
const LEVEL = 0.8;

/** Mean and central 80 % interval of draws, at least one. */
export function estimateOf(draws: Float64Array): Estimate {
  const values = Float64Array.from(draws);
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: quantileInPlace(values, (1 - LEVEL) / 2),
    high: quantileInPlace(values, (1 + LEVEL) / 2),
    level: LEVEL,
  };
}
