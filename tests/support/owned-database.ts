import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database';

interface OwnedDatabase {
  readonly database: TestDatabase;
  /** Superuser of it: sees every shop, and may change the schema. */
  readonly owner: pg.Client;
}

/** A database for the tests of a file with a connection of its owner, handed to `take` before the first of them. */
export function onOwnedDatabase(take: (given: OwnedDatabase) => void): void {
  let given: OwnedDatabase;
  beforeAll(async () => {
    const database = await createTestDatabase();
    given = { database, owner: new pg.Client({ connectionString: database.ownerUrl }) };
    await given.owner.connect();
    take(given);
  });
  afterAll(async () => {
    await given.owner.end();
    await given.database.drop();
  });
}
