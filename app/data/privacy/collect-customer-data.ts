import type { Db } from '../db';
import { findCustomerForecasts, type CustomerForecastEntry } from '../forecasts/find-customer-forecasts';
import { findPrediction } from '../model-runs/read-predictions';
import type { CustomerPrediction } from '../model-runs/customer-prediction';
import { customerOrders, type CustomerOrder } from '../orders/read-customer-orders';
import { withShop, withShopConnection } from '../with-shop';
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
    return { pseudonym, customer: null, orders: [], prediction: null, forecasts: [] };
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
    };
  });
}
