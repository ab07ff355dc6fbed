import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureEmbeddedPostgres } from '../../app/data/embedded-postgres/ensure-embedded-postgres';
import { prepareDatabase } from '../../prisma/prepare-database';

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: { readonly ownerUrl: string; readonly runtimeUrl: string; readonly template: string };
  }
}

const TEMPLATE = 'timon_template';

/** One PostgreSQL for the whole run (crash safety off), with a migrated database that each test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'timon-test-'));
  const server = await ensureEmbeddedPostgres({ dir, durable: false });
  const tearDown = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(server);
    await freezeTemplate(server.ownerUrl);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testCluster', {
    ownerUrl: server.ownerUrl,
    runtimeUrl: server.runtimeUrl,
    template: TEMPLATE,
  });
  return tearDown;
}

/** A template can be copied only while nobody is connected to it: nobody may be. */
async function freezeTemplate(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  const database = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`ALTER DATABASE ${database} RENAME TO ${TEMPLATE}`);
    await client.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  } finally {
    await client.end();
  }
}
