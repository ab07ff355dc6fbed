/**
 * How right the engine would have been: fitted on the first part of public data sets, compared with what happened
 * next. Anchors: time since the last order (AUC), and "as many orders as in the last window of this length" (MAE).
 * `npx tsx bench/clv/hold-out.ts`
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dayNumber, isoDay, type IsoDay } from '~/domain/iso-day';
import type { CustomerPrediction } from '~/engine/clv/customer-valuation';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import { valueCustomers } from '~/engine/clv/value-customers';
import { calibrationError, normalisedGini, rankingArea } from './accuracy';

const DATA = fileURLToPath(new URL('../../../shared/data/clv/', import.meta.url));

interface Case {
  readonly file: string;
  readonly now: IsoDay;
  readonly horizonDays: number;
}

const CASES: readonly Case[] = [
  { file: 'cdnow_sample_orders.csv', now: isoDay('1997-09-30'), horizonDays: 273 },
  { file: 'cdnow_orders.csv', now: isoDay('1997-09-30'), horizonDays: 273 },
  { file: 'grocery_orders.csv', now: isoDay('2006-12-31'), horizonDays: 364 },
];

if (!existsSync(DATA)) {
  console.log('SKIPPED: the data sets (../shared/data/clv) are not on this machine');
} else {
  console.log(
    '| data | MAE | MAE naive | AUC pBuy | AUC hiatus | ECE pBuy | coverage orders | coverage value | total forecast / actual | Gini clv |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const one of CASES) console.log(row(one));
}

function row({ file, now, horizonDays }: Case): string {
  const orders = readOrders(file);
  const valuation = valueCustomers({ orders, now, horizonDays, seed: 1 });
  if (valuation.status !== 'fitted') return `| ${file} | ${valuation.status} |`;
  const today = dayNumber(now);
  const future = purchases(orders, today + 1, today + horizonDays);
  const past = purchases(orders, today - horizonDays + 1, today);
  const { customers } = valuation;
  const actual = customers.map((c) => future.get(c.customerId)?.days.size ?? 0);
  const revenue = customers.map((c) => future.get(c.customerId)?.revenue ?? 0);
  const bought = actual.map((count) => count > 0);
  const mean = (f: (c: CustomerPrediction, i: number) => number): number =>
    customers.reduce((sum, c, i) => sum + f(c, i), 0) / customers.length;
  const at = (values: readonly number[], i: number): number => values[i] ?? 0;
  const numbers = [
    mean((c, i) => Math.abs(c.expectedPurchases - at(actual, i))),
    // The first purchase made somebody a customer: it is no repeat.
    mean((c, i) => {
      const before = past.get(c.customerId)?.days.size ?? 0;
      return Math.abs(Math.max(0, before - (c.T < horizonDays ? 1 : 0)) - at(actual, i));
    }),
    rankingArea(
      customers.map((c) => c.pBuy),
      bought,
    ),
    rankingArea(
      customers.map((c) => -c.daysSinceLastOrder),
      bought,
    ),
    calibrationError(
      customers.map((c) => c.pBuy),
      bought,
    ),
    mean((c, i) =>
      Number(at(actual, i) >= c.expectedPurchasesLow && at(actual, i) <= c.expectedPurchasesHigh),
    ),
    mean((c, i) => Number(at(revenue, i) >= c.clvLow - 1e-9 && at(revenue, i) <= c.clvHigh + 1e-9)),
    valuation.totals.expectedPurchases.mean / actual.reduce((sum, count) => sum + count, 0),
    normalisedGini(
      customers.map((c) => c.clv),
      revenue,
    ),
  ];
  return `| ${file} | ${numbers.map((value) => value.toFixed(3)).join(' | ')} |`;
}

function readOrders(file: string): OrderColumns {
  const builder = createOrderColumnsBuilder();
  let hasRevenue = true;
  for (const line of readFileSync(`${DATA}${file}`, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [customer = '', day = '', revenue] = line.split(',');
    hasRevenue &&= revenue !== undefined;
    builder.add(customer, dayNumber(isoDay(day)), Number(revenue ?? 1));
  }
  return builder.finish(hasRevenue ? 1 : null);
}

/** Days with a purchase and revenue of each customer, both ends included; in files without amounts a day is worth 1. */
function purchases(
  { customerIds, customer, day, revenue }: OrderColumns,
  from: number,
  to: number,
): Map<string, { readonly days: Set<number>; revenue: number }> {
  const found = new Map<string, { readonly days: Set<number>; revenue: number }>();
  customer.forEach((index, row) => {
    const on = day[row] ?? 0;
    const amount = revenue === null ? 1 : (revenue[row] ?? 0);
    if (on < from || on > to || amount <= 0) return;
    const id = customerIds[index] ?? '';
    const entry = found.get(id) ?? { days: new Set<number>(), revenue: 0 };
    if (revenue !== null || !entry.days.has(on)) entry.revenue += amount;
    entry.days.add(on);
    found.set(id, entry);
  });
  return found;
}
