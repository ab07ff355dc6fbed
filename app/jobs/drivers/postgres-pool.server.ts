import type { PgPool } from 'bullmq';
import pg from 'pg';

/** The schema bullmq keeps its tables and functions in. It is the library's name; a pool cannot choose another. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * A pool for bullmq's PostgreSQL backend.
 *
 * bullmq waits and tries again only after `ECONNREFUSED`; any other sign that the server is away (restarting, connection
 * reset, no answer) makes its main loop spin without a pause, or counts a finished job as failed. So every such error is
 * renamed.
 */
export function createQueuePool(url: string, max: number): PgPool {
  const pool = new pg.Pool({
    connectionString: withSearchPath(url),
    max,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    keepAlive: true,
  });
  const facade: Pick<pg.Pool, keyof PgPool | 'options'> = {
    connect: renaming(pool.connect.bind(pool)),
    query: renaming(pool.query.bind(pool)),
    end: pool.end.bind(pool),
    on: pool.on.bind(pool),
    removeAllListeners: pool.removeAllListeners.bind(pool),
    options: pool.options,
  };
  // Only the shape of its generics differs.
  return facade as unknown as PgPool;
}

function withSearchPath(url: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  const searchPath = `-c search_path=${QUEUE_SCHEMA}`;
  parsed.searchParams.set('options', given === null ? searchPath : `${given} ${searchPath}`);
  return parsed.href;
}

function renaming<F extends (...args: never[]) => unknown>(call: F): F {
  const renamed = async (...args: Parameters<F>): Promise<unknown> => {
    try {
      return await call(...args);
    } catch (error) {
      throw isOutage(error)
        ? Object.assign(new Error('PostgreSQL cannot be reached', { cause: error }), { code: 'ECONNREFUSED' })
        : error;
    }
  };
  return renamed as F;
}

/** Class 08 is connection exceptions, 57P0x shutdown, crash and start-up, 53300 too many connections. */
const OUTAGE_CODES =
  /^(?:08...|57P0[1-5]|53300|ECONN\w+|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const OUTAGE_MESSAGES =
  /Connection terminated|timeout|Client has encountered a connection error|not queryable/i;

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A refusal on every address of a host arrives as one AggregateError.
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return OUTAGE_CODES.test(code) || (code === '' && OUTAGE_MESSAGES.test(error.message));
}
