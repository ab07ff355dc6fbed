import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readMigrations } from './migration-files';

// The key that Prisma's own migration engine locks, so that neither runs beside the other.
const MIGRATION_LOCK = 72_707_369;

// Prisma's table, column for column: its own commands can take over at any time.
const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Applies the migrations that a database lacks. Plain SQL: needs neither the Prisma command nor its engine. Each
 * migration and its line in `_prisma_migrations` are one transaction; several processes may call this at once.
 * @param ownerUrl connection string of the role that owns the tables
 * @returns names of the migrations applied now
 * @throws Error when an applied migration was edited afterwards, is unknown here, or did not finish
 */
export async function deployMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = await pendingMigrations(client);
    for (const migration of pending) {
      await client.query('BEGIN');
      await client.query(migration.sql);
      await client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
        [randomUUID(), migration.checksum, migration.name],
      );
      await client.query('COMMIT');
    }
    return pending.map((migration) => migration.name);
  } finally {
    // Closing the connection rolls an open transaction back and releases the lock.
    await client.end();
  }
}

async function pendingMigrations(client: pg.Client) {
  await client.query(HISTORY_TABLE);
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const migrations = readMigrations();
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const applied of rows) {
    const migration = known.get(applied.migration_name);
    if (!migration) {
      throw new Error(
        `the database is ahead of this program: it has the migration ${applied.migration_name}, which is unknown here`,
      );
    }
    if (applied.finished_at === null) {
      throw new Error(`the migration ${applied.migration_name} did not finish; resolve it by hand first`);
    }
    if (applied.checksum !== migration.checksum) {
      throw new Error(`the migration ${applied.migration_name} was edited after it had been applied`);
    }
  }
  const done = new Set(rows.map((applied) => applied.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}
