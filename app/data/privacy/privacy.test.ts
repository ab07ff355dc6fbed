import { describe, expect, it } from 'vitest';
import { installTestShop, type TestDatabase } from '../../../tests/support/database';
import { onTestShop } from '../../../tests/support/test-shop';
import { sourceCustomer, sourceOrder } from '../../../tests/support/source-order';
import { announceChanges, countPendingChanges } from '../changes/pending-changes';
import { importCustomers } from '../customers/import-customers';
import { importOrders } from '../orders/import-orders';
import { orderTotals } from '../orders/order-totals';
import { readCustomerOrders } from '../orders/read-customer-orders';
import type { Shop } from '../shops/shop';
import { collectCustomerData } from './collect-customer-data';
import {
  clearOldReports,
  completeReceipt,
  createReceipt,
  listReceipts,
  readReceipt,
} from './compliance-receipts';
import { redactCustomer } from './redact-customer';

let database: TestDatabase;
let shop: Shop;
onTestShop(async (given) => {
  ({ database, shop } = given);
  await load();
});

const at = new Date('2026-03-10T00:00:00Z');

async function load() {
  const customers = await importCustomers(database.db, shop.id, [
    sourceCustomer(),
    sourceCustomer({ sourceId: '502', lifetimeOrders: null }),
  ]);
  await importOrders(database.db, shop.id, shop.timeZone, [
    sourceOrder(),
    sourceOrder({ sourceId: '1002', customerId: '502' }),
  ]);
  return customers;
}

describe('importCustomers', () => {
  it('changes nothing when the same page comes twice', async () => {
    expect(await load()).toEqual({ inserted: 0, updated: 0, unchanged: 2, erased: 0 });
    expect(
      await importCustomers(database.db, shop.id, [sourceCustomer({ lifetimeOrders: 4 })]),
    ).toMatchObject({
      updated: 1,
    });
  });
});

describe('redactCustomer', () => {
  it('erases the person, keeps the revenue, and no import brings the link back', async () => {
    await announceChanges(database.db, shop.id, [{ kind: 'customer', sourceId: '501' }], at);
    const before = await orderTotals(database.db, shop.id);
    expect(await redactCustomer(database.db, shop.id, { customerId: '501' }, at)).toMatchObject({
      ...{ customers: 1, ordersUnlinked: 1, pendingChanges: 1 },
    });
    expect(await load()).toMatchObject({ inserted: 0, erased: 1 });
    await importOrders(database.db, shop.id, shop.timeZone, [
      sourceOrder({ updatedAt: '2026-04-01T00:00:00Z' }),
      sourceOrder({ sourceId: '1003' }),
    ]);
    expect(await readCustomerOrders(database.db, shop.id, '501', { limit: 10 })).toEqual([]);
    expect(await collectCustomerData(database.db, shop.id, { customerId: '501' })).toMatchObject({
      ...{ customer: null, orders: [], prediction: null },
    });
    const after = await orderTotals(database.db, shop.id);
    expect(after).toMatchObject({ customers: 1, guestOrders: 2, netMinor: before.netMinor + 2_500n });
    expect(await countPendingChanges(database.db, shop.id)).toBe(0);
  });

  it('finds the person by the pseudonym of a receipt, and no one else', async () => {
    const { receipt } = await createReceipt(database.db, shop.id, {
      ...{ topic: 'customers/redact' as const, webhookId: 'w1', customerId: '502', receivedAt: at },
    });
    const pseudonym = receipt.customerPseudonym ?? '';
    expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
    expect(await collectCustomerData(database.db, shop.id, { pseudonym })).toMatchObject({
      customer: { sourceId: '502', lifetimeOrders: null },
      orders: [{ sourceId: '1002', lines: [{ title: 'Café molido' }] }],
    });
    expect(await redactCustomer(database.db, shop.id, { pseudonym }, at)).toMatchObject({ customers: 1 });
    expect(await redactCustomer(database.db, shop.id, { pseudonym }, at)).toMatchObject({
      ...{ customers: 0, ordersUnlinked: 0 },
    });
    expect(await orderTotals(database.db, shop.id)).toMatchObject({ customers: 1 });
  });

  it('holds against imports that run at the same time', async () => {
    const pages = Array.from({ length: 6 }, (_, page) =>
      Array.from({ length: 40 }, (__, i) => sourceOrder({ sourceId: `${page}-${i}` })),
    );
    await Promise.all([
      ...pages.map((page) => importOrders(database.db, shop.id, shop.timeZone, page)),
      redactCustomer(database.db, shop.id, { customerId: '501' }, at),
    ]);
    expect(await readCustomerOrders(database.db, shop.id, '501', { limit: 10 })).toEqual([]);
    expect(await orderTotals(database.db, shop.id)).toMatchObject({ orders: 242, guestOrders: 241 });
  });

  it('leaves the same customer id of another shop alone', async () => {
    const other = await installTestShop(database.db);
    await importOrders(database.db, other.id, other.timeZone, [sourceOrder()]);
    await redactCustomer(database.db, shop.id, { customerId: '501' }, at);
    expect(await readCustomerOrders(database.db, other.id, '501', { limit: 10 })).toHaveLength(1);
  });
});

describe('compliance receipts', () => {
  const request = {
    ...{ topic: 'customers/data_request' as const, webhookId: 'w2', customerId: '501', receivedAt: at },
  };

  it('are made once a webhook and completed once', async () => {
    const first = await createReceipt(database.db, shop.id, request);
    const again = await createReceipt(database.db, shop.id, request);
    expect([first.created, again.created, again.receipt.id]).toEqual([true, false, first.receipt.id]);
    const { id } = first.receipt;
    const done = { at, outcome: { orders: 1 }, report: { orders: ['#1001'] } };
    expect(await completeReceipt(database.db, shop.id, id, done)).toBe(true);
    expect(await completeReceipt(database.db, shop.id, id, { at, outcome: {} })).toBe(false);
    expect(await readReceipt(database.db, shop.id, id)).toMatchObject({
      ...{
        outcome: done.outcome,
        report: done.report,
        completedAt: at.toISOString(),
        shopDomain: shop.domain,
      },
    });
    expect(await listReceipts(database.db, shop.id, { limit: 5 })).toHaveLength(1);
  });

  it('lose their report when the customer is redacted, and when it is old', async () => {
    const complete = async (webhookId: string, customerId: string) => {
      const { receipt } = await createReceipt(database.db, shop.id, { ...request, webhookId, customerId });
      await completeReceipt(database.db, shop.id, receipt.id, {
        at,
        outcome: {},
        report: { about: customerId },
      });
      return receipt.id;
    };
    const [mine, other] = [await complete('w3', '501'), await complete('w4', '502')];
    expect(await redactCustomer(database.db, shop.id, { customerId: '501' }, at)).toMatchObject({
      reports: 1,
    });
    expect(await readReceipt(database.db, shop.id, mine)).toMatchObject({ report: null });
    expect(await readReceipt(database.db, shop.id, other)).toMatchObject({ report: { about: '502' } });
    expect(await clearOldReports(database.db, shop.id, at)).toBe(0);
    expect(await clearOldReports(database.db, shop.id, new Date(at.getTime() + 1))).toBe(1);
    expect(await readReceipt(database.db, shop.id, other)).toMatchObject({ report: null });
  });
});
