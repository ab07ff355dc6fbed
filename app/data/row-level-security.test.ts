import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/support/database';
import { ERASED_WITH_SHOP, KEPT_AFTER_REDACTION } from './shops/redact-shop';

interface Victim {
  readonly id: string;
  readonly domain: string;
}

interface Table {
  readonly name: string;
  /** What says whose a row is. */
  readonly tenantColumn: string;
}

let database: TestDatabase;
let owner: pg.Client;
let intruder: pg.Client;
let tables: Table[];
const shops: Victim[] = Array.from({ length: 7 }, (_, i) => ({ id: randomUUID(), domain: `SECRET-${i}` }));
const [attacker, ...victims] = shops as [Victim, ...Victim[]];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  intruder = new pg.Client({ connectionString: database.runtimeUrl });
  await owner.connect();
  await intruder.connect();
  const { rows } = await owner.query<{ name: string; columns: string[] }>(`
    SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' GROUP BY 1 ORDER BY 1`);
  tables = rows.map(({ name, columns }) => ({
    name,
    tenantColumn: ['shop_id', 'shop_domain', 'id'].find((column) => columns.includes(column)) ?? 'none',
  }));
  for (const table of tables) for (const shop of shops) await fillRow(table, shop);
});
afterAll(async () => {
  await owner.end();
  await intruder.end();
  await database.drop();
});

/** One row with something of the shop in every text column: shows up wherever it leaks to. */
async function fillRow(table: Table, shop: Victim): Promise<void> {
  const { rows } = await owner.query<{ name: string; type: string; generated: boolean }>(
    `SELECT column_name AS name, udt_name AS type, column_default LIKE 'nextval%' AS generated
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table.name],
  );
  const columns = rows.filter((column) => !column.generated);
  const value = ({ name, type }: { name: string; type: string }) => {
    if (name === 'shop_id' || (table.name === 'shop' && name === 'id')) return shop.id;
    if (type === 'uuid') return randomUUID();
    if (type === 'text') return shop.domain;
    if (type === 'jsonb') return JSON.stringify(shop.domain);
    if (type === '_text') return [shop.domain];
    if (type === 'bytea') return Buffer.from(shop.domain);
    if (type === 'bool') return false;
    if (type === 'timestamptz' || type === 'date') return '2026-03-01';
    return type === 'shop_status' ? 'active' : 1;
  };
  await owner.query(
    `INSERT INTO "${table.name}" (${columns.map((column) => `"${column.name}"`).join(', ')})
     VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    columns.map(value),
  );
}

