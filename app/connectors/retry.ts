import { setTimeout as delay } from 'node:timers/promises';
import { ConnectorError } from './contract';

/** Waits, or throws the signal's reason as soon as it is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const sleepFor: Sleep = async (ms, signal) => {
  try {
    await delay(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
};

export interface RetryPolicy {
  readonly sleep: Sleep;
  /** Uniform in [0, 1): spreads the retries of many shops that were cut off together. */
  readonly random: () => number;
  /** Tries in all, for failures of the network and of the source. */
  readonly tries: number;
  /** Tries in all while throttled: the source answers and tells when to come back, so patience is safe. */
  readonly throttledTries: number;
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * Repeats what failed with `throttled` or `unavailable`, after the wait that the source asked for, else after a
 * doubling one with jitter. Throws the last failure when the tries are used up; other failures at once.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  signal?: AbortSignal,
): Promise<T> {
  let failures = 0;
  let throttled = 0;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      if (error.code === 'throttled') throttled += 1;
      else if (error.code === 'unavailable') failures += 1;
      else throw error;
      if (failures >= policy.tries || throttled >= policy.throttledTries) throw error;
      const doubling = Math.min(policy.capMs, policy.baseMs * 2 ** (failures + throttled - 1));
      await policy.sleep(error.retryAfterMs ?? doubling * (0.5 + policy.random() / 2), signal);
    }
  }
}
