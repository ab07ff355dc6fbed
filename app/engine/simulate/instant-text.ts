/** Milliseconds since 1970-01-01T00:00:00Z as `2026-03-29T01:00:00Z`: whole seconds, as Shopify prints them. */
export function toInstantText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
