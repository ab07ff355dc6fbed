import { solveTransposed } from '../numeric/factor-in-place';
import { createRng, nextNormal } from '../numeric/rng';
import { LEVEL_PRIOR_MEAN } from './build-model';
import { thinnedIndices } from './chain-columns';
import { createMixPosterior } from './log-posterior';
import type { PreparedMix } from './prepare-mix';
import type { ChainDraws } from './sample-chain';

/** Posterior means row by row, currency; per channel of the model. */
export interface RevenueDecomposition {
  readonly baseline: Float64Array;
  readonly contributions: readonly Float64Array[];
  /** Baseline plus contributions, to the last bit. */
  readonly fitted: Float64Array;
}

interface DecomposedDraws {
  readonly rows: RevenueDecomposition;
  /** Per draw: baseline of the whole period, currency. */
  readonly baselineTotals: Float64Array;
  /** Share of draws in which the baseline of some quarter of a year is below 0. */
  readonly probabilityNegative: number;
}

const BLOCK_DAYS = 91;

/**
 * Splits revenue into baseline and channels, draw by draw. Given a draw of the channels the baseline's coefficients are
 * normal; their draw is for totals, their mean for the rows.
 * @param most draws to look at, spread evenly over the chains
 */
export function decomposeRevenue(
  { model, units, series }: Pick<PreparedMix, 'model' | 'units' | 'series'>,
  chains: readonly ChainDraws[],
  most: number,
): DecomposedDraws {
  const { rows, channels, design, rowScale } = model;
  const size = channels.length * 4 + 2;
  const posterior = createMixPosterior(model);
  const gradient = new Float64Array(size);
  const rng = createRng(chains[0]!.seed, 'mix-baseline');
  const blockRows = series.granularity === 'daily' ? BLOCK_DAYS : BLOCK_DAYS / 7;
  const blocks = Math.max(1, Math.floor(rows / blockRows));
  const blockOf = (t: number): number => Math.min(blocks - 1, Math.floor(t / blockRows));
  const blockColumns = new Float64Array(blocks * design.count);
  const blockLengths = new Float64Array(blocks);
  for (let t = 0; t < rows; t++) {
    blockLengths[blockOf(t)]!++;
    for (let j = 0; j < design.count; j++) {
      blockColumns[blockOf(t) * design.count + j]! += design.columns[j * rows + t]! * rowScale[t]!;
    }
  }

  const points = chains.flatMap((chain) =>
    Array.from({ length: chain.count }, (_, draw) => chain.points.subarray(draw * size, (draw + 1) * size)),
  );
  const kept = thinnedIndices(points.length, most);
  const contributions = channels.map(() => new Float64Array(rows));
  const coefficients = new Float64Array(design.count);
  const baselineTotals = new Float64Array(kept.length);
  let negative = 0;
  kept.forEach((index, k) => {
    const point = points[index]!;
    posterior.evaluate(point, gradient);
    posterior.paths.forEach(({ share }, c) => {
      const scale = (posterior.scales[c]! * units.meanRevenue) / kept.length;
      const sum = contributions[c]!;
      for (let t = 0; t < rows; t++) sum[t]! += scale * share[t]!;
    });
    const sigma = Math.exp(point[size - 1]!);
    const drawn = coefficients.map(() => nextNormal(rng));
    solveTransposed(posterior.baseline.factor, design.count, drawn);
    for (let j = 0; j < design.count; j++) {
      coefficients[j]! += posterior.baseline.coefficients[j]! / kept.length;
      drawn[j] = posterior.baseline.coefficients[j]! + sigma * drawn[j]!;
    }
    let total = 0;
    let least = Infinity;
    for (let b = 0; b < blocks; b++) {
      let sum = LEVEL_PRIOR_MEAN * blockLengths[b]!;
      for (let j = 0; j < design.count; j++) sum += blockColumns[b * design.count + j]! * drawn[j]!;
      total += sum;
      least = Math.min(least, sum);
    }
    baselineTotals[k] = units.meanRevenue * total;
    if (least < 0) negative++;
  });

  const baseline = new Float64Array(rows).fill(LEVEL_PRIOR_MEAN * units.meanRevenue);
  for (let j = 0; j < design.count; j++) {
    const factor = coefficients[j]! * units.meanRevenue;
    for (let t = 0; t < rows; t++) baseline[t]! += factor * design.columns[j * rows + t]! * rowScale[t]!;
  }
  const fitted = baseline.map((value, t) => contributions.reduce((sum, rowsOf) => sum + rowsOf[t]!, value));
  return {
    rows: { baseline, contributions, fitted },
    baselineTotals,
    probabilityNegative: negative / kept.length,
  };
}
