import type { PlannedBudgetFile } from '~/services/plan-budget-file';
import { csvCell } from './csv-cell';

const COLUMNS = [
  'channel',
  'daily_spend',
  'range_low',
  'range_high',
  'current_daily_spend',
  'revenue',
  'revenue_low',
  'revenue_high',
  'notes',
] as const;

/** One row a channel. Money in currency units, spends a day, revenue over the horizon. */
export function* budgetCsvLines({ plan, minorPerUnit }: PlannedBudgetFile): Generator<string> {
  yield COLUMNS.join(',');
  for (const { name, dailyMinor, range, currentDailyMinor, revenue, notes } of plan.channels) {
    yield [
      name,
      dailyMinor / minorPerUnit,
      range.lowMinor / minorPerUnit,
      range.highMinor / minorPerUnit,
      currentDailyMinor / minorPerUnit,
      revenue.mean,
      revenue.low,
      revenue.high,
      notes.join(' '),
    ]
      .map(csvCell)
      .join(',');
  }
}
