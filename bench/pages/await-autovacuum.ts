import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const PATIENCE_MS = 5 * 60_000;

/**
 * Waits for the server to look at a table of its own accord.
 * @returns seconds since `since`
 * @throws Error after five minutes
 */
export async function awaitAutovacuum(owner: pg.Client, table: string, since: Date): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const { rows } = await owner.query<{ done: boolean | null }>(
      'SELECT last_autovacuum > $2 AND last_autoanalyze > $2 AS done FROM pg_stat_user_tables WHERE relname = $1',
      [table, since],
    );
    if (rows[0]?.done === true) return (Date.now() - since.getTime()) / 1_000;
    await pause(500);
  }
  throw new Error(`no autovacuum of ${table} within five minutes`);
}
