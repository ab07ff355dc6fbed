/**
 * The list of customers over 200,000 of them: what the server needs for a page of every filter, in every order, at its
 * beginning, middle and end, and for searches; and what the list's indexes cost when a pass is stored.
 * `npx tsx bench/pages/customers.ts [customers]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureEmbeddedPostgres } from '~/data/embedded-postgres/ensure-embedded-postgres';
import { openDatabase } from '~/data/open-database';
import { settlePredictions } from '~/data/model-runs/settle-predictions';
import { installShop } from '~/data/shops/install-shop';
import { valueCustomerColumns } from '~/engine/clv/value-customers';
import { prepareDatabase } from '../../prisma/prepare-database';
import { simulateOrders } from '../clv/simulate-orders';
import { fixed, printTable } from '../support/markdown';
import { loadPass } from './load-pass';
import { measureLists } from './measure-lists';

/** What the table has without the list. */
const OTHER_INDEXES = ['customer_prediction_pkey', 'customer_prediction_shop_id_customer_id_idx'];

const customers = Number(process.argv[2] ?? 200_000);
const dir = mkdtempSync(join(tmpdir(), 'timon-bench-'));
const server = await ensureEmbeddedPostgres({ dir, durable: true });
try {
  await prepareDatabase(server);
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const db = await openDatabase(server.runtimeUrl, { max: 10 });
  const { id: shopId } = await installShop(db, {
    domain: 'bench.myshopify.com',
    name: 'Bench',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    countryCode: 'ES',
    grantedScopes: [],
    at: new Date('2022-01-01T00:00:00Z'),
  });
  const { orders, now } = simulateOrders(customers);
  const valuation = valueCustomerColumns({ orders, now, horizonDays: 365, seed: 1, backtest: false });
  const load = (night: number) =>
    loadPass(db, shopId, valuation, new Date(Date.UTC(2022, 5, night, 3))).then(
      ({ loadSeconds }) => loadSeconds,
    );

  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = 'customer_prediction' AND indexname <> ALL($1)`,
    [OTHER_INDEXES],
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${pg.escapeIdentifier(name)}`);
  const without = [await load(1), await load(2)];
  for (const { definition } of indexes) await owner.query(definition);
  const withThem = [await load(3), await load(4)];
  printTable(
    `Storing a fit of ${customers} customers, seconds (two nights each).`,
    ['', 'first', 'second'],
    [
      ['without the indexes of the list', ...without.map((seconds) => fixed(seconds, 1))],
      ['with them', ...withThem.map((seconds) => fixed(seconds, 1))],
    ],
  );
  // What the rescue plan of a pass does after the load.
  await owner.query('UPDATE customer_prediction SET rescue_gain = money_at_risk / 20 WHERE leaving');
  const start = performance.now();
  await settlePredictions(db);
  const settled = (performance.now() - start) / 1_000;
  await measureLists(
    db,
    shopId,
    `Lists right after a pass, which had the server look at its rows in ${fixed(settled, 1)} s.`,
  );
  const sizes = await owner.query<{ name: string; mb: number }>(
    `SELECT relname AS name, pg_relation_size(oid) / 1e6::float8 AS mb FROM pg_class
     WHERE relname LIKE 'customer_prediction%' ORDER BY mb DESC`,
  );
  printTable(
    'Size on disk of three passes (the current one, the one before, and what is not yet given back), MB.',
    ['', 'MB'],
    sizes.rows.map(({ name, mb }) => [name, fixed(mb, 0)]),
  );
  await owner.end();
  await db.close();
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}
