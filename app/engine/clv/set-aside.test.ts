import { describe, expect, test, vi } from 'vitest';
import { dayNumber } from '~/domain/iso-day';
import type { RetentionShop } from '../simulate/retention-shop';
import { simulateRetentionShop } from '../simulate/simulate-retention-shop';
import type { FittedValuation } from './customer-valuation';
import { columnsOf, type Row } from './fixtures/hand-rows';
import { faultsOf } from './fixtures/sound-customer';
import type { OrderColumns } from './order-columns';
import { summarizeRfm } from './rfm-summary';
import { setAsideCustomers } from './set-aside';
import { valueCustomers } from './value-customers';

vi.setConfig({ testTimeout: 60_000 });

const HISTORY = 730;
const shop = simulateRetentionShop('left-censored', {
  seed: 1,
  customers: 3000,
  historyDays: HISTORY,
  futureDays: 90,
});

/** Customers whose first order the data do not hold, as Shopify's own customer records tell them. */
function marked({ orders, truth, now }: RetentionShop): OrderColumns {
  const firstDay = dayNumber(now) - HISTORY + 1;
  return { ...orders, olderThanData: Uint8Array.from(truth.createdDay, (day) => (day < firstDay ? 1 : 0)) };
}

function valued(orders: OrderColumns): FittedValuation {
  const valuation = valueCustomers({ orders, now: shop.now, horizonDays: 90, seed: 1, backtest: false });
  if (valuation.status !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(valuation.verdicts)}`);
  return valuation;
}

describe('customers older than the data', () => {
  const told = valued(marked(shop));
  const untold = valued(shop.orders);
  const older = new Set(
    shop.orders.customerIds.filter((_, i) => shop.truth.createdDay[i]! < dayNumber(shop.now) - HISTORY + 1),
  );

  test('leave the fit, keep their prediction, and the reader is told how many they are', () => {
    const held = told.customers.filter(({ customerId }) => older.has(customerId));
    expect(held.length).toBeGreaterThan(100);
    for (const customer of held) expect(customer.setAside).toBe(true);
    expect(held.flatMap(faultsOf)).toEqual([]);
    expect(told.model.customers).toBe(told.customers.length - told.model.setAside.length);
    const verdict = told.verdicts.find(({ code }) => code === 'customers-older-than-data');
    expect(verdict?.values).toEqual({
      customers: held.length,
      share: expect.closeTo(held.length / told.customers.length, 12) as number,
    });
  });

  test('are not guessed at where the source cannot tell', () => {
    expect(untold.verdicts.map(({ code }) => code)).not.toContain('customers-older-than-data');
    for (const id of untold.model.setAside) expect(told.model.setAside).toContain(id);
  });

  test('without them the fit comes closer to the law that new customers really follow', () => {
    const { r, alpha, a, b } = shop.truth.params;
    const distance = ({ model: { params } }: FittedValuation): number =>
      Math.hypot(
        Math.log(params.r / r),
        Math.log(params.alpha / alpha),
        Math.log((params.a * b) / (params.b * a)),
      );
    expect(distance(told)).toBeLessThan(distance(untold));
  });
});

describe('who is set aside', () => {
  const NOW = 2000;
  const summaryOf = (rows: readonly Row[], older: (id: string) => boolean) => {
    const orders = columnsOf(rows);
    const olderThanData = Uint8Array.from(orders.customerIds, (id) => (older(id) ? 1 : 0));
    return summarizeRfm({ ...orders, olderThanData }, NOW, false);
  };
  /** Everybody came twice. */
  const twice = (customers: number): Row[] =>
    Array.from({ length: customers }, (_, c): Row[] => [
      [`c${String(c).padStart(4, '0')}`, 1500 + (c % 300), 10],
      [`c${String(c).padStart(4, '0')}`, 1900, 10],
    ]).flat();

  test('older customers stay in where they are more than seven in ten', () => {
    const rows = twice(1000);
    const first = (count: number) => (id: string) => Number(id.slice(1)) < count;
    const most = setAsideCustomers(summaryOf(rows, first(701)));
    expect(most.mask.every((marked) => marked === 0)).toBe(true);
    expect(most.older).toBe(701);
    const some = setAsideCustomers(summaryOf(rows, first(700)));
    expect(some.mask.filter((marked) => marked === 1)).toHaveLength(700);
  });

  test('and where fewer than a hundred repeat customers would be left', () => {
    const oldest = (id: string) => Number(id.slice(1)) < 50;
    const few = setAsideCustomers(summaryOf(twice(149), oldest));
    expect(few).toMatchObject({ older: 50, wholesale: 0 });
    expect(few.mask.some((marked) => marked === 1)).toBe(false);
    expect(setAsideCustomers(summaryOf(twice(150), oldest)).mask.some((marked) => marked === 1)).toBe(true);
  });

  test('wholesale buyers, by amounts that no other customer comes near', () => {
    const rows: Row[] = [...twice(200), ['whale', 1800, 50_000], ['whale', 1850, 40_000]];
    const { mask, wholesale } = setAsideCustomers(summaryOf(rows, () => false));
    expect(wholesale).toBe(1);
    expect([...mask].indexOf(1)).toBe(200);
  });
});
