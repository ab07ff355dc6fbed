import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  ensureEmbeddedPostgres,
  type EmbeddedPostgres,
} from '~/data/embedded-postgres/ensure-embedded-postgres';
import { prepareDatabase } from '../prisma/prepare-database';
import { DemoError } from './options';

export interface DemoDatabase {
  /** ISO instant, on the demo's clock, of the last thing that an earlier start noted; null at the first. */
  readonly lastEntry: string | null;
  close(): Promise<void>;
}

/** Key of the advisory lock that a running demo holds on its shop. */
const CLAIM = 1_948_322_017;

/**
 * Starts PostgreSQL for one demo and claims its data.
 * @throws DemoError when another demo has them, or an earlier version left them
 */
export async function openDemoDatabase(dataDir: string): Promise<DemoDatabase> {
  const postgres = await startPostgres(dataDir);
  const lease = await claim(postgres);
  const close = async (): Promise<void> => {
    await lease.end().catch(() => undefined);
    await postgres.stop();
  };
  try {
    await prepareDatabase(postgres).catch((error: unknown) => {
      throw new DemoError(
        `What an earlier start stored cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
        'Run the command again with --fresh.',
      );
    });
    await forgetSessions(lease);
    return { lastEntry: await readLastEntry(lease), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Forgets all that earlier starts stored. @throws DemoError when another demo is working on it */
export async function forgetDemoDatabase(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const postgres = await startPostgres(dataDir);
  const lease = await claim(postgres);
  await lease.end();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function startPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  return ensureEmbeddedPostgres({ dir: join(dataDir, 'postgres'), durable: true });
}

/**
 * A connection that is held as long as the demo runs: it says to the children of a killed demo that the server is in
 * use (see last-out.ts), and to a second demo of the same shop that there is a first. It cannot outlive its process.
 */
async function claim({ ownerUrl }: EmbeddedPostgres): Promise<pg.Client> {
  const lease = new pg.Client({ connectionString: ownerUrl });
  lease.on('error', () => undefined);
  await lease.connect();
  const { rows } = await lease.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [CLAIM]);
  if (rows[0]?.free === true) return lease;
  await lease.end();
  throw new DemoError(
    'The demo of this shop is running already.',
    'Use that one, or stop it with Ctrl-C first. A file of orders (--orders FILE.csv) may run beside it on another --port.',
  );
}

async function readLastEntry(owner: pg.Client): Promise<string | null> {
  const { rows } = await owner.query<{ at: Date | null }>(
    'SELECT greatest(max(started_at), max(finished_at), (SELECT max(at) FROM activity_log)) AS at FROM pipeline_run',
  );
  return rows[0]?.at?.toISOString() ?? null;
}

/** A new stand-in knows none of the tokens that the last one gave: the app asks for new ones at its first request. */
async function forgetSessions(owner: pg.Client): Promise<void> {
  await owner.query(
    'ALTER TABLE shopify_session NO FORCE ROW LEVEL SECURITY; DELETE FROM shopify_session; ALTER TABLE shopify_session FORCE ROW LEVEL SECURITY',
  );
}
