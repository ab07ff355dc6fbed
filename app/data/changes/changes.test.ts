import { describe, expect, it } from 'vitest';
import { installTestShop, type TestDatabase } from '../../../tests/support/database';
import { onTestShop } from '../../../tests/support/test-shop';
import { sourceOrder } from '../../../tests/support/source-order';
import type { Shop } from '../shops/shop';
import { claimWebhook, pruneWebhookEvents } from './claim-webhook';
import { importOrders } from '../orders/import-orders';
import {
  announceChanges,
  announceOpenOrigins,
  countPendingChanges,
  settleChanges,
  takePendingChanges,
} from './pending-changes';

let database: TestDatabase;
let shop: Shop;
onTestShop((given) => {
  ({ database, shop } = given);
});

const at = new Date('2026-03-01T00:00:00Z');
const order = (sourceId: string) => ({ kind: 'order' as const, sourceId });

describe('pending changes', () => {
  it('collapse: many announcements of one order are one change', async () => {
    await announceChanges(database.db, shop.id, [order('1'), order('1'), order('2')], at);
    await announceChanges(database.db, shop.id, [order('1')], at);
    expect(await countPendingChanges(database.db, shop.id)).toBe(2);
  });

  it('stay until settled, and come oldest first', async () => {
    await announceChanges(database.db, shop.id, [order('late')], new Date(at.getTime() + 1000));
    await announceChanges(database.db, shop.id, [order('early')], at);
    expect(await takePendingChanges(database.db, shop.id, 1)).toMatchObject([{ sourceId: 'early' }]);
    const taken = await takePendingChanges(database.db, shop.id, 10);
    expect(taken).toHaveLength(2);
    expect(await settleChanges(database.db, shop.id, taken)).toBe(2);
    expect(await settleChanges(database.db, shop.id, taken)).toBe(0);
  });

  it('survive settling when announced again meanwhile, though in the same millisecond', async () => {
    await announceChanges(database.db, shop.id, [order('1'), order('2')], at);
    const taken = await takePendingChanges(database.db, shop.id, 10);
    await announceChanges(database.db, shop.id, [order('1')], at);
    expect(await settleChanges(database.db, shop.id, taken)).toBe(1);
    expect(await takePendingChanges(database.db, shop.id, 10)).toMatchObject([{ sourceId: '1' }]);
  });

  it('bring back recent orders whose origin was still open, and only those', async () => {
    const processedAt = '2026-02-27T10:00:00.000Z';
    await importOrders(database.db, shop.id, 'Europe/Madrid', [
      sourceOrder({ sourceId: 'open', processedAt, originReady: false }),
      sourceOrder({ sourceId: 'known', processedAt, originReady: true }),
      sourceOrder({ sourceId: 'old', processedAt: '2026-01-01T10:00:00.000Z', originReady: false }),
    ]);
    expect(await announceOpenOrigins(database.db, shop.id, new Date('2026-02-22T00:00:00Z'), at)).toBe(1);
    expect(await takePendingChanges(database.db, shop.id, 10)).toMatchObject([
      { kind: 'order', sourceId: 'open', deletion: false },
    ]);
  });

  it('remember a deletion when the order is announced again', async () => {
    await announceChanges(database.db, shop.id, [{ ...order('1'), deletion: true }], at);
    await announceChanges(database.db, shop.id, [order('1')], at);
    expect(await takePendingChanges(database.db, shop.id, 10)).toMatchObject([{ deletion: true }]);
  });

  it('of one shop are not seen by another', async () => {
    const other = await installTestShop(database.db);
    await announceChanges(database.db, shop.id, [order('1')], at);
    expect(await takePendingChanges(database.db, other.id, 10)).toEqual([]);
  });
});

describe('claimWebhook', () => {
  const event = { webhookId: 'w1', topic: 'orders/updated', triggeredAt: at, receivedAt: at };

  it('takes one of twenty deliveries at once, and announces once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => claimWebhook(database.db, shop.id, event, [order('1')])),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await takePendingChanges(database.db, shop.id, 10)).toMatchObject([{ announcedAt: at }]);
  });

  it('takes a webhook again only after it was pruned', async () => {
    await claimWebhook(database.db, shop.id, event);
    expect(await pruneWebhookEvents(database.db, shop.id, at)).toBe(0);
    expect(await claimWebhook(database.db, shop.id, event)).toBe(false);
    expect(await pruneWebhookEvents(database.db, shop.id, new Date(at.getTime() + 1))).toBe(1);
    expect(await claimWebhook(database.db, shop.id, event)).toBe(true);
  });
});
