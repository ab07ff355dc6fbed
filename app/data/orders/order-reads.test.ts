import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createTestDatabase, installTestShop, type TestDatabase } from '../../../tests/support/database';
import { sourceCustomer, sourceOrder } from '../../../tests/support/source-order';
import { importCustomers } from '../customers/import-customers';
import type { Shop } from '../shops/shop';
import { importOrders } from './import-orders';
import { monthlyTotals } from './monthly-totals';
import { orderTotals } from './order-totals';
import { readOrderColumns } from './read-order-columns';

let database: TestDatabase;
let shop: Shop;
beforeAll(async () => {
  database = await createTestDatabase();
  shop = await installTestShop(database.db);
  await importOrders(database.db, shop.id, shop.timeZone, [
    sourceOrder({ sourceId: '1', customerId: 'ñ\t\\2' }),
    sourceOrder({ sourceId: '2', customerId: '10', netMinor: 100n, processedAt: '2026-04-10T10:00:00Z' }),
    sourceOrder({ sourceId: '3', customerId: '10', netMinor: -50n, financialStatus: 'REFUNDED' }),
    sourceOrder({ sourceId: '4', customerId: '10', netMinor: 7n, financialStatus: null }),
    sourceOrder({ sourceId: '5', customerId: null, netMinor: 1_000n }),
    sourceOrder({ sourceId: '6', test: true, cancelledAt: '2026-03-02T00:00:00Z' }),
    sourceOrder({ sourceId: '7', cancelledAt: '2026-03-02T00:00:00Z', updatedAt: '2026-05-01T00:00:00Z' }),
    sourceOrder({ sourceId: '8', financialStatus: 'PENDING' }),
    sourceOrder({ sourceId: '9', financialStatus: 'VOIDED', customerId: null }),
  ]);
  const other = await installTestShop(database.db);
  await importOrders(database.db, other.id, other.timeZone, [sourceOrder({ customerId: 'of another shop' })]);
});
afterAll(() => database.drop());

describe('readOrderColumns', () => {
  it('gives the sales to known customers, sorted by customer, day and id, amounts signed', async () => {
    const columns = await readOrderColumns(database.db, shop.id);
    expect(columns.customerIds).toEqual(['10', 'ñ\t\\2']);
    expect([...columns.customer]).toEqual([0, 0, 0, 1]);
    const march = dayNumber(isoDay('2026-03-01'));
    expect([...columns.day]).toEqual([march, march, dayNumber(isoDay('2026-04-10')), march]);
    expect([...columns.minor]).toEqual([-50, 7, 100, 2_500]);
  });

  it('marks customers of whom the source counts more orders than we hold, whatever became of those', async () => {
    const mine = await installTestShop(database.db);
    const lifetimes: Record<string, number | null> = { known: 3, older: 4, fewer: 1, silent: null };
    await importCustomers(
      database.db,
      mine.id,
      Object.entries(lifetimes).map(([sourceId, lifetimeOrders]) =>
        sourceCustomer({ sourceId, lifetimeOrders }),
      ),
    );
    // Three of each: a sale, a cancelled order and an unpaid one all count at the source.
    const orders = ['known', 'older', 'fewer', 'silent', 'unknown'].flatMap((customerId) => [
      sourceOrder({ sourceId: `${customerId}-1`, customerId }),
      sourceOrder({ sourceId: `${customerId}-2`, customerId, cancelledAt: '2026-03-02T00:00:00Z' }),
      sourceOrder({ sourceId: `${customerId}-3`, customerId, financialStatus: 'PENDING' }),
    ]);
    await importOrders(database.db, mine.id, mine.timeZone, orders);
    const { customerIds, olderThanData } = await readOrderColumns(database.db, mine.id);
    expect(customerIds.filter((_, i) => olderThanData[i] === 1)).toEqual(['older']);
    expect(olderThanData).toHaveLength(5);
  });

  it('gives empty columns for a shop without orders', async () => {
    const empty = await installTestShop(database.db);
    const columns = await readOrderColumns(database.db, empty.id);
    expect(columns.customerIds).toEqual([]);
    expect(columns.day).toHaveLength(0);
  });

  it('refuses text that is no shop id before it gets near the database', async () => {
    await expect(readOrderColumns(database.db, "' OR true --")).rejects.toThrow(RangeError);
  });
});

describe('orderTotals', () => {
  it('counts each stored order once: as a sale or under the first reason why not', async () => {
    expect(await orderTotals(database.db, shop.id)).toEqual({
      stored: 9,
      orders: 5,
      customers: 2,
      guestOrders: 1,
      netMinor: 3_557n,
      firstDay: '2026-03-01',
      lastDay: '2026-04-10',
      newestChange: '2026-05-01T00:00:00.000Z',
      excluded: { test: 1, cancelled: 1, unpaid: 2, guest: 1, refundedToZero: 1 },
    });
  });

  it('gives zeros and nulls for a shop without orders', async () => {
    const empty = await installTestShop(database.db);
    expect(await orderTotals(database.db, empty.id)).toMatchObject({
      orders: 0,
      netMinor: 0n,
      firstDay: null,
    });
  });
});

describe('monthlyTotals', () => {
  it('sums by month of the shop everything stored, as the source counts it, and the sales apart', async () => {
    expect(await monthlyTotals(database.db, shop.id)).toEqual([
      { month: '2026-03', orders: 8, netMinor: 13_457n, countedOrders: 4, countedNetMinor: 3_457n },
      { month: '2026-04', orders: 1, netMinor: 100n, countedOrders: 1, countedNetMinor: 100n },
    ]);
  });
});
