import type { Estimate } from './estimate';
import { dayNumber, type IsoDay } from './iso-day';

/** Money at risk as one pass saw it. */
export interface AtRiskPoint {
  readonly day: IsoDay;
  /** Revenue of the 12 months after the day, currency units. */
  readonly moneyAtRisk: Estimate;
}

const WANTED_DAYS = 28;
const TOLERANCE_DAYS = 7;

/**
 * The point nearest to four weeks before the newest one, a week more or less.
 * @param points the oldest first
 * @returns `null` where there is none of that age
 */
export function fourWeeksBefore(points: readonly AtRiskPoint[]): AtRiskPoint | null {
  const newest = points.at(-1);
  if (!newest) return null;
  const offTarget = ({ day }: AtRiskPoint): number =>
    Math.abs(dayNumber(newest.day) - dayNumber(day) - WANTED_DAYS);
  const nearest = points.reduce((best, point) => (offTarget(point) < offTarget(best) ? point : best), newest);
  return offTarget(nearest) <= TOLERANCE_DAYS ? nearest : null;
}

/** `none` where the ranges overlap: nothing that can be told from the uncertainty of both. */
export function changeDirection(before: Estimate, now: Estimate): 'rose' | 'fell' | 'none' {
  if (now.low > before.high) return 'rose';
  return now.high < before.low ? 'fell' : 'none';
}
