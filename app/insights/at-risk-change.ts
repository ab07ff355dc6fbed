import type { Estimate } from '~/domain/estimate';
import { dayNumber, type IsoDay } from '~/domain/iso-day';

export interface AtRiskPoint {
  readonly day: IsoDay;
  /** Revenue of the 12 months after the day, currency units. */
  readonly moneyAtRisk: Estimate;
}

export interface AtRiskChange {
  readonly before: Estimate;
  readonly now: Estimate;
  /** Between the two. */
  readonly days: number;
  /** `none` where the intervals overlap: nothing that can be told from the uncertainty of both. */
  readonly direction: 'rose' | 'fell' | 'none';
}

const WANTED_DAYS = 28;
const TOLERANCE_DAYS = 7;

/**
 * The newest point against the one nearest to four weeks before it, a week more or less.
 * @param points the oldest first
 * @returns `null` without a point of that age
 */
export function atRiskChange(points: readonly AtRiskPoint[]): AtRiskChange | null {
  const newest = points.at(-1);
  if (!newest) return null;
  const age = ({ day }: AtRiskPoint): number => dayNumber(newest.day) - dayNumber(day);
  const offTarget = (point: AtRiskPoint): number => Math.abs(age(point) - WANTED_DAYS);
  const then = points.reduce<AtRiskPoint | null>(
    (nearest, point) => (nearest === null || offTarget(point) < offTarget(nearest) ? point : nearest),
    null,
  );
  if (!then || offTarget(then) > TOLERANCE_DAYS) return null;
  const [before, now] = [then.moneyAtRisk, newest.moneyAtRisk];
  const direction = now.low > before.high ? 'rose' : now.high < before.low ? 'fell' : 'none';
  return { before, now, days: age(then), direction };
}
