import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Db } from './db';
import { PrismaClient } from './generated/prisma/client';

const LOCK_CONNECTIONS = 4;

interface RoleRights {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses_rls: boolean;
}

/**
 * Connects to the database as the runtime role.
 * @param max connections at most (plus four for locks, opened when used); a transaction holds one from start to end
 * @throws Error when the role could see through row-level security, or the database does not answer
 */
export async function openDatabase(url: string, { max }: { readonly max: number }): Promise<Db> {
  const pool = openPool(url, max);
  try {
    await refuseUnboundRole(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const lockPool = openPool(url, LOCK_CONNECTIONS);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    lockPool,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), lockPool.end()]);
    },
  };
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 15_000,
    // The Prisma adapter reads every timestamptz as if the session ran in UTC.
    options: '-c TimeZone=UTC',
    application_name: 'timon',
  });
  // An idle connection that the server drops is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return pool;
}

async function refuseUnboundRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<RoleRights>(
    `SELECT current_user AS name, bool_or(rolsuper) AS superuser, bool_or(rolbypassrls) AS bypasses_rls
     FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')`,
  );
  const role = rows[0];
  if (!role || role.superuser || role.bypasses_rls) {
    throw new Error(
      `the database role "${role?.name ?? '?'}" is a superuser or bypasses row-level security (or may become such a ` +
        'role), so shops would not be kept apart: connect as the runtime role (prisma/provision.ts creates it)',
    );
  }
}
