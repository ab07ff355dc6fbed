import { accessDenied } from './graphql-failure';

/** Field (`Type.field`) to the access scope that reading it needs, as the reference pages of the Admin API state it. */
const SCOPE_BY_FIELD: ReadonlyMap<string, string> = new Map([
  ['QueryRoot.orders', 'read_orders'],
  ['QueryRoot.order', 'read_orders'],
  ['QueryRoot.ordersCount', 'read_orders'],
  ['QueryRoot.customers', 'read_customers'],
  ['QueryRoot.customer', 'read_customers'],
  ['QueryRoot.customersCount', 'read_customers'],
  ['QueryRoot.product', 'read_products'],
  ['QueryRoot.codeDiscountNodeByCode', 'read_discounts'],
  ['Mutation.discountCodeBasicCreate', 'write_discounts'],
  ['Mutation.discountCodeBasicUpdate', 'write_discounts'],
  ['Mutation.discountCodeDeactivate', 'write_discounts'],
  ['Order.customer', 'read_customers'],
  ['Order.retailLocation', 'read_locations'],
  ['LineItem.product', 'read_products'],
  ['Customer.orders', 'read_orders'],
  ['Customer.lastOrder', 'read_orders'],
  ['DiscountCustomers.customers', 'read_customers'],
]);

const SCOPE_BY_NODE_TYPE: ReadonlyMap<string, string> = new Map([
  ['Order', 'read_orders'],
  ['LineItem', 'read_orders'],
  ['Refund', 'read_orders'],
  ['Customer', 'read_customers'],
  ['Product', 'read_products'],
  ['Location', 'read_locations'],
  ['DiscountCodeNode', 'read_discounts'],
]);

/** A write scope includes its read scope. */
function isGranted(scope: string, granted: ReadonlySet<string>): boolean {
  return granted.has(scope) || granted.has(scope.replace(/^read_/, 'write_'));
}

function demand(scope: string, fieldName: string, granted: ReadonlySet<string>): void {
  if (!isGranted(scope, granted)) throw accessDenied(fieldName, `\`${scope}\` access scope.`);
}

/** Throws Shopify's ACCESS_DENIED when the token's scopes do not allow the field. */
export function checkFieldScope(typeName: string, fieldName: string, granted: ReadonlySet<string>): void {
  const scope = SCOPE_BY_FIELD.get(`${typeName}.${fieldName}`);
  if (scope !== undefined) demand(scope, fieldName, granted);
}

/** The same for objects reached by global id. */
export function checkNodeScope(nodeType: string, fieldName: string, granted: ReadonlySet<string>): void {
  const scope = SCOPE_BY_NODE_TYPE.get(nodeType);
  if (scope !== undefined) demand(scope, fieldName, granted);
}

const RECENT_ORDERS_MS = 60 * 86_400_000;

/** Without `read_all_orders` only orders created within the last 60 days exist for the app. */
export function orderHorizonMs(granted: ReadonlySet<string>, now: Date): number {
  return granted.has('read_all_orders') ? Number.NEGATIVE_INFINITY : now.getTime() - RECENT_ORDERS_MS;
}
