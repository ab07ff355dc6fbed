import { join } from 'node:path';
import { z } from 'zod';
import { calibrationErrorOf, calibrationGroups, rankingArea } from '~/engine/clv/forecast-score';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { valueCustomers } from '~/engine/clv/value-customers';
import { dataMissing, HOLD_OUTS, outcomeOf, readOrders, type HoldOut } from '../clv/hold-out-data';
import { normalisedGini } from '../clv/normalised-gini';
import type { Outcome } from '../clv/outcome';
import { askLifetimes } from './lifetimes-peer';
import { CACHE } from './python-environment';
import { writeOrders } from './write-orders';

/** Forecasts in the order of the outcome's customers; NaN for a customer without one, `null` where none is offered. */
interface Forecast {
  readonly engine: string;
  /** Of the purchase and the spend model; `null` for a model that did not converge. */
  readonly penalizers: readonly (number | null)[];
  readonly expected: Float64Array;
  readonly pAlive: Float64Array | null;
  readonly pBuy: Float64Array | null;
  readonly clv: Float64Array;
}

const numbers = z.array(z.number().nullable());
const LifetimesForecasts = z.object({
  customers: z.array(z.number()),
  spendPenalizer: z.number().nullable(),
  models: z.array(
    z.object({
      name: z.string(),
      penalizer: z.number().nullable(),
      expected: numbers,
      pAlive: numbers,
      pBuy: numbers.nullable(),
      clv: numbers,
    }),
  ),
});

/** Prints what each engine forecast at the analysis date against what happened next, one row an engine and data set. */
export function compareAccuracy(): void {
  if (dataMissing()) {
    console.log('SKIPPED: the data sets (../shared/data/clv) are not on this machine');
    return;
  }
  console.log(
    '| data | engine | penalizer | MAE | AUC expected | AUC P(alive) | AUC P(buy) | ECE P(buy) | total forecast / actual | Gini CLV | failed customers |\n' +
      '|---|---|---|---|---|---|---|---|---|---|---|',
  );
  for (const holdOut of HOLD_OUTS) {
    const orders = readOrders(holdOut.file);
    const outcome = outcomeOf(orders, holdOut);
    for (const forecast of [
      ...lifetimesForecasts(orders, holdOut, outcome),
      ourForecast(orders, holdOut, outcome),
    ]) {
      console.log(`| ${holdOut.file.replace('_orders.csv', '')} | ${row(forecast, outcome)} |`);
    }
  }
}

function lifetimesForecasts(
  orders: OrderColumns,
  { now, horizonDays }: HoldOut,
  outcome: Outcome,
): Forecast[] {
  const file = join(CACHE, 'hold-out-orders.csv');
  writeOrders(file, orders, now);
  const answer = LifetimesForecasts.parse(askLifetimes('predict', file, now, horizonDays));
  const position = new Map(answer.customers.map((index, at) => [orders.customerIds[index] ?? '', at]));
  const inOrder = (values: readonly (number | null)[]): Float64Array =>
    Float64Array.from(outcome.customerIds, (id) => values[position.get(id) ?? -1] ?? NaN);
  return answer.models.map((model) => ({
    engine: `lifetimes ${model.name}`,
    penalizers: orders.revenue === null ? [model.penalizer] : [model.penalizer, answer.spendPenalizer],
    expected: inOrder(model.expected),
    pAlive: inOrder(model.pAlive),
    pBuy: model.pBuy && inOrder(model.pBuy),
    clv: inOrder(model.clv),
  }));
}

function ourForecast(orders: OrderColumns, { now, horizonDays }: HoldOut, outcome: Outcome): Forecast {
  const valuation = valueCustomers({ orders, now, horizonDays, seed: 1 });
  if (valuation.status !== 'fitted') throw new Error(`our engine fitted no model: ${valuation.status}`);
  const found = new Map(valuation.customers.map((customer) => [customer.customerId, customer]));
  const customers = outcome.customerIds.map((id) => found.get(id));
  const offersAlive = valuation.customers.some(({ pAlive }) => pAlive !== null);
  return {
    engine: `Timón (${valuation.model.chosen})`,
    penalizers: [],
    expected: Float64Array.from(customers, (c) => c?.expectedPurchases ?? NaN),
    pAlive: offersAlive ? Float64Array.from(customers, (c) => c?.pAlive ?? NaN) : null,
    pBuy: Float64Array.from(customers, (c) => c?.pBuy ?? NaN),
    clv: Float64Array.from(customers, (c) => c?.clv ?? NaN),
  };
}

function row(forecast: Forecast, { customerIds, purchases, bought, revenue }: Outcome): string {
  const expected = zeroIfFailed(forecast.expected);
  const pAlive = forecast.pAlive && zeroIfFailed(forecast.pAlive);
  const pBuy = forecast.pBuy && zeroIfFailed(forecast.pBuy);
  const error = purchases.reduce((sum, count, i) => sum + Math.abs((expected[i] ?? 0) - count), 0);
  const failed = customerIds.filter((_, i) =>
    [forecast.expected, forecast.pAlive, forecast.pBuy, forecast.clv].some(
      (values) => values !== null && !Number.isFinite(values[i]),
    ),
  );
  const figures = [
    error / customerIds.length,
    rankingArea(expected, bought),
    pAlive && rankingArea(pAlive, bought),
    pBuy && rankingArea(pBuy, bought),
    pBuy && calibrationErrorOf(calibrationGroups(pBuy, bought)),
    total(expected) / total(purchases),
    normalisedGini(zeroIfFailed(forecast.clv), revenue),
  ];
  return [
    forecast.engine,
    forecast.penalizers.map((penalizer) => penalizer ?? 'did not converge').join(', ') || '-',
    ...figures.map((figure) => figure?.toFixed(3) ?? '-'),
    failed.length,
  ].join(' | ');
}

/** A customer without a number is one of whom nothing is expected: leaving them out would reward failing. */
function zeroIfFailed(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? value : 0));
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
