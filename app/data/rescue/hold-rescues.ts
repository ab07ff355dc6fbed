import type { ShopTransaction } from '../with-shop';

/**
 * Lets one transaction of a shop at a time change which campaigns there are and who is in them, until it ends: two
 * rescues that are created in one moment must not write to the same customer.
 */
export async function holdRescues(tx: ShopTransaction, shopId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rescues ${shopId}`}, 0))`;
}
