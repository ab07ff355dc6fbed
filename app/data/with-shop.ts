import type pg from 'pg';
import type { Db } from './db';
import type { Prisma } from './generated/prisma/client';
import { withTransaction } from './with-transaction';

export type ShopTransaction = Prisma.TransactionClient;

export interface TransactionOptions {
  /** The transaction is rolled back after this long. Default one minute. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 60_000;
// How long to wait for a free connection before giving up.
const MAX_WAIT_MS = 30_000;

/**
 * Runs `work` in one transaction that sees this shop's rows and no other's.
 * @throws whatever `work` throws, after rolling back
 */
export function withShop<T>(
  db: Db,
  shopId: string,
  work: (tx: ShopTransaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return withSetting(db, { 'app.shop_id': shopId }, work, options);
}

/** The settings that row-level security asks for. */
export type TenantSettings = Partial<
  Record<'app.shop_id' | 'app.shop_domain' | 'app.session_id' | 'app.shop_directory', string>
>;

/** Like {@link withShop}, for the few reads that come before the shop's id is known. */
export function withSetting<T>(
  db: Db,
  settings: TenantSettings,
  work: (tx: ShopTransaction) => Promise<T>,
  { timeoutMs = DEFAULT_TIMEOUT_MS }: TransactionOptions = {},
): Promise<T> {
  return db.prisma.$transaction(
    async (tx) => {
      for (const [name, value] of Object.entries(settings)) {
        await tx.$executeRaw`SELECT set_config(${name}, ${value}, true)`;
      }
      return work(tx);
    },
    { timeout: timeoutMs, maxWait: MAX_WAIT_MS },
  );
}

/** Like {@link withShop}, on a plain connection: for bulk loads and streams, which Prisma would slow down. */
export function withShopConnection<T>(
  db: Db,
  shopId: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return withTransaction(db.pool, async (client) => {
    await client.query("SELECT set_config('app.shop_id', $1, true)", [shopId]);
    return work(client);
  });
}
