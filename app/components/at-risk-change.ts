import type { Estimate } from '~/domain/estimate';
import { dayNumber, type IsoDay } from '~/domain/iso-day';

export interface AtRiskPoint {
  readonly day: IsoDay;
  readonly moneyAtRisk: Estimate;
}

export interface AtRiskChange {
  readonly since: IsoDay;
  /** Now less then; currency units. */
  readonly difference: number;
  /** False where one of the two means lies within the other's range: chance alone explains the difference. */
  readonly real: boolean;
}

/** What has changed since the point before the last, and since about four weeks before it. */
export function atRiskChanges(points: readonly AtRiskPoint[]): readonly AtRiskChange[] {
  const now = points.at(-1);
  const previous = points.at(-2);
  if (!now || !previous) return [];
  const weeksAgo = fourWeeksBefore(points, now);
  const compared = weeksAgo && weeksAgo !== previous ? [previous, weeksAgo] : [previous];
  return compared.map((then) => ({
    since: then.day,
    difference: now.moneyAtRisk.mean - then.moneyAtRisk.mean,
    real: !holds(now.moneyAtRisk, then.moneyAtRisk) && !holds(then.moneyAtRisk, now.moneyAtRisk),
  }));
}

const FOUR_WEEKS = 28;
const WEEK = 7;

/** The point nearest to it; none where none is within a week. */
function fourWeeksBefore(points: readonly AtRiskPoint[], now: AtRiskPoint): AtRiskPoint | null {
  const distance = ({ day }: AtRiskPoint): number =>
    Math.abs(dayNumber(now.day) - dayNumber(day) - FOUR_WEEKS);
  const nearest = points.reduce((best, point) => (distance(point) < distance(best) ? point : best), now);
  return distance(nearest) <= WEEK ? nearest : null;
}

function holds({ low, high }: Estimate, { mean }: Estimate): boolean {
  return mean >= low && mean <= high;
}
