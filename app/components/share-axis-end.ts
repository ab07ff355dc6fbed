/** Where an axis of shares ends: the next of 1, 2 or 5 per cent, 10, 20, ... 100 per cent. */
export function shareAxisEnd(largest: number): number {
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((end) => largest <= end) ?? 1;
}
