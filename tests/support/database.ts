import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Db } from '../../app/data/db';
import { installShop, type ShopInstallation } from '../../app/data/shops/install-shop';
import type { Shop } from '../../app/data/shops/shop';
import { openDatabase } from '../../app/data/open-database';

export interface TestDatabase {
  /** Superuser: sees every shop. */
  readonly ownerUrl: string;
  /** What the product works as: behind row-level security. */
  readonly runtimeUrl: string;
  /** Opened as the runtime role. */
  readonly db: Db;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own (a copy of the run's template). Call `drop` when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(cluster.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${cluster.template}`);
  const ownerUrl = withDatabase(cluster.ownerUrl, name);
  const runtimeUrl = withDatabase(cluster.runtimeUrl, name);
  const db = await openDatabase(runtimeUrl, { max: 6 });
  return {
    ownerUrl,
    runtimeUrl,
    db,
    drop: async () => {
      await db.close();
      await asOwner(cluster.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** A shop to work on; its domain is new with every call. */
export function installTestShop(db: Db, changes: Partial<ShopInstallation> = {}): Promise<Shop> {
  return installShop(db, {
    domain: `${randomBytes(5).toString('hex')}.myshopify.com`,
    name: 'Tienda de prueba',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    countryCode: 'ES',
    grantedScopes: ['read_orders'],
    at: new Date('2026-01-01T00:00:00Z'),
    ...changes,
  });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
