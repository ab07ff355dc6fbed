import { QueueUnavailableError } from '../queue';

/** The server neither answered nor failed in time. */
class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** Whether a call was given up because nothing came back at all. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof QueueUnavailableError && error.cause instanceof NoAnswerError;
}

/**
 * Runs a call to the queue's server and gives up after `limitMs`. A call given up may still take effect later.
 *
 * @throws QueueUnavailableError for whatever the server or the way to it did wrong
 */
export async function withDeadline<T>(limitMs: number, call: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([call(), late]);
  } catch (cause) {
    throw new QueueUnavailableError(cause);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for `work`, at most `limitMs`; never fails. */
export async function settledWithin(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([Promise.allSettled([work]), limit]);
  clearTimeout(timer);
}
