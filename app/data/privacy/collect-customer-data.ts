import type { Db } from '../db';
import { findCustomerForecasts, type CustomerForecastEntry } from '../forecasts/find-customer-forecasts';
import { findPrediction } from '../model-runs/read-predictions';
import type { CustomerPrediction } from '../model-runs/customer-prediction';
import { customerOrders, type CustomerOrder } from '../orders/read-customer-orders';
import { withShop, withShopConnection, type ShopTransaction } from '../with-shop';
import { resolveSubject, type PrivacySubject } from './subject';

export interface CustomerData {
  readonly pseudonym: string;
  readonly customer: {
    readonly sourceId: string;
    /** ISO instant. */
    readonly createdAt: string;
    readonly lifetimeOrders: number | null;
  } | null;
  readonly orders: readonly CustomerOrder[];
  readonly prediction: CustomerPrediction | null;
  readonly forecasts: readonly CustomerForecastEntry[];
  /** Rescues that they were in, and as what. */
  readonly rescues: readonly CustomerRescueEntry[];
}

interface CustomerRescueEntry {
  /** ISO instant. */
  readonly startedAt: string;
  readonly arm: string;
  /** Share off that was meant for them. */
  readonly discount: number | null;
}

/** Everything we hold of a person, for the merchant to hand over. Empty for somebody unknown or erased. */
export async function collectCustomerData(
  db: Db,
  shopId: string,
  subject: PrivacySubject,
): Promise<CustomerData> {
  const { pseudonym, customerIds } = await withShopConnection(db, shopId, (client) =>
    resolveSubject(client, shopId, subject),
  );
  const customerId = customerIds[0];
  if (customerId === undefined) {
    return { pseudonym, customer: null, orders: [], prediction: null, forecasts: [], rescues: [] };
  }
  return withShop(db, shopId, async (tx) => {
    const row = await tx.customer.findUnique({
      where: { shopId_sourceId: { shopId, sourceId: customerId } },
    });
    const customer = row && {
      sourceId: row.sourceId,
      createdAt: row.sourceCreatedAt.toISOString(),
      lifetimeOrders: row.lifetimeOrders,
    };
    return {
      pseudonym,
      customer,
      orders: await customerOrders(tx, shopId, customerId),
      prediction: await findPrediction(tx, shopId, customerId),
      forecasts: await findCustomerForecasts(tx, shopId, customerId),
      rescues: await findRescues(tx, shopId, customerId),
    };
  });
}

async function findRescues(
  tx: ShopTransaction,
  shopId: string,
  customerId: string,
): Promise<CustomerRescueEntry[]> {
  const members = await tx.rescueMember.findMany({ where: { shopId, customerId, arm: { not: null } } });
  const campaigns = await tx.rescueCampaign.findMany({
    where: { shopId, id: { in: members.map(({ campaignId }) => campaignId) } },
    orderBy: { number: 'asc' },
  });
  return campaigns.flatMap(({ id, confirmedAt }) => {
    const member = members.find(({ campaignId }) => campaignId === id);
    if (!member || confirmedAt === null) return [];
    const { arm, discount } = member;
    return [{ startedAt: confirmedAt.toISOString(), arm: arm ?? '', discount }];
  });
}
