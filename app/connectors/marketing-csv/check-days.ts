import { dayFromNumber } from '~/domain/iso-day';
import type { MarketingFault, MarketingRows } from './contract';
import { marketingFault as fault } from './marketing-fault';

export interface DatedRow {
  readonly day: number;
  /** Of the file. */
  readonly number: number;
}

interface DayCheck {
  readonly column: string;
  /** False where rows are left out of the list for another fault: then a gap says nothing. */
  readonly complete: boolean;
  readonly report: (found: MarketingFault) => void;
}

/**
 * Finds out whether rows are days or weeks, and reports days that are twice, missing, or out of step.
 *
 * What most rows do decides: a missing day in a daily file is a gap, a stray row in a weekly one is a stray row.
 * @param rows by day, and by their place in the file within a day
 */
export function checkDays(rows: readonly DatedRow[], check: DayCheck): MarketingRows['granularity'] {
  const distinct = withoutRepeats(rows, check);
  const gaps = distinct.slice(1).map(({ day }, i) => day - (distinct[i]?.day ?? day));
  const daily = gaps.filter((gap) => gap === 1).length;
  const weekly = gaps.includes(7) ? gaps.filter((gap) => gap % 7 === 0).length : 0;
  const granularity = daily >= weekly ? 'daily' : 'weekly';
  if (!check.complete || gaps.length === 0) return granularity;
  if (2 * Math.max(daily, weekly) < gaps.length) reportUnknownSpacing(distinct, gaps, check);
  else if (granularity === 'weekly') checkWeeks(distinct, check);
  else checkDaily(distinct, gaps, check);
  return granularity;
}

function withoutRepeats(rows: readonly DatedRow[], { column, report }: DayCheck): DatedRow[] {
  const distinct: DatedRow[] = [];
  for (const row of rows) {
    const last = distinct.at(-1);
    if (last?.day !== row.day) distinct.push(row);
    else {
      const value = dayFromNumber(row.day);
      report(fault('duplicate-day', row.number, column, value, { otherRow: last.number }));
    }
  }
  return distinct;
}

function reportUnknownSpacing(
  rows: readonly DatedRow[],
  gaps: readonly number[],
  { column, report }: DayCheck,
): void {
  const odd = rows[gaps.findIndex((gap) => gap !== 1 && gap !== 7) + 1] ?? rows[1];
  if (odd) report(fault('unknown-spacing', odd.number, column, dayFromNumber(odd.day)));
}

function checkDaily(rows: readonly DatedRow[], gaps: readonly number[], check: DayCheck): void {
  // One gap of seven days is six missing days; two in a row are weeks.
  const inWeeks = gaps.map((gap, i) => gap === 7 && (gaps[i - 1] === 7 || gaps[i + 1] === 7));
  reportMixed(
    rows.filter((_, i) => inWeeks[i - 1] === true),
    check,
  );
  gaps.forEach((gap, i) => {
    const row = rows[i + 1];
    if (row && gap > 1 && !inWeeks[i]) reportMissing(row, gap - 1, 1, check);
  });
}

function checkWeeks(rows: readonly DatedRow[], check: DayCheck): void {
  const perWeekday = new Array<number>(7).fill(0);
  for (const { day } of rows) perWeekday[weekdayOf(day)] = (perWeekday[weekdayOf(day)] ?? 0) + 1;
  const common = perWeekday.indexOf(Math.max(...perWeekday));
  const inStep = rows.filter(({ day }) => weekdayOf(day) === common);
  reportMixed(
    rows.filter(({ day }) => weekdayOf(day) !== common),
    check,
  );
  inStep.forEach((row, i) => {
    const before = inStep[i - 1];
    if (before && row.day - before.day > 7) reportMissing(row, (row.day - before.day) / 7 - 1, 7, check);
  });
}

function reportMixed(stray: readonly DatedRow[], { column, report }: DayCheck): void {
  const [first] = stray;
  if (!first) return;
  report(fault('mixed-spacing', first.number, column, dayFromNumber(first.day), { count: stray.length }));
}

/** The value names the missing days, or the first days of the missing weeks: `2026-02-03/2026-02-07`. */
function reportMissing(row: DatedRow, count: number, step: number, { column, report }: DayCheck): void {
  const first = dayFromNumber(row.day - count * step);
  const value = count === 1 ? first : `${first}/${dayFromNumber(row.day - step)}`;
  report(fault('missing-rows', row.number, column, value, { count }));
}

function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7;
}
