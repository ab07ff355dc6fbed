import { readReceipt } from '~/data/privacy/compliance-receipts';
import type { ServiceContext } from './context';

/**
 * What a customer asked to see, for the merchant to hand over.
 * @returns null when there is no such request, or its report was emptied since
 */
export async function readPrivacyReport(
  { db }: ServiceContext,
  shopId: string,
  receiptId: string,
): Promise<unknown> {
  const receipt = await readReceipt(db, shopId, receiptId);
  if (receipt?.report == null) return null;
  const { id, topic, receivedAt, completedAt, report } = receipt;
  return { request: { id, topic, receivedAt, completedAt }, data: report };
}
