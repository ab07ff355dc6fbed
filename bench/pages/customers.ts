/**
 * The list of customers over 200,000 of them: what the server needs for a page of every filter, in every order, at its
 * beginning, middle and end, and for searches; and what the list's indexes cost when a pass is stored.
 * `npx tsx bench/pages/customers.ts [customers]`
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ensureEmbeddedPostgres } from '~/data/embedded-postgres/ensure-embedded-postgres';
import { openDatabase } from '~/data/open-database';
import { installShop } from '~/data/shops/install-shop';
import { valueCustomerColumns } from '~/engine/clv/value-customers';
import { prepareDatabase } from '../../prisma/prepare-database';
import { simulateOrders } from '../clv/simulate-orders';
import { fixed, printTable } from '../support/markdown';
import { loadPass } from './load-pass';
import { awaitAutovacuum } from './await-autovacuum';
import { measureLists } from './measure-lists';

const LIST_MIGRATION = fileURLToPath(
  new URL('../../prisma/migrations/20260301000100_customer_list/migration.sql', import.meta.url),
);

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

  const created = readFileSync(LIST_MIGRATION, 'utf8').match(/^CREATE INDEX[^;]+;/gm) ?? [];
  for (const statement of created) await owner.query(`DROP INDEX ${/"\w+"/.exec(statement)?.[0] ?? ''}`);
  const without = [await load(1), await load(2)];
  for (const statement of created) await owner.query(statement);
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
  const loaded = new Date();
  await measureLists(db, shopId, 'Right after the pass, before the server has looked at its rows.');
  const waited = await awaitAutovacuum(owner, 'customer_prediction', loaded);
  await measureLists(db, shopId, `After autovacuum, which came ${fixed(waited, 0)} s later.`);
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
