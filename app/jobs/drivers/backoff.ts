const LONGEST_WAIT_MS = 6 * 3_600_000;

/**
 * Wait before the next attempt: the catalog's `backoffMs` after the first failure, doubled after each further one, six
 * hours at most (without a ceiling, the twentieth attempt of a privacy request would come a month late).
 * Both drivers use this instead of their library's own: bull's grows as 2^n - 1, bullmq's as 2^(n-1).
 *
 * @param failures attempts that have failed so far, 1 or more
 * @returns milliseconds
 */
export function retryDelayMs(backoffMs: number, failures: number): number {
  return Math.min(backoffMs * 2 ** (failures - 1), LONGEST_WAIT_MS);
}
