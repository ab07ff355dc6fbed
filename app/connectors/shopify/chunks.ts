/** Shopify refuses input lists of more than 250, whatever they hold. */
export const MAX_INPUT_LIST = 250;

export function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
