import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database';
import { createLogger } from '~/observability/logger.server';
import { QueueUnavailableError } from '../queue';
import { migrateQueue } from './migrate-queue.server';
import { createPostgresQueue } from './postgres-queue.server';
import { startPostgresWorker } from './postgres-worker.server';
import { queueContract } from './queue-contract';

describe('bullmq on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateQueue(database.ownerUrl, runtimeRole(database));
  });
  afterAll(() => database.drop());

  queueContract(() => ({
    driver: 'postgres',
    url: database.runtimeUrl,
    createQueue: createPostgresQueue,
    startWorker: startPostgresWorker,
  }));

  it('works as a role that may create nothing', async () => {
    const client = new pg.Client({ connectionString: database.runtimeUrl });
    await client.connect();
    const { rows } = await client.query<{ super: boolean; creates: boolean }>(
      `SELECT rolsuper AS super, has_schema_privilege('bullmq', 'CREATE') AS creates
         FROM pg_roles WHERE rolname = current_user`,
    );
    await client.end();
    expect(rows).toEqual([{ super: false, creates: false }]);
  });
});

describe('migrateQueue', () => {
  it('may run in several processes at once and again', async () => {
    const database = await createTestDatabase();
    await Promise.all(
      Array.from({ length: 4 }, () => migrateQueue(database.ownerUrl, runtimeRole(database))),
    );
    await migrateQueue(database.ownerUrl, runtimeRole(database));
    const queue = createPostgresQueue({ url: database.runtimeUrl, log: silent });
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    await queue.close();
    await database.drop();
  });

  it('is what a queue asks for when its tables are missing', async () => {
    const database = await createTestDatabase();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
    await owner.end();
    const queue = createPostgresQueue({ url: database.runtimeUrl, log: silent });
    const error = await queue.counts().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueueUnavailableError);
    expect(error).toMatchObject({ cause: { name: 'SchemaMigrationRequiredError' } });
    await migrateQueue(database.ownerUrl, runtimeRole(database));
    expect(await queue.counts()).toMatchObject({ waiting: 0 });
    await queue.close();
    await database.drop();
  });
});

const silent = createLogger({ level: 'silent', service: 'test' });

function runtimeRole({ runtimeUrl }: TestDatabase): string {
  return decodeURIComponent(new URL(runtimeUrl).username);
}