async function everything(): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: unknown }>(
      `SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** For whom the intruder says to work. */
const PRETENCES: readonly (readonly [string, (victim: Victim) => string])[] = [
  ['as another shop', () => `BEGIN; SET LOCAL app.shop_id = '${attacker.id}';`],
  [
    'as nobody, on a connection that worked for the victim before',
    ({ id, domain }) =>
      `BEGIN; SET LOCAL app.shop_id = '${id}'; SET LOCAL app.shop_domain = '${domain}'; COMMIT; BEGIN;`,
  ],
  ['with empty settings', () => "BEGIN; SET LOCAL app.shop_id = ''; SET LOCAL app.shop_domain = '';"],
  ['with garbage', ({ id }) => `BEGIN; SET LOCAL app.shop_id = '${id}'' OR true --';`],
  ['as a shop that does not exist', () => `BEGIN; SET LOCAL app.shop_id = '${randomUUID()}';`],
];

/** SQL that must neither show nor change a row of the victim. `$T` is the table, `$V` whose rows are wanted. */
const ATTACKS: readonly string[] = [
  'SELECT * FROM $T WHERE $C::text = $V',
  "SELECT * FROM $T WHERE $C::text <> '$A'",
  'SELECT * FROM (SELECT * FROM $T) t, (SELECT 1) one WHERE t.$C::text = $V FOR UPDATE OF t',
  'SELECT * FROM shop s JOIN $T t ON t.$C::text IN (s.id::text, s.domain) WHERE t.$C::text = $V',
  'SELECT * FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT * FROM $T) t ON true WHERE t.$C::text = $V',
  'SELECT 1 WHERE EXISTS (SELECT FROM $T WHERE $C::text = $V)',
  'SELECT max(t::text) FROM $T t WHERE $C::text = $V HAVING count(*) > 0',
  'WITH gone AS (DELETE FROM $T WHERE $C::text = $V RETURNING *) SELECT * FROM gone',
  'UPDATE $T SET $C = $C WHERE $C::text = $V RETURNING *',
  "UPDATE $T SET $C = $V WHERE $C::text = '$A' RETURNING *",
  'DELETE FROM $T WHERE $C::text = $V RETURNING *',
  'DELETE FROM $T USING shop WHERE $T.$C::text = $V RETURNING *',
  'INSERT INTO $T SELECT * FROM jsonb_populate_record(NULL::$T, $R)',
  'INSERT INTO $T SELECT * FROM jsonb_populate_record(NULL::$T, $R) ON CONFLICT DO NOTHING RETURNING *',
  'MERGE INTO $T t USING (SELECT 1) one ON t.$C::text = $V WHEN MATCHED THEN DELETE',
  'SET LOCAL row_security = off; SELECT * FROM $T WHERE $C::text = $V',
  'SET LOCAL ROLE timon_owner; SELECT * FROM $T WHERE $C::text = $V',
  'ALTER TABLE $T DISABLE ROW LEVEL SECURITY',
  'TRUNCATE $T CASCADE',
  'CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS ' +
    "$f$ BEGIN RAISE NOTICE 'leaked %', $1; RETURN false; END $f$; SELECT * FROM $T WHERE pg_temp.leak($C::text)",
  "SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE tablename = '$N'",
  'COPY $T FROM STDIN',
];

function written(attack: string, table: Table, victim: Victim, stolenRow: string): string {
  const wanted = table.tenantColumn === 'shop_domain' ? victim.domain : victim.id;
  return attack
    .replaceAll('$T', () => pg.escapeIdentifier(table.name))
    .replaceAll('$C', () => table.tenantColumn)
    .replaceAll('$V', () => pg.escapeLiteral(wanted))
    .replaceAll('$N', () => table.name)
    .replaceAll('$A', () => (table.tenantColumn === 'shop_domain' ? attacker.domain : attacker.id))
    .replaceAll('$R', () => `${pg.escapeLiteral(stolenRow)}::jsonb`);
}

describe('row-level security', () => {
  it('stands, enabled and forced, on every table of the schema', async () => {
    const { rows } = await owner.query<{ relname: string }>(`
      SELECT relname FROM pg_class c
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
        AND NOT (relrowsecurity AND relforcerowsecurity
          AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polcmd IN ('*', 'r')))`);
    expect(rows).toEqual([]);
  });

  it('leaves no table with a shop out of the erasure of a shop, unless it says so', () => {
    const known = [...ERASED_WITH_SHOP, ...KEPT_AFTER_REDACTION].sort();
    expect(tables.filter((table) => table.tenantColumn === 'shop_id').map((table) => table.name)).toEqual(
      known,
    );
  });

  it('lets the runtime role add to the audit log and never change it', async () => {
    for (const statement of [
      'UPDATE audit_log SET action = $1',
      'DELETE FROM audit_log WHERE action <> $1',
    ]) {
      await intruder.query(`BEGIN; SET LOCAL app.shop_id = '${attacker.id}'`);
      await expect(intruder.query(statement, ['x'])).rejects.toThrow('permission denied');
      await intruder.query('ROLLBACK');
    }
  });

  it('lets not even the owner change the audit log, once the owner is no superuser', async () => {
    await owner.query('BEGIN; CREATE ROLE plain_owner; ALTER TABLE audit_log OWNER TO plain_owner');
    await owner.query(`SET LOCAL ROLE plain_owner; SET LOCAL app.shop_id = '${attacker.id}'`);
    const changed = await owner.query("UPDATE audit_log SET action = 'x'");
    const erased = await owner.query('DELETE FROM audit_log');
    await owner.query('ROLLBACK');
    expect([changed.rowCount, erased.rowCount]).toEqual([0, 0]);
  });

  it('gives nothing in 10,000 attempts to reach the rows of another shop past the data functions', async () => {
    await owner.query('ANALYZE');
    const before = await everything();
    let attempts = 0;
    const notices: string[] = [];
    intruder.on('notice', (notice) => notices.push(notice.message ?? ''));
    const leaks: string[] = [];
    for (const victim of victims) {
      const mark = new RegExp(`${victim.id}|${victim.domain}`);
      for (const [pretence, begin] of PRETENCES) {
        for (const table of tables) {
          const stolenRow = JSON.stringify(before[table.name]?.find((row) => mark.test(JSON.stringify(row))));
          for (const attack of ATTACKS) {
            attempts += 1;
            const statement = written(attack, table, victim, stolenRow);
            await intruder.query(begin(victim)).catch(() => undefined);
            const got = await intruder.query(statement).then(
              (result) => [result].flat().flatMap((part) => part.rows as unknown[]),
              () => [],
            );
            // What got through must show: no roll-back.
            await intruder.query('COMMIT').catch(() => undefined);
            if (got.length > 0 || notices.some((text) => mark.test(text)))
              leaks.push(`${pretence}: ${statement}`);
          }
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(attempts).toBeGreaterThanOrEqual(10_000);
    expect(await everything()).toEqual(before);
  });

  it('was attacked with statements that do reach the rows of whom they name', async () => {
    const [victim] = victims;
    const order = tables.find((table) => table.name === 'order');
    if (!victim || !order) throw new Error('no victim');
    let reached = 0;
    for (const attack of ATTACKS) {
      await intruder.query(`BEGIN; SET LOCAL app.shop_id = '${victim.id}'`);
      const result = await intruder.query(written(attack, order, victim, 'null')).catch(() => null);
      if (result !== null && [result].flat().some((part) => part.rows.length > 0)) reached += 1;
      await intruder.query('ROLLBACK');
    }
    // The others are refused to everybody, like TRUNCATE.
    expect(reached).toBeGreaterThanOrEqual(10);
  });

  it('gives nothing to COPY TO either', async () => {
    for (const table of tables) {
      for (const [, begin] of PRETENCES) {
        const victim = victims[0];
        if (!victim) throw new Error('no victim');
        await intruder.query(begin(victim)).catch(() => undefined);
        const stream = intruder.query(copyTo(`COPY "${table.name}" TO STDOUT`));
        const got: Buffer[] = [];
        try {
          for await (const chunk of stream) got.push(chunk as Buffer);
        } catch {
          // Refused: as good as empty.
        }
        await intruder.query('ROLLBACK');
        for (const { id, domain } of victims) {
          expect(Buffer.concat(got).toString()).not.toMatch(new RegExp(`${id}|${domain}`));
        }
      }
    }
  });
});
