/** What Shopify answers with a status code, as seen on the real API. */
export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const ERRORS: Readonly<Record<number, string>> = {
  401: '[API] Invalid API key or access token (unrecognized login or wrong password)',
  402: 'Unavailable Shop',
  403: '[API] This action requires merchant approval for read_orders scope.',
  404: 'Not Found',
  423: 'Locked',
  429: 'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
};

export const NON_EXPIRING_TOKEN =
  '[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens.';

export function errorAnswer(status: number, message: string | undefined = ERRORS[status]): ErrorAnswer {
  if (status < 500 && message !== undefined) {
    return {
      status,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify({ errors: message }),
    };
  }
  // Errors of the server are pages, not JSON.
  const body = `<!DOCTYPE html><html><head><title>${status}</title></head><body>Something went wrong</body></html>`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}
