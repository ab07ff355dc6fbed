import type { SimulatedCustomer } from '~/engine/simulate/simulated-shop';

type ConsentState = 'NEVER_SUBSCRIBED' | 'PENDING' | 'REDACTED' | 'SUBSCRIBED' | 'UNSUBSCRIBED';

/** What Shopify knows of reaching a customer and the simulated shop does not say. */
export interface ContactDetails {
  readonly email: string | null;
  readonly emailState: 'INVALID' | 'NOT_SUBSCRIBED' | 'PENDING' | 'SUBSCRIBED' | 'UNSUBSCRIBED';
  /** E.164 */
  readonly phone: string | null;
  readonly smsState: ConsentState;
  readonly whatsAppState: ConsentState;
}

/**
 * Contact details by a plain rule on the customer's number, so that a test can say who has what: one in 29 has no
 * e-mail, one in three no phone, seven in ten say yes to e-mail, three in seven to SMS, three in eleven to WhatsApp.
 * Numbers are Spanish ones that begin with 500: nobody has them.
 */
export function contactDetails(customer: Pick<SimulatedCustomer, 'id' | 'email'>): ContactDetails {
  const { id } = customer;
  return {
    email: customer.email === '' || id % 29 === 28 ? null : customer.email,
    emailState:
      id % 10 < 7
        ? 'SUBSCRIBED'
        : id % 10 === 7
          ? 'UNSUBSCRIBED'
          : id % 10 === 8
            ? 'PENDING'
            : 'NOT_SUBSCRIBED',
    phone: id % 3 === 2 ? null : `+34500${String(id % 1_000_000).padStart(6, '0')}`,
    smsState: id % 7 < 3 ? 'SUBSCRIBED' : id % 7 === 3 ? 'UNSUBSCRIBED' : 'NEVER_SUBSCRIBED',
    whatsAppState: id % 11 < 3 ? 'SUBSCRIBED' : 'NEVER_SUBSCRIBED',
  };
}
