import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A lock in the database that holds up whoever comes to it: stops the product at a place that a test chose. */
export interface DatabaseGate {
  /** Waits until somebody stands at the gate. */
  reached(): Promise<void>;
  /** Opens the gate: who waited goes on. An open gate stays open. */
  open(): Promise<void>;
  /**
   * Ends the connections of those who wait, then opens. After a kill -9 the server would otherwise still carry out the
   * statement that waited, for a client that is gone.
   */
  dismiss(): Promise<void>;
}

const POLL_MS = 20;
const BLOCKED_BY_ME =
  'SELECT pid FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))';

/** @param lock statements that take the lock, such as `LOCK TABLE model_run IN EXCLUSIVE MODE` */
export async function closeGate(ownerUrl: string, lock: string): Promise<DatabaseGate> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(lock);
  let opening: Promise<void> | undefined;
  // The end of the connection is the end of its locks.
  const open = (): Promise<void> => (opening ??= client.end());
  return {
    async reached() {
      for (;;) {
        const { rowCount } = await client.query(BLOCKED_BY_ME);
        if ((rowCount ?? 0) > 0) return;
        await pause(POLL_MS);
      }
    },
    open,
    async dismiss() {
      await client.query(`SELECT pg_terminate_backend(pid) FROM (${BLOCKED_BY_ME}) AS waiting`);
      for (;;) {
        const { rowCount } = await client.query(BLOCKED_BY_ME);
        if (rowCount === 0) break;
        await pause(POLL_MS);
      }
      await open();
    },
  };
}
