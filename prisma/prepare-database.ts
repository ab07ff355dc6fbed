import { migrateQueue } from '~/jobs/drivers/migrate-queue.server';
import { deployMigrations } from './deploy-migrations';
import { provisionRuntimeRole, runtimeRoleOf } from './provision';

/**
 * Brings a database to the state that this version of the product works on: migrations, the runtime role and its
 * grants, and the job queue's own tables. Idempotent; several processes may call it at once.
 * @returns names of the migrations applied now
 */
export async function prepareDatabase(urls: {
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
}): Promise<string[]> {
  const applied = await deployMigrations(urls.ownerUrl);
  const runtime = runtimeRoleOf(urls.runtimeUrl);
  await provisionRuntimeRole(urls.ownerUrl, runtime);
  await migrateQueue(urls.ownerUrl, runtime.role);
  return applied;
}
