import { marketDays } from '~/connectors/calendar/market-calendar';
import { daysPerRow } from '~/engine/budget/spend-levels';
import { eventRows } from '~/engine/mmm/event-columns';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import type { NamedColumn } from '~/engine/mmm/given-columns';

/** Holidays and sales of the series' country, as the product tells the model. */
export function marketEvents({ country, granularity, firstDay, revenue }: MarketingSeries): NamedColumn[] {
  if (country === null) return [];
  const rows = revenue.length;
  const calendar = marketDays(country, firstDay, firstDay + rows * daysPerRow(granularity) - 1);
  if (calendar.status !== 'ok') throw new Error(`no calendar of ${country}`);
  return eventRows(calendar.days, { granularity, firstDay, rows });
}
