import type { MarketingSeries } from './marketing-series';

/** Why no model is fitted: an expected outcome, with what would change it. */
export type MixRefusal =
  | {
      readonly status: 'refused';
      readonly reason: 'history-too-short';
      readonly days: number;
      readonly requiredDays: number;
      /** Day on which the history will be long enough if it goes on. */
      readonly readyOn: number;
    }
  | { readonly status: 'refused'; readonly reason: 'no-spend' }
  | { readonly status: 'refused'; readonly reason: 'no-revenue'; readonly rowsWithRevenue: number };

/** Below, season and advertising cannot be told apart at all. */
const LEAST_DAYS = { daily: 91, weekly: 26 * 7 };
/** Response curves need to have seen spend go up and down. */
const CURVE_DAYS = 182;
const YEAR_DAYS = 365;

export interface HistoryDepth {
  readonly days: number;
  /** Half a year: response curves may be shown. */
  readonly curves: boolean;
  /** A year: a yearly season may be claimed. */
  readonly season: boolean;
}

export function historyDepth({ granularity, revenue }: MarketingSeries): HistoryDepth {
  const days = revenue.length * (granularity === 'daily' ? 1 : 7);
  // 52 weeks are meant as a year.
  return { days, curves: days >= CURVE_DAYS, season: days >= YEAR_DAYS - 1 };
}

/** @returns `null` where a model can be fitted */
export function checkHistory(series: MarketingSeries): MixRefusal | null {
  const { days } = historyDepth(series);
  const requiredDays = LEAST_DAYS[series.granularity];
  if (days < requiredDays) {
    return {
      status: 'refused',
      reason: 'history-too-short',
      days,
      requiredDays,
      readyOn: series.firstDay + requiredDays,
    };
  }
  if (!series.channels.some(({ spend }) => spend.some((value) => value > 0))) {
    return { status: 'refused', reason: 'no-spend' };
  }
  const rowsWithRevenue = series.revenue.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  // More refunded than sold: no share of it can be given to anyone.
  const total = series.revenue.reduce((sum, value) => sum + value, 0);
  if (rowsWithRevenue < series.revenue.length / 4 || !(total > 0)) {
    return { status: 'refused', reason: 'no-revenue', rowsWithRevenue };
  }
  return null;
}
