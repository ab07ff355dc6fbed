/**
 * Scopes that reading a type, or a field, of the Admin API takes, by Shopify's reference. Types that are absent need
 * none of their own. `operations.test.ts` proves that our operations need exactly what `shopify.app.toml` asks for.
 */
export const SCOPE_BY_TYPE: Readonly<Record<string, string>> = {
  Order: 'read_orders',
  LineItem: 'read_orders',
  CustomerJourneySummary: 'read_orders',
  CustomerVisit: 'read_orders',
  Refund: 'read_orders',
  Customer: 'read_customers',
  Product: 'read_products',
  Location: 'read_locations',
  DiscountCodeNode: 'read_discounts',
};

export const SCOPE_BY_ROOT_FIELD: Readonly<Record<string, string>> = {
  orders: 'read_orders',
  order: 'read_orders',
  ordersCount: 'read_orders',
  customers: 'read_customers',
  customersCount: 'read_customers',
  codeDiscountNodeByCode: 'read_discounts',
  discountCodeBasicCreate: 'write_discounts',
  discountCodeBasicUpdate: 'write_discounts',
  discountCodeDeactivate: 'write_discounts',
};

/** Without it Shopify shows only the last 60 days of orders, whatever the query. No field asks for it. */
export const ALL_ORDERS_SCOPE = 'read_all_orders';

/** What the app asks for at installation; same as in `shopify.app.toml`. A write scope brings its read scope. */
export const APP_SCOPES = [
  ALL_ORDERS_SCOPE,
  'read_customers',
  'read_orders',
  'read_products',
  'write_discounts',
] as const;

/** Scopes of ours that the merchant has not granted; a write scope stands for its read scope. */
export function missingScopes(granted: readonly string[]): readonly string[] {
  const has = new Set(granted.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));
  return APP_SCOPES.filter((scope) => !has.has(scope));
}
