import { appendActivity } from '~/data/logs/activity-log';
import { collectCustomerData } from '~/data/privacy/collect-customer-data';
import { completeReceipt, readReceipt, type ComplianceReceipt } from '~/data/privacy/compliance-receipts';
import { redactCustomer } from '~/data/privacy/redact-customer';
import { readShop } from '~/data/shops/find-shop';
import { redactShop } from '~/data/shops/redact-shop';
import { assertNever } from '~/domain/assert-never';
import type { JobPayload } from '~/jobs/catalog';
import type { ServiceContext } from './context';
import { uninstallShop } from './uninstall-shop';

/** Carries out a privacy request and completes its receipt; asked again for a finished one, it does nothing. */
export async function comply(
  context: ServiceContext,
  { shopId, receiptId }: JobPayload<'comply'>,
): Promise<void> {
  const { db, clock } = context;
  const receipt = await readReceipt(db, shopId, receiptId);
  if (receipt?.completedAt !== null) return;
  const done = await carryOut(context, shopId, receipt);
  await completeReceipt(db, shopId, receiptId, { at: clock.now(), ...done });
}

async function carryOut(
  context: ServiceContext,
  shopId: string,
  receipt: ComplianceReceipt,
): Promise<{ readonly outcome: unknown; readonly report?: unknown }> {
  const { db, clock } = context;
  const at = clock.now();
  switch (receipt.topic) {
    case 'customers/data_request': {
      const report =
        receipt.customerPseudonym === null
          ? null
          : await collectCustomerData(db, shopId, { pseudonym: receipt.customerPseudonym });
      await appendActivity(db, shopId, { at, tone: 'info', key: 'compliance-data-request', values: {} });
      return { outcome: { orders: report?.orders.length ?? 0, customer: report?.customer ? 1 : 0 }, report };
    }
    case 'customers/redact': {
      if (receipt.customerPseudonym === null) return { outcome: { customers: 0 } };
      const { pseudonym: _inReceipt, ...outcome } = await redactCustomer(
        db,
        shopId,
        { pseudonym: receipt.customerPseudonym },
        at,
      );
      await appendActivity(db, shopId, { at, tone: 'info', key: 'compliance-customer-redacted', values: {} });
      return { outcome };
    }
    case 'shop/redact': {
      const shop = await readShop(db, shopId);
      // A shop that came back within the 48 hours keeps its data: Shopify does not send this for it.
      if (shop) await uninstallShop(context, shop);
      return { outcome: await redactShop(db, shopId) };
    }
    default:
      return assertNever(receipt.topic);
  }
}
