import { changeDirection, fourWeeksBefore, type AtRiskPoint } from '~/domain/at-risk-course';
import type { Estimate } from '~/domain/estimate';
import { dayNumber } from '~/domain/iso-day';

export interface AtRiskChange {
  readonly before: Estimate;
  readonly now: Estimate;
  /** Between the two. */
  readonly days: number;
  readonly direction: 'rose' | 'fell' | 'none';
}

/**
 * The newest point against the one nearest to four weeks before it.
 * @param points the oldest first
 * @returns `null` without a point of that age
 */
export function atRiskChange(points: readonly AtRiskPoint[]): AtRiskChange | null {
  const newest = points.at(-1);
  const then = fourWeeksBefore(points);
  if (!newest || !then) return null;
  const [before, now] = [then.moneyAtRisk, newest.moneyAtRisk];
  const days = dayNumber(newest.day) - dayNumber(then.day);
  return { before, now, days, direction: changeDirection(before, now) };
}
