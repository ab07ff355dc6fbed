import type { Db } from '../db';

/** Another look of the server's may hold the table, one that it must not break off for hours. */
const LOCK_WAIT = '30s';

/**
 * Has the server look at the rows that a pass has just written, so that it plans well and answers from indexes alone from
 * the first page on; left to itself it gets round to it minutes later. A server older than 17 lets only the owner ask, and
 * says so in a warning.
 * @throws DatabaseError when the table cannot be had in time: nothing is lost but that time
 */
export async function settlePredictions(db: Db): Promise<void> {
  const client = await db.pool.connect();
  try {
    // VACUUM runs in no transaction, so the setting cannot be local to one.
    await client.query(`SET lock_timeout = '${LOCK_WAIT}'`);
    await client.query('VACUUM (ANALYZE) customer_prediction');
  } finally {
    await client.query('RESET lock_timeout').finally(() => client.release());
  }
}
