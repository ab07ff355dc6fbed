import { normalQuantile } from './normal-quantile';

interface Convergence {
  /** Split, rank-normalised, the worse of bulk and tail: 1 when chains agree. */
  readonly rhat: number;
  /** Independent draws that estimate the middle of the distribution as well. */
  readonly ess: number;
}

/**
 * Whether chains tell the same story about a quantity, and how many independent draws they are worth (Vehtari, Gelman,
 * Simpson, Carpenter & Buerkner 2021, "Rank-normalization, folding, and localization").
 * @param chains draws a chain, all of the same even length of at least 8
 */
export function convergenceOf(chains: readonly Float64Array[]): Convergence {
  const halves = chains.flatMap((chain) => {
    const middle = chain.length >>> 1;
    return [chain.subarray(0, middle), chain.subarray(chain.length - middle)];
  });
  const first = halves[0]![0];
  if (halves.every((half) => half.every((value) => value === first))) return { rhat: NaN, ess: NaN };
  const bulk = rankNormalised(halves);
  const all = concatenate(halves).sort();
  const median = (all[(all.length - 1) >>> 1]! + all[all.length >>> 1]!) / 2;
  const folded = rankNormalised(halves.map((half) => half.map((value) => Math.abs(value - median))));
  return { rhat: Math.max(potentialReduction(bulk), potentialReduction(folded)), ess: effectiveSize(bulk) };
}

/** Ranks over all chains (ties share theirs) as quantiles of a normal: heavy tails and units stop mattering. */
function rankNormalised(chains: readonly Float64Array[]): Float64Array[] {
  const values = concatenate(chains);
  const total = values.length;
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const scores = new Float64Array(total);
  for (let from = 0; from < total;) {
    let to = from + 1;
    while (to < total && values[order[to]!] === values[order[from]!]) to++;
    const rank = (from + to + 1) / 2;
    for (let k = from; k < to; k++) scores[order[k]!] = normalQuantile((rank - 0.375) / (total + 0.25));
    from = to;
  }
  let start = 0;
  return chains.map((chain) => scores.slice(start, (start += chain.length)));
}

function concatenate(chains: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    joined.set(chain, at);
    at += chain.length;
  }
  return joined;
}

function potentialReduction(chains: readonly Float64Array[]): number {
  const { within, pooled } = variances(chains);
  return Math.sqrt(pooled / within);
}

function variances(chains: readonly Float64Array[]): { within: number; pooled: number } {
  const length = chains[0]!.length;
  const means = chains.map(meanOf);
  const within = meanOf(
    chains.map((chain, c) => chain.reduce((sum, x) => sum + (x - means[c]!) ** 2, 0) / (length - 1)),
  );
  const grand = meanOf(means);
  const between = means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0) / (chains.length - 1);
  return { within, pooled: ((length - 1) / length) * within + between };
}

/** Geyer's initial monotone sequence over the chains together (Geyer 1992). */
function effectiveSize(chains: readonly Float64Array[]): number {
  const length = chains[0]!.length;
  const total = length * chains.length;
  const { within, pooled } = variances(chains);
  const means = chains.map(meanOf);
  const correlation = (lag: number): number => {
    const covariance = meanOf(
      chains.map((chain, c) => {
        let sum = 0;
        for (let t = lag; t < length; t++) sum += (chain[t]! - means[c]!) * (chain[t - lag]! - means[c]!);
        return sum / length;
      }),
    );
    return 1 - (within - covariance) / pooled;
  };
  let sum = 0;
  let last = Infinity;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = Math.min(last, (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1));
    if (pair <= 0) break;
    sum += pair;
    last = pair;
  }
  // Antithetic chains may be worth more than their draws, though not by more than the estimate can carry.
  const time = Math.max(2 * sum - 1, 1 / Math.log10(total));
  return total / time;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
