import type pg from 'pg';
import type { SourceOrder } from '~/domain/order';
import type { Db } from '../db';
import { beginImport } from '../privacy/begin-import';
import { withShopConnection } from '../with-shop';
import { replaceOrderLines } from './replace-order-lines';
import { upsertOrders } from './upsert-orders';

export interface OrderImport {
  readonly inserted: number;
  readonly updated: number;
  /** The same version as stored. */
  readonly unchanged: number;
  /** Older than stored: left alone. */
  readonly stale: number;
  /** Order lines written. */
  readonly lines: number;
}

export type Batches<T> = AsyncIterable<readonly T[]> | readonly T[];

// Larger chunks were no faster, and hold their locks longer.
const CHUNK = 1_000;

/**
 * Loads orders with their lines. Idempotent and indifferent to order: an older version never overwrites a newer one,
 * the same page twice changes nothing. Orders of erased customers come in without the customer. Each thousand is a
 * transaction of its own: what was loaded before a failure stays.
 * @param timeZone the shop's zone: decides the day that a sale belongs to
 */
export async function importOrders(
  db: Db,
  shopId: string,
  timeZone: string,
  batches: Batches<SourceOrder>,
): Promise<OrderImport> {
  const total = { inserted: 0, updated: 0, unchanged: 0, stale: 0, lines: 0 };
  for await (const chunk of chunks(batches, CHUNK)) {
    const orders = newestVersions(chunk);
    const done = await withShopConnection(db, shopId, (client) =>
      importChunk(client, shopId, timeZone, orders),
    );
    total.inserted += done.inserted;
    total.updated += done.updated;
    total.stale += done.stale;
    total.lines += done.lines;
    // Versions that another one of the same chunk made superfluous count as unchanged.
    total.unchanged += chunk.length - done.inserted - done.updated - done.stale;
  }
  return total;
}

async function importChunk(
  client: pg.PoolClient,
  shopId: string,
  timeZone: string,
  orders: readonly SourceOrder[],
): Promise<Omit<OrderImport, 'unchanged'>> {
  const isErased = await beginImport(client, shopId);
  const linked = orders.map((order) =>
    order.customerId !== null && isErased(order.customerId) ? { ...order, customerId: null } : order,
  );
  const { inserted, updated, stale } = await upsertOrders(client, shopId, timeZone, linked);
  const changed = new Set([...inserted, ...updated]);
  const lines = await replaceOrderLines(
    client,
    shopId,
    updated,
    linked.filter((order) => changed.has(order.sourceId)),
  );
  return { inserted: inserted.length, updated: updated.length, stale, lines };
}

/** One version an order, sorted by id: two imports at once then lock rows in the same order and cannot deadlock. */
function newestVersions(orders: readonly SourceOrder[]): SourceOrder[] {
  const newest = new Map<string, SourceOrder>();
  for (const order of orders) {
    const seen = newest.get(order.sourceId);
    if (!seen || Date.parse(seen.updatedAt) <= Date.parse(order.updatedAt)) newest.set(order.sourceId, order);
  }
  return [...newest.values()].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
}

export async function* chunks<T>(batches: Batches<T>, size: number): AsyncGenerator<readonly T[]> {
  const pages = Symbol.asyncIterator in batches ? batches : [batches];
  for await (const page of pages) {
    for (let start = 0; start < page.length; start += size) yield page.slice(start, start + size);
  }
}
