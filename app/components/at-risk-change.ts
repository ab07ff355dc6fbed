import { changeDirection, fourWeeksBefore, type AtRiskPoint } from '~/domain/at-risk-course';
import type { IsoDay } from '~/domain/iso-day';

export interface AtRiskChange {
  readonly since: IsoDay;
  /** Now less then; currency units. */
  readonly difference: number;
  /** False where the ranges overlap: what is not known explains the difference. */
  readonly real: boolean;
}

/** What has changed since the point before the last, and since about four weeks before it. */
export function atRiskChanges(points: readonly AtRiskPoint[]): readonly AtRiskChange[] {
  const now = points.at(-1);
  const previous = points.at(-2);
  if (!now || !previous) return [];
  const weeksAgo = fourWeeksBefore(points);
  const compared = weeksAgo && weeksAgo !== previous ? [previous, weeksAgo] : [previous];
  return compared.map((then) => ({
    since: then.day,
    difference: now.moneyAtRisk.mean - then.moneyAtRisk.mean,
    real: changeDirection(then.moneyAtRisk, now.moneyAtRisk) !== 'none',
  }));
}
