import { ConnectorError } from '~/connectors/contract';
import { readContacts } from '~/connectors/shopify/read-contacts';
import type { ServiceContext } from './context';
import { requireShop } from './read-dashboard';
import type { CustomerContactView } from './views/customer-contact-view';

/** A person waits: after that the page offers to try again. */
const PATIENCE_MS = 8_000;
const SHOPIFY_ID = /^\d{1,20}$/;

/**
 * Asks Shopify for the name, e-mail and phone of one customer. They pass through: nothing is stored or logged.
 * @param signal ends the question when nobody waits for the answer any more
 */
export async function readCustomerContact(
  context: ServiceContext,
  shopId: string,
  customerId: string,
  signal: AbortSignal,
): Promise<CustomerContactView> {
  if (!SHOPIFY_ID.test(customerId)) return { state: 'gone' };
  const { domain } = await requireShop(context, shopId);
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await askShopify(context, domain, customerId, AbortSignal.any([signal, patience]));
  } catch (error) {
    if (patience.aborted || signal.aborted) return { state: 'unavailable' };
    if (!(error instanceof ConnectorError)) throw error;
    const { code } = error;
    context.log.warn({ shopId, code }, 'contact of a customer not read');
    return { state: code === 'forbidden' || code === 'missing-scope' ? 'not-allowed' : 'unavailable' };
  }
}

async function askShopify(
  context: ServiceContext,
  domain: string,
  customerId: string,
  signal: AbortSignal,
): Promise<CustomerContactView> {
  const client = context.connectShopify(domain);
  for await (const { contacts } of readContacts(client, [customerId], signal)) {
    const [contact] = contacts;
    if (contact === undefined) continue;
    const { firstName, lastName, email, phone } = contact;
    const name = [firstName, lastName].filter((part) => part !== null).join(' ');
    return { state: 'ready', name: name === '' ? null : name, email, phone };
  }
  return { state: 'gone' };
}
