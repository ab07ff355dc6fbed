import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { installTestShop, type TestDatabase } from '../../../tests/support/database';
import { onOwnedDatabase } from '../../../tests/support/owned-database';
import { sourceCustomer, sourceOrder } from '../../../tests/support/source-order';
import { announceChanges } from '../changes/pending-changes';
import { claimWebhook } from '../changes/claim-webhook';
import { updateConnection } from '../connections/connections';
import { importCustomers } from '../customers/import-customers';
import { appendActivity } from '../logs/activity-log';
import { appendAudit, listAudit } from '../logs/audit-log';
import { importOrders } from '../orders/import-orders';
import { createRun } from '../pipeline/create-run';
import { completeReceipt, createReceipt, readReceipt } from '../privacy/compliance-receipts';
import { storeSession } from '../sessions/shopify-sessions';
import { findShopByDomain, readShop } from './find-shop';
import { listActiveShops } from './list-active-shops';
import { ERASED_WITH_SHOP, redactShop } from './redact-shop';
import type { Shop } from './shop';
import { markShopUninstalled, updateShopFacts, updateShopScopes } from './update-shop';

let database: TestDatabase;
let owner: pg.Client;
onOwnedDatabase((given) => {
  ({ database, owner } = given);
});

const at = new Date('2026-03-01T00:00:00Z');
const later = new Date('2026-04-01T00:00:00Z');

async function salt(shop: Shop): Promise<unknown> {
  const { rows } = await owner.query<{ salt: string }>(
    'SELECT pseudonym_salt AS salt FROM shop WHERE id = $1',
    [shop.id],
  );
  return rows[0]?.salt;
}

describe('updateShopFacts', () => {
  it('moves sales to the day that they belong to in the new zone, and those of no other shop', async () => {
    const shops = [await installTestShop(database.db), await installTestShop(database.db)];
    // Half past eleven at night in Madrid is the next morning in Auckland.
    const night = sourceOrder({ processedAt: '2026-03-01T22:30:00.000Z' });
    for (const shop of shops) await importOrders(database.db, shop.id, 'Europe/Madrid', [night]);
    const [moved, stayed] = shops.map(({ id }) => id);
    await updateShopFacts(database.db, moved ?? '', { name: 'Kiwi', timeZone: 'Pacific/Auckland' });
    const { rows } = await owner.query<{ shop: string; day: string }>(
      'SELECT shop_id AS shop, local_day::text AS day FROM "order" WHERE shop_id = ANY($1)',
      [[moved, stayed]],
    );
    const dayOf = (shop: string | undefined) => rows.find((row) => row.shop === shop)?.day;
    expect([dayOf(moved), dayOf(stayed)]).toEqual(['2026-03-02', '2026-03-01']);
    expect(await readShop(database.db, moved ?? '')).toMatchObject({
      name: 'Kiwi',
      timeZone: 'Pacific/Auckland',
    });
  });
});

describe('installShop', () => {
  it('enters a shop once, though ten ask at once, and brings it up to date when asked again', async () => {
    const domain = 'one.myshopify.com';
    const shops = await Promise.all(
      Array.from({ length: 10 }, () => installTestShop(database.db, { domain, at })),
    );
    expect(new Set(shops.map((shop) => shop.id)).size).toBe(1);
    const renamed = await installTestShop(database.db, { domain, name: 'Nueva', at: later });
    expect(renamed).toMatchObject({ name: 'Nueva', installedAt: at.toISOString(), status: 'active' });
    expect(await findShopByDomain(database.db, domain)).toEqual(renamed);
    expect(await findShopByDomain(database.db, 'two.myshopify.com')).toBeNull();
  });

  it('takes a shop back after an uninstall under its old id and salt', async () => {
    const shop = await installTestShop(database.db, { at });
    const before = await salt(shop);
    await markShopUninstalled(database.db, shop.id, at);
    await markShopUninstalled(database.db, shop.id, later);
    expect(await readShop(database.db, shop.id)).toMatchObject({
      ...{ status: 'uninstalled', uninstalledAt: at.toISOString() },
    });
    const back = await installTestShop(database.db, { domain: shop.domain, at: later });
    expect(back).toEqual({ ...shop, installedAt: later.toISOString() });
    expect(await salt(back)).toBe(before);
  });
});

