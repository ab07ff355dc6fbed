import type { Granularity, MarketingSeries } from '../../mmm/marketing-series';

export type ChannelKind = 'search' | 'social' | 'video' | 'display' | 'email';

/** One channel and what it really does. */
export interface SimulatedChannel {
  readonly name: string;
  readonly kind: ChannelKind;
  /** Currency units a day, averaged from its first day to the last of the series. */
  readonly meanSpend: number;
  /** Revenue that it causes over the period for each unit spent; 0 for a dead channel. */
  readonly roas: number;
  /** Share of the adstock left after a row (day or week), in [0, 1). */
  readonly theta: number;
  /** In means of the active adstocked spend (rows above 1 % of its maximum). */
  readonly halfSaturation: number;
  readonly slope: number;
  /** Standard deviation of log spend that is the channel's own and the common budget's. Default 0.5. */
  readonly variation?: number;
  /** Mean length in days of the stretches with and without spend. Always on when absent. */
  readonly flights?: { readonly on: number; readonly off: number };
  /** Days a year on which the spend is three to six times the plan. Default 0. */
  readonly spikesPerYear?: number;
  /** Share of the series that is over when the channel starts. Default 0. */
  readonly startsAt?: number;
  /** Effectiveness of the last row as a share of the first row's; straight in between. Default 1. */
  readonly fadesTo?: number;
}

export interface MarketingOptions {
  readonly seed: number;
  /** Default daily. */
  readonly granularity?: Granularity;
  readonly rows: number;
  /** Days since 1970-01-01; default 2023-01-02, a Monday. */
  readonly firstDay?: number;
  /** Default ES. */
  readonly country?: string | null;
  readonly channels: readonly SimulatedChannel[];
  /** Share of the revenue that the channels cause, in (0, 1): sets the height of the baseline. Default 0.3. */
  readonly mediaShare?: number;
  /** Correlation of the channels' log spends that comes from a common budget, in [0, 1]. Default 0. */
  readonly budgetCorrelation?: number;
  /** Effect of one standard deviation of unseen demand on log revenue and on log spend. Default none. */
  readonly hiddenDemand?: { readonly revenue: number; readonly spend: number };
  /** Three to seven days each: share of revenue and share of spend that come on top. Default none. */
  readonly promotions?: { readonly perYear: number; readonly revenue: number; readonly spend: number };
  /** Growth of the baseline a year, a straight line. Default 0. */
  readonly yearlyGrowth?: number;
  /** Amplitudes of the baseline's season over the year and over the week, in shares. Default 0. */
  readonly yearlySeason?: number;
  readonly weeklySeason?: number;
  /** Share on top of the baseline on Black Friday; its week and the weeks before Christmas follow. Default 0. */
  readonly saleEvents?: number;
  /** How far spend follows the yearly season: 0 not at all, 1 in proportion. Default 0. */
  readonly seasonalSpend?: number;
  /** Whether the parts of the baseline add up (the fitted form) or multiply (what shops do). Default multiply. */
  readonly baselineForm?: 'add' | 'multiply';
  readonly noise: {
    /** Standard deviation as a share of expected revenue. */
    readonly share: number;
    /** Correlation of a row with the row before, in [0, 1). Default 0. */
    readonly autocorrelation?: number;
    /** Degrees of freedom of Student's t, above 2; normal when absent. */
    readonly tailDegrees?: number;
  };
  /** Organic search clicks as a control: how much of the unseen demand they show, and their own log noise. */
  readonly organic?: { readonly demand: number; readonly noise: number };
}

/** What one channel did, row by row, and what it would do. Money in currency units. */
export interface TrueChannel {
  readonly name: string;
  readonly kind: ChannelKind;
  /** Per row at the first row; fading multiplies it. */
  readonly beta: number;
  readonly theta: number;
  /** Currency units a row. */
  readonly halfSaturation: number;
  readonly slope: number;
  /** Multiplier of beta in each row. */
  readonly effectiveness: Float64Array;
  readonly contribution: Float64Array;
  readonly spend: number;
  /** Contribution over the period for each unit spent. */
  readonly roas: number;
  readonly currentDailySpend: number;
  /** Of the steady curve at the current daily spend, with the effectiveness of the last row. */
  readonly marginalRoas: number;
  /** Adstock of the last row: what the past still has to give. */
  readonly carryIn: number;
  /** Revenue over the period that a last-click report would give the channel. */
  readonly lastClickRevenue: number;
}

interface MarketingTruth {
  readonly channels: readonly TrueChannel[];
  /** contributions + baseline + noise = revenue, exactly, in any order of summation. */
  readonly baseline: Float64Array;
  readonly noise: Float64Array;
  /** Unseen demand in standard deviations. */
  readonly demand: Float64Array;
}

export interface MarketingWorld {
  readonly series: MarketingSeries;
  readonly truth: MarketingTruth;
}
