import type { readContacts } from '~/connectors/shopify/read-contacts';

type ContactsPage = ReturnType<typeof readContacts> extends AsyncGenerator<infer Page> ? Page : never;

/** How to reach a customer, read live. Goes into the file and nowhere else. */
export type Contact = ContactsPage['contacts'][number];
