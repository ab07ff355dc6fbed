import pg from 'pg';

export interface RuntimeRole {
  readonly role: string;
  readonly password: string;
}

// One provisioning at a time in a cluster: two at once fail on the same catalog rows ("tuple concurrently updated").
const PROVISION_LOCK = 72_707_370;

/**
 * Creates (or corrects) the role that the product works as, and gives it exactly what it needs: rows of all tables
 * behind row-level security, and an audit log that it cannot change.
 * Idempotent; several processes may call it at once. Call it after each deploy: new tables need their grants.
 * @param ownerUrl connection string of the role that owns the tables; it needs CREATEROLE where the role is missing
 */
export async function provisionRuntimeRole(ownerUrl: string, { role, password }: RuntimeRole): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const name = pg.escapeIdentifier(role);
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [PROVISION_LOCK]);
    await createRole(client, role, password);
    const { rows } = await client.query<{ database: string }>('SELECT current_database() AS database');
    const database = pg.escapeIdentifier(rows[0]?.database ?? '');
    await client.query(`
      GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${name};
      GRANT USAGE ON SCHEMA public TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};
    `);
    await grantMaintenance(client, name);
    await revokeWhereThere(client, name, 'audit_log', 'UPDATE, DELETE, TRUNCATE');
    await revokeWhereThere(client, name, '_prisma_migrations', 'INSERT, UPDATE, DELETE, TRUNCATE');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** The parts of a runtime connection string that {@link provisionRuntimeRole} asks for. */
export function runtimeRoleOf(runtimeUrl: string): RuntimeRole {
  const url = new URL(runtimeUrl);
  return { role: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1',
    [role],
  );
  const existing = rows[0];
  if (existing && (existing.rolsuper || existing.rolbypassrls)) {
    throw new Error(
      `the role ${role} is a superuser or bypasses row-level security: name another runtime role`,
    );
  }
  // Attributes that only a superuser may name are left at their defaults, which are the ones wanted.
  const verb = existing ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  // The Prisma adapter reads every timestamptz as if the session ran in UTC.
  await client.query(`ALTER ROLE ${name} SET timezone = 'UTC'`);
}

/** From PostgreSQL 17 on a role that does not own a table may have it looked at after it has written much to it. */
async function grantMaintenance(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ possible: boolean }>(
    `SELECT current_setting('server_version_num')::int >= 170000
       AND to_regclass('public.customer_prediction') IS NOT NULL AS possible`,
  );
  if (rows[0]?.possible) await client.query(`GRANT MAINTAIN ON public.customer_prediction TO ${role}`);
}

async function revokeWhereThere(
  client: pg.Client,
  role: string,
  table: string,
  rights: string,
): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `public."${table}"`,
  ]);
  if (rows[0]?.there) await client.query(`REVOKE ${rights} ON public."${table}" FROM ${role}`);
}
