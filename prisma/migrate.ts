/**
 * Migrations: `tsx prisma/migrate.ts <command>`, on the database of DATABASE_OWNER_URL (else DATABASE_URL).
 *   deploy       applies what the database lacks; with both addresses set, also the role of DATABASE_URL and the queue
 *   status       lists what is applied and what is not
 *   dev <name>   writes the change of schema.prisma as a new migration
 *   diff         prints what the migrations lack of schema.prisma; exit code 2 when there is something
 * `dev` and `diff` work on a throw-away embedded server when no database is named.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deployMigrations } from './deploy-migrations';
import { prepareDatabase } from './prepare-database';

const [command, name] = process.argv.slice(2);
const configuredUrl = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
// Two addresses: the owner's, and that of the role which the product works as.
const runtimeUrl = process.env['DATABASE_OWNER_URL'] === undefined ? undefined : process.env['DATABASE_URL'];

switch (command) {
  case 'deploy': {
    const ownerUrl = required(configuredUrl);
    const applied = await (runtimeUrl === undefined
      ? deployMigrations(ownerUrl)
      : prepareDatabase({ ownerUrl, runtimeUrl }));
    console.log(applied.length === 0 ? 'nothing to apply' : `applied ${applied.join(', ')}`);
    break;
  }
  case 'status': {
    const { diagnoseHistory } = await import('./schema-engine');
    console.log(JSON.stringify(await diagnoseHistory(required(configuredUrl)), null, 2));
    break;
  }
  case 'dev': {
    if (!name) throw new Error('migrate dev: name the migration');
    const { createMigration } = await import('./schema-engine');
    const created = await withDatabase(async (url) => {
      // The engine compares with what has been applied; a new server has nothing yet.
      await deployMigrations(url);
      return createMigration(url, name);
    });
    console.log(created ? `wrote prisma/migrations/${created}` : 'schema.prisma has no change');
    break;
  }
  case 'diff': {
    const { diffMigrations } = await import('./schema-engine');
    const script = await withDatabase(diffMigrations);
    console.log(script);
    if (!script.includes('empty migration')) process.exitCode = 2;
    break;
  }
  default:
    console.error('usage: migrate deploy | status | dev <name> | diff');
    process.exitCode = 1;
}

function required(url: string | undefined): string {
  if (!url) throw new Error('set DATABASE_OWNER_URL or DATABASE_URL');
  return url;
}

async function withDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  if (configuredUrl) return work(configuredUrl);
  const { ensureEmbeddedPostgres } = await import('../app/data/embedded-postgres/ensure-embedded-postgres');
  const dir = mkdtempSync(path.join(tmpdir(), 'timon-migrate-'));
  const server = await ensureEmbeddedPostgres({ dir, durable: false });
  try {
    return await work(server.ownerUrl);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
