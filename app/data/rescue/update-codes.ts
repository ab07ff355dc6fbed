import type { Db } from '../db';
import { withShop } from '../with-shop';
import type { RescueCode } from './campaign';

/** What Shopify said of a code. */
export async function updateCode(
  db: Db,
  shopId: string,
  codeId: string,
  change: Partial<Pick<RescueCode, 'status' | 'sourceId' | 'code' | 'customers'>>,
): Promise<void> {
  await withShop(db, shopId, (tx) =>
    tx.rescueCode.updateMany({ where: { shopId, id: codeId }, data: change }),
  );
}

/** Moves customers whom one code does not take to another one of the same tier, which is written down with it. */
export async function splitCode(
  db: Db,
  shopId: string,
  campaignId: string,
  from: RescueCode,
  rest: { readonly id: string; readonly code: string; readonly customerIds: readonly string[] },
): Promise<void> {
  const { tier, percent, minimumMinor, startsAt, endsAt, customers, position } = from;
  const { id, code, customerIds } = rest;
  await withShop(db, shopId, async (tx) => {
    await tx.rescueCode.create({
      data: {
        ...{ id, shopId, campaignId, tier, percent, minimumMinor, startsAt, endsAt, code },
        ...{ position: position + 1, customers: customerIds.length, status: 'pending' },
      },
    });
    await tx.rescueMember.updateMany({
      where: { shopId, campaignId, codeId: from.id, customerId: { in: [...customerIds] } },
      data: { codeId: id },
    });
    await tx.rescueCode.updateMany({
      where: { shopId, id: from.id },
      data: { customers: customers - customerIds.length },
    });
  });
}
