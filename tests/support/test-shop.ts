import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Shop } from '../../app/data/shops/shop';
import { createTestDatabase, installTestShop, type TestDatabase } from './database';

interface TestShop {
  readonly database: TestDatabase;
  readonly shop: Shop;
}

/** A database for the tests of a file, and before each of them a shop of its own, handed to `take`. */
export function onTestShop(take: (given: TestShop) => void | Promise<void>): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    await take({ database, shop: await installTestShop(database.db) });
  });
  afterAll(() => database.drop());
}
