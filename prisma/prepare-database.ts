import { deployMigrations } from './deploy-migrations';
import { provisionRuntimeRole, runtimeRoleOf } from './provision';

/**
 * Brings a database to the state that this version of the product works on: migrations, then the runtime role and
 * its grants. Idempotent; several processes may call it at once.
 * @returns names of the migrations applied now
 */
export async function prepareDatabase(urls: {
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
}): Promise<string[]> {
  const applied = await deployMigrations(urls.ownerUrl);
  await provisionRuntimeRole(urls.ownerUrl, runtimeRoleOf(urls.runtimeUrl));
  return applied;
}