describe('listActiveShops', () => {
  it('lists the shops that have the app installed, and leaves the directory closed behind it', async () => {
    const active = await installTestShop(database.db);
    const gone = await installTestShop(database.db);
    await markShopUninstalled(database.db, gone.id, at);
    const ids = (await listActiveShops(database.db)).map((shop) => shop.id);
    expect(ids).toContain(active.id);
    expect(ids).not.toContain(gone.id);
    expect(await database.db.prisma.shop.count()).toBe(0);
  });
});

describe('updateShopScopes', () => {
  it('replaces the granted scopes', async () => {
    const shop = await installTestShop(database.db);
    await updateShopScopes(database.db, shop.id, ['read_orders', 'read_all_orders']);
    expect(await readShop(database.db, shop.id)).toMatchObject({
      grantedScopes: ['read_orders', 'read_all_orders'],
    });
  });
});

describe('redactShop', () => {
  it('erases every row of the shop but receipts and audit log, and none of another shop', async () => {
    const shop = await installTestShop(database.db);
    const other = await installTestShop(database.db);
    const receipts = [await fill(shop), await fill(other)];
    const erased = await redactShop(database.db, shop.id);
    expect(erased).toMatchObject({ order: 1, order_line: 1, customer: 1, shopify_session: 1 });
    const rowsOf = async (of: Shop) => {
      const counts: number[] = [];
      for (const table of ERASED_WITH_SHOP) {
        const { rowCount } = await owner.query(`SELECT 1 FROM "${table}" WHERE shop_id = $1`, [of.id]);
        counts.push(rowCount ?? 0);
      }
      return counts.reduce((sum, count) => sum + count, 0);
    };
    expect(await rowsOf(shop)).toBe(0);
    expect(await rowsOf(other)).toBeGreaterThanOrEqual(8);
    expect(await listAudit(database.db, shop.id, { limit: 5 })).toHaveLength(1);
    expect(await readReceipt(database.db, shop.id, receipts[0] ?? '')).toMatchObject({ report: null });
    expect(await readReceipt(database.db, other.id, receipts[1] ?? '')).toMatchObject({ report: { any: 1 } });
    expect(await readShop(database.db, shop.id)).toMatchObject({
      status: 'redacted',
      name: '',
      currentRunId: null,
    });
    expect(await redactShop(database.db, shop.id)).toMatchObject({ order: 0, shopify_session: 0 });
  });

  it('keeps a job that was still running from filling the shop again', async () => {
    const shop = await installTestShop(database.db);
    await redactShop(database.db, shop.id);
    await expect(importOrders(database.db, shop.id, shop.timeZone, [sourceOrder()])).rejects.toThrow(
      /was erased/,
    );
  });
});

/** Something in most tables. @returns id of a receipt with a report */
async function fill(shop: Shop): Promise<string> {
  const { db } = database;
  await importCustomers(db, shop.id, [sourceCustomer()]);
  await importOrders(db, shop.id, shop.timeZone, [sourceOrder()]);
  await announceChanges(db, shop.id, [{ kind: 'order', sourceId: '1' }], at);
  await claimWebhook(db, shop.id, { webhookId: 'w', topic: 't', triggeredAt: at, receivedAt: at });
  await updateConnection(db, shop.id, 'shopify', { state: 'ok' });
  await createRun(db, shop.id, {
    ...{ trigger: 'manual' as const, analysisDay: isoDay('2026-03-01'), steps: ['clv'], at },
  });
  await appendActivity(db, shop.id, { at, tone: 'info', key: 'k', values: {} });
  await appendAudit(db, shop.id, { at, actor: 'system', action: 'a', subject: 's', detail: null });
  await storeSession(
    db,
    {
      ...{ id: `offline_${shop.domain}`, shopDomain: shop.domain, isOnline: false, scope: null },
      ...{ expiresAt: null, keyId: 'k1', secrets: Uint8Array.of(1) },
    },
    at,
  );
  const { receipt } = await createReceipt(db, shop.id, {
    ...{ topic: 'customers/data_request' as const, webhookId: 'w', customerId: '501', receivedAt: at },
  });
  await completeReceipt(db, shop.id, receipt.id, { at, outcome: {}, report: { any: 1 } });
  return receipt.id;
}
