import { chunks } from './chunks';
import type { ShopifyClient } from './client';
import { fromGid, toGid } from './gid';
import { REACHABILITY_BY_ID } from './operations';
import { type ReachabilityNode, reachabilityByIdSchema } from './schemas';

/** Whether a customer may and should be written to. No personal data: who it is and where is not read. */
interface CustomerReachability {
  readonly sourceId: string;
  /** Said yes to e-mails, and the address can be delivered to. Only a yes counts, here and below. */
  readonly emailConsent: boolean;
  readonly smsConsent: boolean;
  readonly whatsAppConsent: boolean;
  /** The last order is coming back, and the merchant has not closed the return. */
  readonly openReturn: boolean;
  /** Buys by subscription, a paused one included: comes back without being asked. */
  readonly subscription: boolean;
}

interface ReachabilityPage {
  /** In the order that they were asked for. */
  readonly customers: readonly CustomerReachability[];
  /** Customers that Shopify no longer knows. */
  readonly missingIds: readonly string[];
}

// Shopify does not say what it charges for a list of ids: 100 pass even at full price for each of their six objects.
const CUSTOMERS_PER_REQUEST = 100;

/**
 * Reads live who may be written to, page by page.
 * @throws ConnectorError, `forbidden` when Shopify has not approved the app for e-mails and phones (protected customer
 * data, level 2), which consents are part of
 */
export async function* readReachability(
  client: ShopifyClient,
  customerIds: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<ReachabilityPage> {
  for (const chunk of chunks(customerIds, CUSTOMERS_PER_REQUEST)) {
    const ids = chunk.map((id) => toGid('Customer', id));
    const { nodes } = await client.request(REACHABILITY_BY_ID, reachabilityByIdSchema, { ids }, signal);
    const customers: CustomerReachability[] = [];
    const missingIds: string[] = [];
    for (const [index, id] of chunk.entries()) {
      const node = nodes[index];
      if (node) customers.push(reachabilityOf(node));
      else missingIds.push(id);
    }
    yield { customers, missingIds };
  }
}

type ReturnStatus = NonNullable<ReachabilityNode['lastOrder']>['returnStatus'];
type SubscriberStatus = ReachabilityNode['productSubscriberStatus'];

// Inspected goods are not yet settled: Shopify says RETURNED once the merchant closes the return.
const OPEN_RETURNS: ReadonlySet<ReturnStatus> = new Set([
  'RETURN_REQUESTED',
  'IN_PROGRESS',
  'INSPECTION_COMPLETE',
]);
const SUBSCRIBERS: ReadonlySet<SubscriberStatus> = new Set(['ACTIVE', 'PAUSED']);

function reachabilityOf(node: ReachabilityNode): CustomerReachability {
  const { defaultEmailAddress: email, defaultPhoneNumber: phone, lastOrder } = node;
  return {
    sourceId: fromGid('Customer', node.id),
    emailConsent: email?.validFormat === true && email.marketingState === 'SUBSCRIBED',
    smsConsent: phone?.smsMarketingConsent.state === 'SUBSCRIBED',
    whatsAppConsent: phone?.whatsAppMarketingConsent.state === 'SUBSCRIBED',
    openReturn: lastOrder ? OPEN_RETURNS.has(lastOrder.returnStatus) : false,
    subscription: SUBSCRIBERS.has(node.productSubscriberStatus),
  };
}
