import { normalQuantile } from '../numeric/normal-quantile';

/** What is expected to be known after a measurement, as a share of what is known before it. */
export interface ExpectedKnowledge {
  /** Per quantity: standard deviation after over standard deviation before. */
  readonly spread: readonly number[];
  /** Correlation of the first two quantities, where there are two. */
  readonly correlation: number | null;
}

/** Outcomes that are tried; more change the third digit. */
const OUTCOMES = 100;
/** Draws cannot tell what lies between them: a measurement sharper than this share of their spread counts as this sharp. */
const SHARPEST = 0.05;
/** Below so many draws that really count an outcome teaches nothing about the spread. */
const FEWEST = 3;
/** Fractional parts of its multiples fill (0, 1) evenly in any order of draws. */
const GOLDEN = 0.6180339887498949;

/**
 * Preposterior analysis (Raiffa & Schlaifer 1961): tries outcomes that the draws make likely, weighs all
 * other draws by the normal likelihood of each outcome, and averages what would then be known. The draw that an outcome
 * came from has no say in it.
 * @param quantities draws of what one wants to know, for example ln ROI
 * @param lifts of the same draws: what would be measured
 * @param standardError of the measurement, unit of the lifts
 */
export function expectedKnowledge(
  quantities: readonly Float64Array[],
  lifts: Float64Array,
  standardError: number,
): ExpectedKnowledge {
  const count = lifts.length;
  const equal = new Float64Array(count).fill(1);
  const before = quantities.map((values) => covarianceOf(values, values, equal));
  const error = Math.max(standardError, SHARPEST * Math.sqrt(covarianceOf(lifts, lifts, equal)));
  const outcomes = Math.min(OUTCOMES, count);
  const weights = new Float64Array(count);
  const spread = quantities.map(() => 0);
  let correlation = 0;
  let heard = 0;
  for (let k = 0; k < outcomes; k++) {
    const source = Math.floor(((k + 0.5) * count) / outcomes);
    const measured = lifts[source]! + error * normalQuantile(((k + 0.5) * GOLDEN) % 1);
    if (weighInto(lifts, measured, error, source, weights) < FEWEST) continue;
    heard++;
    const after = quantities.map((values) => covarianceOf(values, values, weights));
    after.forEach((variance, q) => (spread[q]! += Math.sqrt(variance / before[q]!)));
    const [first, second] = quantities;
    if (first && second) {
      correlation += covarianceOf(first, second, weights) / Math.sqrt(after[0]! * after[1]!);
    }
  }
  return {
    spread: spread.map((sum) => (heard > 0 ? sum / heard : 1)),
    correlation: quantities.length > 1 && heard > 0 ? correlation / heard : null,
  };
}

/** @returns number of equally weighted draws that would say as much */
function weighInto(
  lifts: Float64Array,
  measured: number,
  error: number,
  source: number,
  weights: Float64Array,
): number {
  let nearest = Infinity;
  lifts.forEach((lift, d) => {
    if (d !== source) nearest = Math.min(nearest, ((measured - lift) / error) ** 2);
  });
  let total = 0;
  let squares = 0;
  lifts.forEach((lift, d) => {
    const weight = d === source ? 0 : Math.exp(0.5 * (nearest - ((measured - lift) / error) ** 2));
    weights[d] = weight;
    total += weight;
    squares += weight * weight;
  });
  return (total * total) / squares;
}

/** Covariance of two quantities under weights, unbiased for the number of draws that really count. */
function covarianceOf(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let total = 0;
  let squares = 0;
  let meanA = 0;
  let meanB = 0;
  for (let d = 0; d < a.length; d++) {
    const weight = weights[d]!;
    total += weight;
    squares += weight * weight;
    meanA += weight * a[d]!;
    meanB += weight * b[d]!;
  }
  meanA /= total;
  meanB /= total;
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += weights[d]! * (a[d]! - meanA) * (b[d]! - meanB);
  return sum / (total - squares / total);
}
