import { steadyMarginalReturn } from '../budget/horizon-response';
import { currentDailySpend, daysPerRow, sustainedDailySpend } from '../budget/spend-levels';
import { summariseDraws } from '../budget/summarise-draws';
import { convergenceOf } from '../numeric/chain-convergence';
import { channelPosterior, joinChains, thinDraws, type ChannelPosterior } from './chain-columns';
import { channelVerdicts, supportsCurve } from './channel-verdict';
import { decomposeRevenue, type RevenueDecomposition } from './decompose-revenue';
import { fadingChannels } from './fading';
import { hill } from './hill';
import { historyDepth } from './history-check';
import type { ModelChannel } from './mix-model';
import { phiOf } from './mix-coordinates';
import type { ChannelFit, MissingDriver, MixDiagnostics, MixFit, MixStop } from './mix-fit';
import { entangledPairs } from './entangled-pairs';
import type { PreparedMix } from './prepare-mix';
import { responseCurve } from './response-curve';
import { tailDeviation } from './noise-tail';
import type { ChainDraws } from './sample-chain';
import { spendPattern } from './spend-pattern';

const MOST_RHAT = 1.01;
const LEAST_ESS = 400;
/** Draws that are kept for every later question. */
const KEPT_DRAWS = 400;
const MOST_NEGATIVE = 0.2;
/** 90 % of a normal lie within so many standard deviations. */
const INTERVAL_SDS = 1.6448536269514722;
/** ROI at which a channel brings practically nothing: the first percentile of what was assumed, a tenth of the median. */
const NOTHING_SDS = -2.3263478740408408;
const NOTHING_SHARE = 0.01;

/**
 * What the draws of all chains say, or why nothing may be said.
 * @param chains of the same prepared mix with different seeds, in any fixed order; at least two
 */
export function summariseMix(prepared: PreparedMix, chains: readonly ChainDraws[]): MixFit | MixStop {
  const { model, units, series } = prepared;
  const perChain = model.channels.map((_, c) => chains.map((chain) => channelPosterior(prepared, chain, c)));
  const dailySpends = units.order.map((index) =>
    currentDailySpend(series.channels[index]!.spend.subarray(0, model.rows), series.granularity),
  );
  const diagnostics = diagnose(
    perChain,
    dailySpends.map((spend) => spend * daysPerRow(series.granularity)),
    chains,
  );
  if (!diagnostics.passed) return { status: 'not-converged', diagnostics };

  const decomposed = decomposeRevenue(prepared, chains, KEPT_DRAWS);
  if (decomposed.probabilityNegative > MOST_NEGATIVE) {
    return {
      status: 'negative-baseline',
      probability: decomposed.probabilityNegative,
      missing: missingDrivers(prepared),
      diagnostics,
    };
  }

  const posteriors = perChain.map(joinChains);
  const kept = posteriors.map((posterior) => thinDraws(posterior, KEPT_DRAWS));
  const spends = units.order.map((index) => sumOf(series.channels[index]!.spend.subarray(0, model.rows)));
  const names = units.order.map((index) => series.channels[index]!.name);
  const fading = fadingChannels(prepared);
  const pairs = entangledPairs(names, posteriors, spends);
  const revenue = sumOf(series.revenue.subarray(0, model.rows));
  const history = historyDepth(series);
  const fits = model.channels.map((channel, c): ChannelFit => {
    const partner = pairs.find((pair) => pair.names.includes(names[c]!));
    return describeChannel({
      prepared,
      channel,
      posterior: posteriors[c]!,
      kept: kept[c]!,
      index: c,
      spend: spends[c]!,
      dailySpend: dailySpends[c]!,
      revenue,
      curves: history.curves,
      partner: partner
        ? {
            name: partner.names.find((name) => name !== names[c]) ?? names[c]!,
            correlation: partner.correlation,
          }
        : null,
      fading: fading[c]!,
    });
  });

  // Back to the order in which the series names its channels.
  const places = units.order.map((_, c) => c).sort((a, b) => units.order[a]! - units.order[b]!);
  const size = prepared.mode.length;
  const noise = (of: (point: Float64Array, draw: number) => number): Float64Array =>
    Float64Array.from(
      chains.flatMap(({ points, count }) => Array.from({ length: count }, (_, d) => of(points, d * size))),
    );
  // The model's sigma is widened by what the rows do not tell; a deviation counts the tail as well.
  const deviation = Math.sqrt(model.information) * tailDeviation(prepared.noiseDegrees);
  return {
    status: 'fitted',
    granularity: series.granularity,
    firstDay: series.firstDay,
    history,
    revenue,
    channels: places.map((c) => fits[c]!),
    silent: series.channels
      .filter((_, index) => !units.order.includes(index))
      .map(({ name }) => ({ name, verdicts: [{ code: 'never-active' }] })),
    joined: prepared.joined,
    pairs,
    baseline: {
      share: summariseDraws(decomposed.baselineTotals.map((total) => total / revenue)),
      probabilityNegative: decomposed.probabilityNegative,
    },
    decomposition: reorder(decomposed.rows, places),
    noise: {
      autocorrelation: summariseDraws(noise((points, at) => phiOf(points[at + size - 2]!))),
      sigma: summariseDraws(noise((points, at) => deviation * Math.exp(points[at + size - 1]!))),
    },
    diagnostics,
    draws: {
      count: kept[0]!.roas.length,
      channels: places.map((c) => ({ name: names[c]!, curve: kept[c]!.curve, roas: kept[c]!.roas })),
      baselineTotals: decomposed.baselineTotals,
    },
  };
}

