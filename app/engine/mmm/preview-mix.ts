import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Estimate } from '~/domain/estimate';
import { adstock } from './adstock';
import { buildModel, type MixOptions } from './build-model';
import { hill } from './hill';
import { checkHistory, type MixRefusal } from './history-check';
import type { MarketingSeries } from './marketing-series';
import { typicalTheta } from './media-prior';
import { chooseRidge } from './ridge-penalty';

/**
 * A first look by ridge regression: typical memory and saturation instead of the channel's own, no prior on ROI, rows
 * taken for independent. The baseline that the full model is compared with; its intervals are too narrow.
 */
export interface MixPreview {
  readonly status: 'preview';
  readonly method: 'ridge';
  readonly channels: readonly {
    readonly name: string;
    readonly spend: number;
    readonly contribution: Estimate;
    readonly roas: Estimate;
  }[];
  /** Currency, a row each. */
  readonly fitted: Float64Array;
}

const INTERVAL_SDS = 1.6448536269514722;

/** Ridge regression of the whole series in a fraction of a second. */
export function previewMix(series: MarketingSeries, options: MixOptions = {}): MixPreview | MixRefusal {
  const refusal = checkHistory(series);
  if (refusal) return refusal;
  const { model, units } = buildModel(series, options);
  const { rows, channels, design } = model;
  const media = channels.map(({ spend, carryIn, prior }, c) => {
    const shape = {
      halfSaturation: Math.exp(prior.logHalfSaturation.mean),
      slope: Math.exp(prior.logSlope.mean),
    };
    const theta = typicalTheta(units.types[c]!, series.granularity);
    return adstock(spend, theta, carryIn).map((stock) => hill(stock, shape));
  });
  // The level is left to the mean: it is not to be shrunk.
  const baseline = Array.from({ length: design.count - 1 }, (_, j) =>
    Float64Array.from(design.columns.subarray((j + 1) * rows, (j + 2) * rows)),
  );
  const centred = [...media, ...baseline].map(standardise);
  const revenueMean = model.revenue.reduce((sum, value) => sum + value, 0) / rows;
  const target = model.revenue.map((value) => value - revenueMean);
  const columns = centred.map(({ values }) => values);
  const penalty = chooseRidge(columns, target);

  const size = columns.length;
  const gram = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(columns[i]!, columns[j]!) + (i === j ? penalty : 0);
      gram.set(i, j, product);
      gram.set(j, i, product);
    }
  }
  const solver = new CholeskyDecomposition(gram);
  const coefficients = solver.solve(Matrix.columnVector(columns.map((values) => dot(values, target))));
  const inverse = solver.solve(Matrix.eye(size));
  const residuals = target.slice();
  columns.forEach((values, j) => {
    for (let t = 0; t < rows; t++) residuals[t]! -= coefficients.get(j, 0) * values[t]!;
  });
  const freedom = Math.max(1, rows - size - 1);
  const variance = dot(residuals, residuals) / freedom;

  const found = channels.map((_, c) => {
    const { sd } = centred[c]!;
    const { name, spend } = series.channels[units.order[c]!]!;
    const perUnit = (units.meanRevenue * media[c]!.reduce((sum, value) => sum + value, 0)) / sd;
    const mean = perUnit * coefficients.get(c, 0);
    const reach = INTERVAL_SDS * perUnit * Math.sqrt(variance * inverse.get(c, c));
    const total = spend.subarray(0, rows).reduce((sum, value) => sum + value, 0);
    const contribution: Estimate = { mean, low: mean - reach, high: mean + reach, level: 0.9 };
    const roas: Estimate = {
      mean: contribution.mean / total,
      low: contribution.low / total,
      high: contribution.high / total,
      level: 0.9,
    };
    return { index: units.order[c]!, result: { name, spend: total, contribution, roas } };
  });
  return {
    status: 'preview',
    method: 'ridge',
    channels: found.sort((a, b) => a.index - b.index).map(({ result }) => result),
    fitted: series.revenue.subarray(0, rows).map((value, t) => value - units.meanRevenue * residuals[t]!),
  };
}

interface StandardColumn {
  readonly values: Float64Array;
  readonly sd: number;
}

/** Mean 0 and standard deviation 1; a column that never moves becomes 0. */
function standardise(values: Float64Array): StandardColumn {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const sd = Math.sqrt(variance);
  if (!(sd > 1e-9)) return { values: new Float64Array(values.length), sd: 1 };
  return { values: values.map((value) => (value - mean) / sd), sd };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}
