import { addDays, type IsoDay } from '~/domain/iso-day';
import type { TrustView } from '~/services/views/trust-view';

/** A forecast whose window has passed: one that was shown, or the same method tried on the past. */
export interface CheckedForecast {
  readonly kind: 'shown' | 'past';
  readonly madeOn: IsoDay;
  readonly until: IsoDay;
  readonly expected: number;
  readonly actual: number;
  /** expected / actual - 1; null where nothing came. */
  readonly error: number | null;
}

/** All of them: those that were shown before the trials, each the newest first. */
export function checkedForecasts({ track, backtest }: TrustView): readonly CheckedForecast[] {
  return [
    ...track.map((forecast): CheckedForecast => {
      const { madeOn, until, expectedPurchases, actualPurchases } = forecast;
      const expected = expectedPurchases.mean;
      return {
        kind: 'shown',
        madeOn,
        until,
        expected,
        actual: actualPurchases,
        error: actualPurchases > 0 ? expected / actualPurchases - 1 : null,
      };
    }),
    ...(backtest?.origins ?? []).map((origin): CheckedForecast => {
      const { day, horizonDays, expectedPurchases, actualPurchases, error } = origin;
      return {
        kind: 'past',
        madeOn: day,
        until: addDays(day, horizonDays),
        expected: expectedPurchases,
        actual: actualPurchases,
        error,
      };
    }),
  ];
}

/** Which side a forecast erred on, in whole per cent; `exact` where they round to none. */
export function sideOfError(error: number): 'high' | 'low' | 'exact' {
  if (Math.abs(error) < 0.005) return 'exact';
  return error > 0 ? 'high' : 'low';
}
