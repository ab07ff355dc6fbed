/** What Shopify answers when it is asked how to reach a customer. Lives as long as the page that shows it. */
export type CustomerContactView =
  | {
      readonly state: 'ready';
      /** Null where the customer left none. */
      readonly name: string | null;
      readonly email: { readonly address: string; readonly consent: ConsentView } | null;
      /** E.164. */
      readonly phone: {
        readonly number: string;
        readonly smsConsent: ConsentView;
        readonly whatsAppConsent: ConsentView;
      } | null;
    }
  /** Shopify has not approved the app for names and addresses, or the shop did not grant the access. */
  | { readonly state: 'not-allowed' }
  /** Shopify no longer knows the customer. */
  | { readonly state: 'gone' }
  /** Shopify did not answer, or not in time: asking again may help. */
  | { readonly state: 'unavailable' };

/** What the customer said to marketing on a channel. Only `subscribed` is a yes. */
export type ConsentView = 'subscribed' | 'pending' | 'unsubscribed' | 'never' | 'unknown';