interface ChannelInput {
  readonly prepared: PreparedMix;
  readonly channel: ModelChannel;
  readonly posterior: ChannelPosterior;
  readonly kept: ChannelPosterior;
  /** Among the model's channels. */
  readonly index: number;
  readonly spend: number;
  readonly dailySpend: number;
  readonly revenue: number;
  readonly curves: boolean;
  readonly partner: { readonly name: string; readonly correlation: number } | null;
  readonly fading: number | null;
}

function describeChannel(input: ChannelInput): ChannelFit {
  const { prepared, channel, posterior, kept, index, spend, dailySpend, revenue } = input;
  const { series, units } = prepared;
  const { name, spend: rows } = series.channels[units.order[index]!]!;
  const { granularity } = series;
  const days = daysPerRow(granularity);
  const { curve, roas } = posterior;
  const { mean, sd } = channel.prior.logRoi;
  const logs = roas.map(Math.log);
  const learning = 1 - standardDeviation(logs) / sd;
  const nothing = Math.exp(mean + NOTHING_SDS * sd);
  // Half a draw, where none is left: the chance is small and not nothing.
  const belowNothing = Math.max(0.5, roas.filter((value) => value < nothing).length) / roas.length;
  const pattern = spendPattern(rows, granularity);
  const verdicts = channelVerdicts({
    learning,
    evidence: NOTHING_SHARE / belowNothing,
    pattern,
    partner: input.partner,
    fading: input.fading,
    saturation: summariseDraws(saturations(posterior, dailySpend * days)).mean,
  });
  return {
    name,
    type: units.types[index]!,
    spend,
    currentDailySpend: dailySpend,
    contribution: summariseDraws(roas.map((value) => value * spend)),
    share: summariseDraws(roas.map((value) => (value * spend) / revenue)),
    roas: summariseDraws(roas),
    marginalRoas: dailySpend > 0 ? summariseDraws(marginals(posterior, dailySpend * days)) : null,
    priorRoas: {
      median: Math.exp(mean),
      low: Math.exp(mean - INTERVAL_SDS * sd),
      high: Math.exp(mean + INTERVAL_SDS * sd),
      level: 0.9,
    },
    adstock: summariseDraws(curve.theta),
    halfSaturation: summariseDraws(curve.halfSaturation),
    slope: summariseDraws(curve.slope),
    learning,
    hasEvidence: !verdicts.some(({ code }) => code === 'no-evidence'),
    verdicts,
    curve:
      input.curves && supportsCurve(pattern)
        ? responseCurve(kept.curve, sustainedDailySpend(rows, granularity), days)
        : null,
  };
}

/** Gates on the quantities that are reported, not on the coordinates that were walked. */
function diagnose(
  perChain: readonly (readonly ChannelPosterior[])[],
  rowSpends: readonly number[],
  chains: readonly ChainDraws[],
): MixDiagnostics {
  const reported = perChain.flatMap((posteriors, c) => [
    posteriors.map(({ roas }) => roas),
    ...(rowSpends[c]! > 0 ? [posteriors.map((posterior) => marginals(posterior, rowSpends[c]!))] : []),
  ]);
  const convergence = reported.map(convergenceOf);
  const rhat = Math.max(...convergence.map((each) => each.rhat));
  const ess = Math.min(...convergence.map((each) => each.ess));
  const divergences = chains.reduce((sum, chain) => sum + chain.divergences, 0);
  return {
    rhat,
    ess,
    divergences,
    draws: chains.reduce((sum, { count }) => sum + count, 0),
    passed: rhat < MOST_RHAT && ess > LEAST_ESS && divergences === 0,
  };
}

function marginals({ curve }: ChannelPosterior, rowSpend: number): Float64Array {
  return curve.beta.map((beta, d) =>
    steadyMarginalReturn(
      { beta, theta: curve.theta[d]!, halfSaturation: curve.halfSaturation[d]!, slope: curve.slope[d]! },
      rowSpend,
    ),
  );
}

function saturations({ curve }: ChannelPosterior, rowSpend: number): Float64Array {
  return curve.halfSaturation.map((halfSaturation, d) =>
    hill(rowSpend, { halfSaturation, slope: curve.slope[d]! }),
  );
}

function missingDrivers({ columns }: PreparedMix): MissingDriver[] {
  const parts = new Set(columns.map(({ part }) => part));
  const missing: MissingDriver[] = [];
  if (!parts.has('season')) missing.push('season');
  if (!parts.has('event')) missing.push('events');
  if (!parts.has('control')) missing.push('controls');
  return missing;
}

function reorder(rows: RevenueDecomposition, places: readonly number[]): RevenueDecomposition {
  return { ...rows, contributions: places.map((c) => rows.contributions[c]!) };
}

function standardDeviation(values: Float64Array): number {
  const mean = sumOf(values) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
