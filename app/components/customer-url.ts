/** Address of a customer's own record. Ids may come from files and hold anything. */
export function customerUrl(customerId: string): string {
  return `/app/customers/${encodeURIComponent(customerId)}`;
}
