import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { order } from '../standins/shopify/small-shop';
import { DEFAULT_SCOPES } from '../standins/shopify/standin-options';
import { closeGate } from '../support/database-gate';
import { eventually, startProduct, type Product } from '../support/product';
import { queryAsOwner } from '../support/table-contents';

const NOW = '2026-03-02T11:00:00Z';
const data = simulateShop({ seed: 3, endDay: isoDay('2026-03-01'), months: 12, customers: 120 });
const RECENT = data.orders.filter(({ createdAt }) => createdAt >= '2026-01-01T11:00:00Z').length;
const WITHOUT_HISTORY = DEFAULT_SCOPES.filter((scope) => scope !== 'read_all_orders');
const LEAVES = 'leaves.myshopify.com';
const RETURNS = 'returns.myshopify.com';
const GRANTS = 'grants.myshopify.com';
const LOSES = 'loses.myshopify.com';
const MEANWHILE = 'meanwhile.myshopify.com';

let product: Product;
beforeAll(async () => {
  product = await startProduct({
    shops: [
      ...[LEAVES, RETURNS, LOSES].map((domain) => ({ domain, data })),
      ...[GRANTS, MEANWHILE].map((domain) => ({ domain, data, grantedScopes: WITHOUT_HISTORY })),
    ],
    now: NOW,
  });
});
afterAll(() => product.close());

const sessions = (domain: string) =>
  queryAsOwner(product.database.ownerUrl, 'SELECT id FROM shopify_session WHERE shop_domain = $1', [domain]);
const night = (shopId: string) => product.web.queue.nextRun(`nightly-${shopId}`);
async function status(shopId: string): Promise<string | undefined> {
  const { ownerUrl } = product.database;
  const rows = await queryAsOwner<{ status: string }>(
    ownerUrl,
    'SELECT status::text FROM shop WHERE id = $1',
    [shopId],
  );
  return rows[0]?.status;
}
const noticesOf = async (shopId: string) => {
  const dashboard = await product.timon.readDashboard(shopId);
  const { shopify } = await product.timon.readConnections(shopId);
  return {
    dashboard: dashboard.state === 'ready' ? dashboard.notices.map(({ code }) => code) : [],
    connections: shopify.notices.map(({ code }) => code),
  };
};

describe('app/uninstalled', () => {
  it('in the middle of the first sync ends the run and the nights and forgets the tokens', async () => {
    const gate = await closeGate(product.database.ownerUrl, 'LOCK TABLE "order" IN EXCLUSIVE MODE');
    await product.startWorker();
    const { shopId } = await product.open(LEAVES);
    await gate.reached();
    expect(await sessions(LEAVES)).toHaveLength(1);
    expect(await night(shopId)).not.toBeNull();

    await product.standin.uninstall(LEAVES, { notify: true });
    expect(await product.timon.readRun(shopId)).toMatchObject({ status: 'cancelled' });
    expect(await sessions(LEAVES)).toEqual([]);
    expect(await night(shopId)).toBeNull();
    // What the worker had in hands comes to its end and changes nothing any more.
    await gate.open();
    await product.quiet();
    const { shopify, activity } = await product.timon.readConnections(shopId);
    expect(shopify).toMatchObject({ state: 'disconnected', errorCode: null, nextRunAt: null });
    expect(activity[0]).toMatchObject({ key: 'shop-uninstalled' });
    expect(await product.timon.readRun(shopId)).toMatchObject({ status: 'cancelled' });
    expect(await product.timon.readDashboard(shopId)).toMatchObject({ state: 'empty' });
  });

  it('of last time, coming late, does nothing to the shop that is back', async () => {
    const first = await product.sync(RETURNS);
    const left = product.clock.now();
    product.passTime(60_000);
    await product.standin.uninstall(RETURNS, { notify: true });
    expect(await status(first.shopId)).toBe('uninstalled');
    product.passTime(60_000);
    product.standin.install(RETURNS);
    const again = await product.sync(RETURNS);
    expect(again.shopId).toBe(first.shopId);

    const late = { triggeredAt: new Date(left.getTime() + 60_000).toISOString() };
    const { attempts } = await product.standin.sendWebhook(RETURNS, 'app/uninstalled', { id: 1 }, late);
    expect(attempts).toEqual([200]);
    expect(await status(again.shopId)).toBe('active');
    expect(await sessions(RETURNS)).toHaveLength(1);
    expect(await night(again.shopId)).not.toBeNull();
    const view = await product.timon.readDashboard(again.shopId);
    expect(view).toMatchObject({ state: 'ready', run: null });
    expect((await product.timon.readConnections(again.shopId)).shopify).toMatchObject({
      state: 'ok',
      orders: data.orders.length,
    });
  });
});

describe('read_all_orders', () => {
  it('missing is told on both pages; granted, it brings the whole history without anybody asking', async () => {
    const { shopId } = await product.sync(GRANTS);
    expect(RECENT).toBeLessThan(data.orders.length);
    const before = await product.timon.readConnections(shopId);
    expect(before.shopify).toMatchObject({ state: 'ok', orders: RECENT });
    expect(await noticesOf(shopId)).toEqual({
      dashboard: expect.arrayContaining(['short-order-scope']) as string[],
      connections: ['short-order-scope'],
    });
    // Compared are the months that both see whole.
    expect(before.shopify.reconciliation).toMatchObject({ difference: 0, repairedOrders: 0 });

    await product.standin.setScopes(GRANTS, DEFAULT_SCOPES, { notify: true });
    await eventually('the whole history is here', async () => {
      const { shopify } = await product.timon.readConnections(shopId);
      return shopify.orders === data.orders.length || undefined;
    });
    await product.quiet();
    expect(await noticesOf(shopId)).toEqual({
      dashboard: expect.not.arrayContaining(['short-order-scope']) as string[],
      connections: [],
    });
    const { shopify } = await product.timon.readConnections(shopId);
    expect(shopify.reconciliation).toMatchObject({ ordersHere: data.orders.length, difference: 0 });
  });

  it('granted in a way that no webhook told is noticed by the next pass', async () => {
    const { shopId } = await product.sync(LOSES);
    await product.standin.setScopes(LOSES, WITHOUT_HISTORY);
    product.standin.expireAccessTokens(LOSES);
    await product.recalculate({ shopId });
    expect(await noticesOf(shopId)).toMatchObject({ connections: ['short-order-scope'] });
    // What was read before stays, also when Shopify does not show it any more.
    expect((await product.timon.readConnections(shopId)).shopify.orders).toBe(data.orders.length);
    const old = order(1, '2025-06-01T10:00:00Z', { customerId: 3 });
    await product.standin.addOrder(LOSES, old);
    await product.standin.setScopes(LOSES, DEFAULT_SCOPES);
    await product.recalculate({ shopId });
    expect((await product.timon.readConnections(shopId)).shopify).toMatchObject({
      orders: data.orders.length + 1,
      notices: [],
    });
  });

  it('granted while a pass reads what it could see before is not forgotten when that pass ends', async () => {
    const gate = await closeGate(product.database.ownerUrl, 'LOCK TABLE "order" IN EXCLUSIVE MODE');
    const { shopId } = await product.open(MEANWHILE);
    await gate.reached();
    await product.standin.setScopes(MEANWHILE, DEFAULT_SCOPES, { notify: true });
    await gate.open();
    await product.runOver(shopId);
    await product.quiet();
    expect((await product.timon.readConnections(shopId)).shopify.orders).toBe(RECENT);
    await product.recalculate({ shopId });
    expect((await product.timon.readConnections(shopId)).shopify.orders).toBe(data.orders.length);
  });
});
