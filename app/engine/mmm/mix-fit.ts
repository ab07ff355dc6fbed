import type { Estimate } from '~/domain/estimate';
import type { ChannelDraws } from '../budget/channel-draws';
import type { ChannelType } from './channel-type';
import type { ChannelVerdict } from './channel-verdict';
import type { RevenueDecomposition } from './decompose-revenue';
import type { HistoryDepth } from './history-check';
import type { JoinedChannels } from './join-twins';
import type { Granularity } from './marketing-series';
import type { ResponseCurve } from './response-curve';

/** Whether the draws may be believed. */
export interface MixDiagnostics {
  /** The worst over ROI and marginal ROI of all channels: potential scale reduction, and independent draws. */
  readonly rhat: number;
  readonly ess: number;
  readonly divergences: number;
  readonly draws: number;
  readonly passed: boolean;
}

/** What the data say of a channel. Money in currency units. */
export interface ChannelFit {
  readonly name: string;
  readonly type: ChannelType;
  /** Total of the period, and a day over the last 90. */
  readonly spend: number;
  readonly currentDailySpend: number;
  /** Revenue of the period that the channel caused. */
  readonly contribution: Estimate;
  /** Of total revenue. */
  readonly share: Estimate;
  readonly roas: Estimate;
  /** Revenue of one more unit a day at today's daily spend; `null` where nothing is spent today. */
  readonly marginalRoas: Estimate | null;
  /** What was assumed of {@link roas} before the data: the interval of the prior around its median. */
  readonly priorRoas: {
    readonly median: number;
    readonly low: number;
    readonly high: number;
    readonly level: number;
  };
  /** Share that is carried over to the next row. */
  readonly adstock: Estimate;
  /** Currency a row. */
  readonly halfSaturation: Estimate;
  readonly slope: Estimate;
  /** 1 - sd(posterior) / sd(prior) of ln ROI. */
  readonly learning: number;
  readonly hasEvidence: boolean;
  /** The gravest first; at least one. */
  readonly verdicts: readonly ChannelVerdict[];
  /** `null` where history or spend do not carry one. */
  readonly curve: ResponseCurve | null;
}

/** Two channels of which the data know the sum better than the parts. */
export interface ChannelPair {
  readonly names: readonly [string, string];
  readonly correlation: number;
  readonly contribution: Estimate;
  readonly roas: Estimate;
}

/** A channel that never spent: there is nothing to say. */
interface SilentChannel {
  readonly name: string;
  readonly verdicts: readonly ChannelVerdict[];
}

interface MixDraws {
  readonly count: number;
  readonly channels: readonly {
    readonly name: string;
    readonly curve: ChannelDraws;
    readonly roas: Float64Array;
  }[];
  /** Baseline of the whole period, currency; one a draw. */
  readonly baselineTotals: Float64Array;
}

export interface MixFit {
  readonly status: 'fitted';
  readonly granularity: Granularity;
  readonly firstDay: number;
  readonly history: HistoryDepth;
  readonly revenue: number;
  /** In the order of the series, as everything below. */
  readonly channels: readonly ChannelFit[];
  readonly silent: readonly SilentChannel[];
  /** Channels that were always spent on together and are told as one. */
  readonly joined: readonly JoinedChannels[];
  readonly pairs: readonly ChannelPair[];
  readonly baseline: { readonly share: Estimate; readonly probabilityNegative: number };
  /** Contributions belong to {@link channels}. */
  readonly decomposition: RevenueDecomposition;
  /** `sigma` as a share of mean revenue: standard deviation of what is new in an ordinary row. */
  readonly noise: { readonly autocorrelation: Estimate; readonly sigma: Estimate };
  readonly diagnostics: MixDiagnostics;
  readonly draws: MixDraws;
}

/** Kinds of information whose absence lets advertising take credit that is not its own. */
export type MissingDriver = 'season' | 'events' | 'controls';

/** Outcomes in which no number may be shown. */
export type MixStop =
  | { readonly status: 'not-converged'; readonly diagnostics: MixDiagnostics }
  | {
      readonly status: 'negative-baseline';
      readonly probability: number;
      /** What the model did not have, the likeliest first. */
      readonly missing: readonly MissingDriver[];
      readonly diagnostics: MixDiagnostics;
    };
