import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

// PostgreSQL's one-byte "char" type of the system catalogs.
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

interface ClosableAdapterFactory extends SqlMigrationAwareDriverAdapterFactory {
  close(): Promise<void>;
}

/**
 * The PostgreSQL adapter, corrected for the schema engine. As published (7.10.0) it
 * - makes the main database the shadow database when it is given a connection string,
 * - cuts scripts at each `;`, inside function bodies too,
 * - rejects the "char" columns that the engine reads from the catalogs.
 */
export function migrationAdapterFactory(ownerUrl: string): ClosableAdapterFactory {
  const { provider, adapterName } = new PrismaPg({ connectionString: ownerUrl });
  const open = new Set<SqlDriverAdapter>();
  // The engine leaves some of its connections open.
  const tracked = async (opening: Promise<SqlDriverAdapter>) => {
    const adapter = await opening;
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      if (open.delete(adapter)) await dispose();
    };
    open.add(adapter);
    return adapter;
  };
  return {
    provider,
    adapterName,
    connect: () => tracked(connect(ownerUrl)),
    connectToShadowDb: () => tracked(connectToShadow(ownerUrl)),
    close: async () => {
      for (const adapter of open) await adapter.dispose();
    },
  };
}

async function connect(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url });
  // Columns of the latest answer; the engine asks one thing at a time.
  let charColumns: readonly number[] = [];
  const runQuery = pool.query.bind(pool) as (query: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;
  const query = async (config: pg.QueryArrayConfig) => {
    const result = await runQuery(config);
    charColumns = result.fields.flatMap((field, i) => (field.dataTypeID === CHAR_OID ? [i] : []));
    for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID;
    return result;
  };
  Object.assign(pool, { query });
  const adapter: SqlDriverAdapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  adapter.executeScript = async (script) => {
    await runQuery({ text: script } as pg.QueryArrayConfig);
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (statement) => {
    const answer = await queryRaw(statement);
    const chars = charColumns;
    return {
      ...answer,
      columnTypes: answer.columnTypes.map((type, i) => (chars.includes(i) ? ColumnTypeEnum.Character : type)),
    };
  };
  return adapter;
}

async function connectToShadow(ownerUrl: string): Promise<SqlDriverAdapter> {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const adapter = await connect(url.href);
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}
