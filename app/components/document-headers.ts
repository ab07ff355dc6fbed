import type { HeadersFunction } from '@remix-run/node';

/** Headers that Shopify's library set on a thrown response must reach the browser: App Bridge acts on them. */
export const documentHeaders: HeadersFunction = ({
  parentHeaders,
  loaderHeaders,
  actionHeaders,
  errorHeaders,
}) => {
  if (errorHeaders && [...errorHeaders.keys()].length > 0) return errorHeaders;
  return new Headers([...parentHeaders.entries(), ...loaderHeaders.entries(), ...actionHeaders.entries()]);
};
