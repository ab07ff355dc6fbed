/** Shopify's search text for "changed at or after"; `null` asks for everything. */
export function updatedSinceFilter(since: Date | undefined): string | null {
  return since ? `updated_at:>='${since.toISOString()}'` : null;
}
