import { logInto, logisticInto } from '../numeric/elementwise';

/**
 * What a channel's spend does row by row, with all that its gradient needs. One path a channel, filled anew for every
 * point of the sampler: nothing here allocates a row.
 */
export interface ResponsePath {
  /** Hill of the adstock, h. Its derivative by its logit is h (1 - h). */
  readonly share: Float64Array;
  /** ln(adstock / K). */
  readonly logRatio: Float64Array;
  /** d ln(adstock) / d theta. */
  readonly memory: Float64Array;
  readonly stock: Float64Array;
}

/** Keeps the logarithm of a channel that never ran finite; far below any spend that matters. */
const LEAST_STOCK = 1e-12;

export function createResponsePath(rows: number): ResponsePath {
  return {
    share: new Float64Array(rows),
    logRatio: new Float64Array(rows),
    memory: new Float64Array(rows),
    stock: new Float64Array(rows),
  };
}

/**
 * Adstock (see `adstock`) and Hill saturation.
 * @param spend in units of usual spend
 * @returns the sum of the shares
 */
export function fillResponsePath(
  path: ResponsePath,
  spend: Float64Array,
  carryIn: number,
  theta: number,
  logHalfSaturation: number,
  slope: number,
): number {
  const { share, logRatio, memory, stock } = path;
  const rows = spend.length;
  const fresh = 1 - theta;
  let level = carryIn;
  let change = 0;
  for (let t = 0; t < rows; t++) {
    const x = spend[t]!;
    change = level - x + theta * change;
    level = fresh * x + theta * level;
    const safe = level + LEAST_STOCK;
    stock[t] = safe;
    memory[t] = change / safe;
  }
  logInto(stock, logRatio);
  for (let t = 0; t < rows; t++) logRatio[t]! -= logHalfSaturation;
  return logisticInto(logRatio, slope, share);
}

/** Sums of `weight h (1 - h)` times 1, ln(adstock / K) and d ln(adstock) / d theta: what the gradient by shape is made of. */
interface TurnSums {
  plain: number;
  byRatio: number;
  byMemory: number;
}

/**
 * Sums over rows [from, to), each with the weight `weights[t] - offset`.
 * @param weights all 0 where `null`
 */
export function sumTurns(
  path: ResponsePath,
  weights: Float64Array | null,
  offset: number,
  from: number,
  to: number,
): TurnSums {
  const { share, logRatio, memory } = path;
  let plain = 0;
  let byRatio = 0;
  let byMemory = 0;
  for (let t = from; t < to; t++) {
    const h = share[t]!;
    const weight = weights === null ? -offset : weights[t]! - offset;
    const turn = weight * h * (1 - h);
    plain += turn;
    byRatio += turn * logRatio[t]!;
    byMemory += turn * memory[t]!;
  }
  return { plain, byRatio, byMemory };
}

/** Sum of `weights[t] * share[t]`, or of the shares of rows [from, to) where there are no weights. */
export function sumShares(
  path: ResponsePath,
  weights: Float64Array | null,
  from: number,
  to: number,
): number {
  let sum = 0;
  if (weights === null) for (let t = from; t < to; t++) sum += path.share[t]!;
  else for (let t = from; t < to; t++) sum += weights[t]! * path.share[t]!;
  return sum;
}
