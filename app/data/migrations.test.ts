import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { deployMigrations } from '../../prisma/deploy-migrations';
import { readMigrations } from '../../prisma/migration-files';
import { provisionRuntimeRole, runtimeRoleOf } from '../../prisma/provision';
import { diagnoseHistory, diffMigrations } from '../../prisma/schema-engine';
import type { TestDatabase } from '../../tests/support/database';
import { onOwnedDatabase } from '../../tests/support/owned-database';

let database: TestDatabase;
let owner: pg.Client;
onOwnedDatabase((given) => {
  ({ database, owner } = given);
});

const names = readMigrations().map((migration) => migration.name);

describe('migrations', () => {
  it('lead to schema.prisma exactly', async () => {
    expect(await diffMigrations(database.ownerUrl)).toMatch(/^-- This is an empty migration\.\s*$/);
  });

  it("leave a history that Prisma's own engine finds nothing wrong with", async () => {
    expect(await diagnoseHistory(database.ownerUrl)).toMatchObject({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    });
  });

  it('are applied once by four processes that deploy at once', async () => {
    await owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const applied = await Promise.all(Array.from({ length: 4 }, () => deployMigrations(database.ownerUrl)));
    expect(applied.filter((list) => list.length > 0)).toEqual([names]);
    const role = runtimeRoleOf(database.runtimeUrl);
    await Promise.all(Array.from({ length: 4 }, () => provisionRuntimeRole(database.ownerUrl, role)));
  });

  it('are refused when one was edited, did not finish, or is unknown to this version', async () => {
    const tampered = async (change: string, message: RegExp) => {
      await owner.query('CREATE TABLE saved AS TABLE _prisma_migrations');
      await owner.query(change);
      await expect(deployMigrations(database.ownerUrl)).rejects.toThrow(message);
      await owner.query(
        'TRUNCATE _prisma_migrations; INSERT INTO _prisma_migrations TABLE saved; DROP TABLE saved',
      );
    };
    await tampered("UPDATE _prisma_migrations SET checksum = 'x'", /edited/);
    await tampered('UPDATE _prisma_migrations SET finished_at = NULL', /did not finish/);
    await tampered("UPDATE _prisma_migrations SET migration_name = 'later'", /ahead of this program/);
    expect(await deployMigrations(database.ownerUrl)).toEqual([]);
  });
});

describe('provisionRuntimeRole', () => {
  it('refuses to make the owner the runtime role', async () => {
    await expect(provisionRuntimeRole(database.ownerUrl, runtimeRoleOf(database.ownerUrl))).rejects.toThrow(
      /superuser/,
    );
  });
});
