import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/support/database';
import { openDatabase } from './open-database';
import { pingDatabase } from './ping-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('openDatabase', () => {
  it('opens as the runtime role', async () => {
    await expect(pingDatabase(database.db)).resolves.toBeUndefined();
  });

  it('refuses a role that row-level security does not hold, and says which role to take', async () => {
    await expect(openDatabase(database.ownerUrl, { max: 1 })).rejects.toThrow(/timon_owner.*runtime role/);
  });
});
