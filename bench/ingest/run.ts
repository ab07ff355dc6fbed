import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureEmbeddedPostgres } from '~/data/embedded-postgres/ensure-embedded-postgres';
import { importCustomers } from '~/data/customers/import-customers';
import { openDatabase } from '~/data/open-database';
import { importOrders } from '~/data/orders/import-orders';
import { readOrderColumns } from '~/data/orders/read-order-columns';
import { installShop } from '~/data/shops/install-shop';
import type { SourceCustomer, SourceOrder } from '~/domain/order';
import { prepareDatabase } from '../../prisma/prepare-database';

/** `npx tsx bench/ingest/run.ts [orders]`: rows a second into a durable embedded PostgreSQL, two lines an order. */
const count = Number(process.argv[2] ?? 100_000);
const dir = mkdtempSync(join(tmpdir(), 'timon-bench-'));
const server = await ensureEmbeddedPostgres({ dir, durable: true });
try {
  await prepareDatabase(server);
  const db = await openDatabase(server.runtimeUrl, { max: 4 });
  const shop = await installShop(db, {
    domain: 'bench.myshopify.com',
    name: 'Bench',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    countryCode: 'ES',
    grantedScopes: [],
    at: new Date(),
  });
  const start = Date.parse('2024-01-01T00:00:00Z');
  const orders = Array.from({ length: count }, (_, index): SourceOrder => {
    const at = new Date(start + index * 600_000).toISOString();
    const minor = BigInt(1_000 + (index % 9_000));
    const line = { productId: '1', title: 'Article', quantity: 1, totalMinor: minor / 2n };
    return {
      sourceId: String(index + 1),
      name: `#${index + 1}`,
      customerId: String((index * 7_919) % Math.ceil(count / 3)),
      processedAt: at,
      updatedAt: at,
      currency: 'EUR',
      totalMinor: minor,
      refundedMinor: 0n,
      netMinor: minor,
      discountMinor: 0n,
      discountCodes: [],
      presentmentCurrency: 'EUR',
      presentmentNetMinor: minor,
      financialStatus: 'PAID',
      test: false,
      cancelledAt: null,
      origin: null,
      originReady: true,
      lines: [
        { ...line, sourceId: `${index}a` },
        { ...line, sourceId: `${index}b` },
      ],
    };
  });
  const customers = Array.from({ length: Math.ceil(count / 3) }, (_, index): SourceCustomer => {
    return { sourceId: String(index), createdAt: '2024-01-01T00:00:00Z', lifetimeOrders: 3 };
  });
  const measure = async (what: string, rows: number, work: () => Promise<unknown>): Promise<void> => {
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1_000;
    console.log(
      `${what.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s  ${Math.round(rows / seconds)} a second`,
    );
  };
  await measure('customers', customers.length, () => importCustomers(db, shop.id, customers));
  await measure('orders with two lines, first time', count, () =>
    importOrders(db, shop.id, shop.timeZone, orders),
  );
  await measure('the same orders again', count, () => importOrders(db, shop.id, shop.timeZone, orders));
  await measure('columns for the fit', count, () => readOrderColumns(db, shop.id));
  await db.close();
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}
