import { describe, expect, it } from 'vitest';
import type { SourceOrder } from '~/domain/order';
import { installTestShop, type TestDatabase } from '../../../tests/support/database';
import { onTestShop } from '../../../tests/support/test-shop';
import { sourceOrder } from '../../../tests/support/source-order';
import type { Shop } from '../shops/shop';
import { withShop } from '../with-shop';
import { deleteOrders } from './delete-orders';
import { importOrders } from './import-orders';
import { readCustomerOrders } from './read-customer-orders';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const load = (orders: readonly SourceOrder[]) => importOrders(database.db, shop.id, shop.timeZone, orders);
const customerOrders = () => readCustomerOrders(database.db, shop.id, '501', { limit: 100 });

/** All orders and lines of the shop, whatever order they were written in. */
function snapshot() {
  return withShop(database.db, shop.id, async (tx) => ({
    orders: await tx.order.findMany({ orderBy: { sourceId: 'asc' } }),
    lines: await tx.orderLine.findMany({ orderBy: [{ orderId: 'asc' }, { sourceId: 'asc' }] }),
  }));
}

describe('importOrders', () => {
  it('stores what a connector hands over, to the cent and the millisecond', async () => {
    const order = sourceOrder({
      processedAt: '2026-03-01T12:00:00.123Z',
      totalMinor: 9_007_199_254_740_993n,
      netMinor: -1n,
      discountMinor: 9_007_199_254_740_995n,
      discountCodes: ['VUELVE-7K2', 'a "b", {c}\\', ' ñ\t', ''],
      cancelledAt: '2026-03-02T00:00:00.000Z',
      financialStatus: null,
    });
    await load([order]);
    expect(await customerOrders()).toMatchObject([
      {
        sourceId: order.sourceId,
        processedAt: order.processedAt,
        totalMinor: order.totalMinor,
        netMinor: order.netMinor,
        discountMinor: order.discountMinor,
        discountCodes: order.discountCodes,
        cancelledAt: order.cancelledAt,
        financialStatus: null,
        lines: order.lines,
      },
    ]);
  });

  it("gives a sale the day of the shop's zone: 23:30 UTC in winter is the next day in Madrid", async () => {
    await load([sourceOrder({ processedAt: '2026-01-31T23:30:00Z' })]);
    expect(await customerOrders()).toMatchObject([{ day: '2026-02-01' }]);
  });

  it('changes nothing when the same page comes twice', async () => {
    const page = [sourceOrder(), sourceOrder({ sourceId: '1002' })];
    expect(await load(page)).toEqual({ inserted: 2, updated: 0, unchanged: 0, stale: 0, lines: 2 });
    const before = await snapshot();
    expect(await load(page)).toEqual({ inserted: 0, updated: 0, unchanged: 2, stale: 0, lines: 0 });
    expect(await snapshot()).toEqual(before);
  });

  it('never overwrites a newer version with an older one', async () => {
    await load([sourceOrder({ updatedAt: '2026-03-05T00:00:00Z', netMinor: 0n, refundedMinor: 2_500n })]);
    expect(await load([sourceOrder()])).toMatchObject({ updated: 0, stale: 1 });
    expect(await customerOrders()).toMatchObject([{ netMinor: 0n }]);
  });

  it('replaces the lines with their order', async () => {
    await load([sourceOrder()]);
    const lines = [{ sourceId: '2', productId: null, title: 'Té\0', quantity: 3, totalMinor: 900n }];
    await load([sourceOrder({ updatedAt: '2026-03-02T00:00:00Z', lines })]);
    expect(await customerOrders()).toMatchObject([{ lines: [{ sourceId: '2', title: 'Té', quantity: 3 }] }]);
  });

  it('takes the later read of two versions with one stamp, but does not unlearn an origin', async () => {
    const origin = { source: 'google', utmSource: null, utmMedium: null, utmCampaign: null };
    await load([sourceOrder({ originReady: false })]);
    expect(await load([sourceOrder({ origin })])).toMatchObject({ updated: 1 });
    expect(await load([sourceOrder({ originReady: false })])).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await snapshot()).orders).toMatchObject([{ originSource: 'google', originReady: true }]);
  });

  it('comes to the same database from versions shuffled, duplicated and loaded side by side', async () => {
    const versions = Array.from({ length: 60 }, (_, order) =>
      Array.from({ length: 5 }, (__, version) =>
        sourceOrder({
          sourceId: String(order),
          updatedAt: new Date(Date.UTC(2026, 2, 1 + version)).toISOString(),
          netMinor: BigInt(100 * order + version),
          lines: Array.from({ length: version }, (___, line) => ({
            ...{ sourceId: String(line), productId: null, title: `v${version}` },
            ...{ quantity: 1, totalMinor: BigInt(line) },
          })),
        }),
      ),
    ).flat();
    await load(versions);
    const inOrder = await snapshot();
    shop = await installTestShop(database.db);
    // A fixed permutation: 7 and 600 have no common factor.
    const shuffled = [...versions, ...versions].map(
      (_, i, all) => all[(i * 7) % all.length] ?? sourceOrder(),
    );
    const parts = Array.from({ length: 8 }, (_, part) => shuffled.filter((__, i) => i % 8 === part));
    await Promise.all(parts.map((part) => load(part)));
    const withoutShop = (rows: Awaited<ReturnType<typeof snapshot>>) => ({
      orders: rows.orders.map((row) => ({ ...row, shopId: '' })),
      lines: rows.lines.map((row) => ({ ...row, shopId: '' })),
    });
    expect(withoutShop(await snapshot())).toEqual(withoutShop(inOrder));
  });

  it('keeps what came in before a source broke off', async () => {
    async function* pages() {
      yield [sourceOrder()];
      await Promise.resolve();
      throw new Error('the line went dead');
    }
    await expect(importOrders(database.db, shop.id, shop.timeZone, pages())).rejects.toThrow('went dead');
    expect(await customerOrders()).toHaveLength(1);
  });
});

describe('deleteOrders', () => {
  it('removes orders with their lines and no others', async () => {
    await load([sourceOrder(), sourceOrder({ sourceId: '1002' })]);
    expect(await deleteOrders(database.db, shop.id, ['1001', 'unknown'])).toBe(1);
    const left = await snapshot();
    expect(left.orders.map((order) => order.sourceId)).toEqual(['1002']);
    expect(left.lines.map((line) => line.orderId)).toEqual(['1002']);
  });
});
