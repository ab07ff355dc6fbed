import { chunks } from './chunks';
import type { ShopifyClient } from './client';
import { fromGid, toGid } from './gid';
import { CONTACTS_BY_ID } from './operations';
import { type ContactNode, contactsByIdSchema } from './schemas';

/**
 * What a customer said to marketing on one channel. Only `subscribed` is a yes; `pending` waits for a confirmation,
 * `unknown` is an address or a person that can no longer be asked.
 */
type MarketingConsent = 'subscribed' | 'pending' | 'unsubscribed' | 'never' | 'unknown';

/** How to reach a customer. Personal data: shown or exported where it was asked for, never stored or logged. */
interface CustomerContact {
  readonly sourceId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** BCP 47 tag of the language that Shopify writes to the customer in. */
  readonly locale: string;
  readonly email: { readonly address: string; readonly consent: MarketingConsent } | null;
  /** Shopify keeps numbers in E.164. */
  readonly phone: {
    readonly number: string;
    readonly smsConsent: MarketingConsent;
    readonly whatsAppConsent: MarketingConsent;
  } | null;
}

interface ContactsPage {
  /** In the order that they were asked for. */
  readonly contacts: readonly CustomerContact[];
  /** Customers that Shopify no longer knows. */
  readonly missingIds: readonly string[];
}

// Shopify does not say what it charges for a list of ids: 100 pass even at full price for each of their five objects.
const CONTACTS_PER_REQUEST = 100;

/**
 * Reads contacts live, page by page, so that an export never holds more than one.
 * @throws ConnectorError, `forbidden` when Shopify has not approved the app for names, e-mails and phones (protected
 * customer data, level 2)
 */
export async function* readContacts(
  client: ShopifyClient,
  customerIds: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<ContactsPage> {
  for (const chunk of chunks(customerIds, CONTACTS_PER_REQUEST)) {
    const ids = chunk.map((id) => toGid('Customer', id));
    const { nodes } = await client.request(CONTACTS_BY_ID, contactsByIdSchema, { ids }, signal);
    const contacts: CustomerContact[] = [];
    const missingIds: string[] = [];
    for (const [index, id] of chunk.entries()) {
      const node = nodes[index];
      if (node) contacts.push(contactOf(node));
      else missingIds.push(id);
    }
    yield { contacts, missingIds };
  }
}

type EmailNode = NonNullable<ContactNode['defaultEmailAddress']>;
type PhoneNode = NonNullable<ContactNode['defaultPhoneNumber']>;
type ConsentState = EmailNode['marketingState'] | PhoneNode['smsMarketingConsent']['state'];

const CONSENT: Readonly<Record<ConsentState, MarketingConsent>> = {
  SUBSCRIBED: 'subscribed',
  PENDING: 'pending',
  UNSUBSCRIBED: 'unsubscribed',
  NOT_SUBSCRIBED: 'never',
  NEVER_SUBSCRIBED: 'never',
  INVALID: 'unknown',
  REDACTED: 'unknown',
};

function contactOf(node: ContactNode): CustomerContact {
  const { defaultEmailAddress: email, defaultPhoneNumber: phone } = node;
  return {
    sourceId: fromGid('Customer', node.id),
    firstName: filled(node.firstName),
    lastName: filled(node.lastName),
    locale: node.locale,
    // An address that cannot be delivered to is none.
    email: email?.validFormat
      ? { address: email.emailAddress, consent: CONSENT[email.marketingState] }
      : null,
    phone: phone
      ? {
          number: phone.phoneNumber,
          smsConsent: CONSENT[phone.smsMarketingConsent.state],
          whatsAppConsent: CONSENT[phone.whatsAppMarketingConsent.state],
        }
      : null,
  };
}

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
