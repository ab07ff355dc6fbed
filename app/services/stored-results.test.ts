import { expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { createOrderColumnsBuilder } from '~/engine/clv/order-columns-builder';
import { valueCustomerColumns } from '~/engine/clv/value-customers';
import { clvResultSchema, toClvResult, type SalesFacts } from './stored-results';

const SALES: SalesFacts = {
  ...{ orders: 0, customers: 0, guestOrders: 0, revenue: 0, firstDay: null, lastDay: null },
  excluded: { test: 0, cancelled: 0, unpaid: 0, nothingPaid: 0 },
};
const LEAVING = { customers: 3, topCustomers: 3, topMoney: 12.5 };

/** 150 customers at paces of their own over two years, and one who buys a hundred times as much. */
function valuation() {
  const builder = createOrderColumnsBuilder();
  for (let customer = 0; customer < 150; customer += 1) {
    for (let day = customer % 90; day < (customer % 3 === 0 ? 300 : 730); day += 20 + (customer % 50)) {
      builder.add(`person-${customer}`, 19_724 + day, 2_000 + (customer % 7) * 300);
    }
  }
  for (let day = 0; day < 730; day += 30) builder.add('person-wholesale', 19_724 + day, 900_000);
  const orders = builder.finish(100);
  const fitted = valueCustomerColumns({ orders, now: isoDay('2026-01-01'), horizonDays: 365, seed: 1 });
  if (fitted.status !== 'fitted') throw new Error(`the engine says ${fitted.status}`);
  return fitted;
}

it('what is stored of a fit is read back as it was, look back and totals of 90 days included', () => {
  const fitted = valuation();
  const stored = { ...toClvResult(fitted, SALES, LEAVING), segments: [] };
  const read = clvResultSchema.parse(JSON.parse(JSON.stringify(stored)));
  expect(read).toMatchObject({
    ...{ status: 'fitted', leaving: LEAVING, sales: SALES, intervalLevel: fitted.intervalLevel },
    model: { chosen: fitted.model.chosen, choice: fitted.model.choice, customersSetAside: 1 },
    totals: {
      expectedPurchases90: fitted.totals.expectedPurchases90,
      expectedBuyers90: fitted.totals.expectedBuyers90,
      expectedRevenue90: fitted.totals.expectedRevenue90,
    },
  });
  expect(fitted.backtest).not.toBeNull();
  expect(read.backtest).toEqual(fitted.backtest);
  expect(read.season).toEqual(fitted.season);
});

it('names no customer: their rows can be erased, this one stays', () => {
  const fitted = valuation();
  expect(fitted.model.setAside).toEqual(['person-wholesale']);
  expect(JSON.stringify(toClvResult(fitted, SALES, LEAVING))).not.toContain('person-');
});
