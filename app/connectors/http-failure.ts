import { ConnectorError, type ConnectorErrorCode } from './contract';

/**
 * Seconds or an HTTP date of `Retry-After`, as milliseconds from now; `null` where absent or unreadable.
 * Shopify sends seconds with a fraction (`2.0`).
 */
function retryAfterMs(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

function codeOf(status: number): ConnectorErrorCode {
  if (status >= 500) return 'unavailable';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 402:
      return 'payment-required';
    case 403:
      return 'forbidden';
    case 404:
    case 423:
      return 'shop-gone';
    case 408:
      return 'unavailable';
    case 429:
    case 430:
      return 'throttled';
    default:
      return 'invalid-response';
  }
}

/** What a status other than 2xx means. The body stays out of the message: it may quote what we sent. */
export function httpFailure(what: string, response: Pick<Response, 'status' | 'headers'>, now: Date) {
  const wait = retryAfterMs(response.headers, now);
  return new ConnectorError(
    codeOf(response.status),
    `${what} answered ${response.status}`,
    wait === null ? {} : { retryAfterMs: wait },
  );
}

/** What an exception of `fetch` or of reading its body means: nobody answered, or not to the end. */
export function networkFailure(what: string, cause: unknown, signal?: AbortSignal): ConnectorError {
  signal?.throwIfAborted();
  return new ConnectorError('unavailable', `${what} did not answer`, { cause });
}
