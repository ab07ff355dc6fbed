import { runMigrations } from 'bullmq';
import pg from 'pg';
import { QUEUE_SCHEMA } from './postgres-pool.server';

/**
 * Makes or updates the tables of the PostgreSQL queue and opens them to the runtime role. Runs at provisioning, as the
 * owner: creating a schema needs a right the runtime role has not. Safe to run from several processes at once (one
 * migrates, under an advisory lock; the others find it done) and again and again.
 */
export async function migrateQueue(ownerUrl: string, runtimeRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    const role = pg.escapeIdentifier(runtimeRole);
    // One transaction and one lock: concurrent GRANTs on the same object fail with "tuple concurrently updated".
    await client.query(`
      BEGIN;
      SELECT pg_advisory_xact_lock(hashtext('timon:grant-queue'));
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      COMMIT;
    `);
  } finally {
    await client.end();
  }
}
