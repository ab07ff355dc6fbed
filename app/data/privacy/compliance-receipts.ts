import type { Db } from '../db';
import { Prisma } from '../generated/prisma/client';
import type { ComplianceReceiptModel } from '../generated/prisma/models';
import { toJsonColumn } from '../json-column';
import { withShop } from '../with-shop';
import { customerPseudonym } from './customer-pseudonym';

const COMPLIANCE_TOPICS = ['customers/data_request', 'customers/redact', 'shop/redact'] as const;
type ComplianceTopic = (typeof COMPLIANCE_TOPICS)[number];

export interface NewReceipt {
  readonly topic: ComplianceTopic;
  readonly webhookId: string;
  /** Stored as a pseudonym; `null` where the request is about the shop. */
  readonly customerId: string | null;
  readonly receivedAt: Date;
}

export interface ComplianceReceipt {
  readonly id: string;
  readonly shopDomain: string;
  readonly topic: ComplianceTopic;
  readonly webhookId: string;
  readonly customerPseudonym: string | null;
  /** ISO instants. */
  readonly receivedAt: string;
  readonly completedAt: string | null;
  /** As stored: rows by table that were found, erased or unlinked. */
  readonly outcome: unknown;
  /** As stored: the customer's data, until it is redacted or a month old. */
  readonly report: unknown;
}

/** Notes a privacy request before it is carried out. A redelivered webhook gets the receipt it got the first time. */
export function createReceipt(
  db: Db,
  shopId: string,
  { topic, webhookId, customerId, receivedAt }: NewReceipt,
): Promise<{ readonly receipt: ComplianceReceipt; readonly created: boolean }> {
  return withShop(db, shopId, async (tx) => {
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
    const pseudonym = customerId === null ? null : customerPseudonym(shop.pseudonymSalt, customerId);
    const { count } = await tx.complianceReceipt.createMany({
      data: [{ shopId, shopDomain: shop.domain, topic, webhookId, customerPseudonym: pseudonym, receivedAt }],
      skipDuplicates: true,
    });
    const row = await tx.complianceReceipt.findUniqueOrThrow({
      where: { shopId_webhookId: { shopId, webhookId } },
    });
    return { receipt: toReceipt(row), created: count === 1 };
  });
}

/** Notes that a request was carried out. A receipt that is complete stays as it is. @returns false for such a one */
export async function completeReceipt(
  db: Db,
  shopId: string,
  receiptId: string,
  done: { readonly at: Date; readonly outcome: unknown; readonly report?: unknown },
): Promise<boolean> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.complianceReceipt.updateMany({
      where: { id: receiptId, shopId, completedAt: null },
      data: {
        completedAt: done.at,
        outcome: toJsonColumn(done.outcome),
        report: toJsonColumn(done.report),
      },
    }),
  );
  return count === 1;
}

export async function readReceipt(
  db: Db,
  shopId: string,
  receiptId: string,
): Promise<ComplianceReceipt | null> {
  const row = await withShop(db, shopId, (tx) =>
    tx.complianceReceipt.findUnique({ where: { id: receiptId, shopId } }),
  );
  return row && toReceipt(row);
}

/** Newest first. */
export async function listReceipts(
  db: Db,
  shopId: string,
  { limit }: { readonly limit: number },
): Promise<ComplianceReceipt[]> {
  const rows = await withShop(db, shopId, (tx) =>
    tx.complianceReceipt.findMany({
      where: { shopId },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    }),
  );
  return rows.map(toReceipt);
}

/** Empties reports of requests completed before an instant. @returns how many */
export async function clearOldReports(db: Db, shopId: string, before: Date): Promise<number> {
  const { count } = await withShop(db, shopId, (tx) =>
    tx.complianceReceipt.updateMany({
      where: { shopId, completedAt: { lt: before }, report: { not: Prisma.AnyNull } },
      data: { report: Prisma.DbNull },
    }),
  );
  return count;
}

function toReceipt(row: ComplianceReceiptModel): ComplianceReceipt {
  const topic = COMPLIANCE_TOPICS.find((candidate) => candidate === row.topic);
  if (!topic) throw new Error(`the database holds an unknown compliance topic ${row.topic}`);
  return {
    id: row.id,
    shopDomain: row.shopDomain,
    topic,
    webhookId: row.webhookId,
    customerPseudonym: row.customerPseudonym,
    receivedAt: row.receivedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    outcome: row.outcome,
    report: row.report,
  };
}
