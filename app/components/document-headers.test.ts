import { describe, expect, it } from 'vitest';
import { documentHeaders } from './document-headers';

const call = (errorHeaders?: Headers): Headers => {
  if (typeof documentHeaders !== 'function') throw new Error('documentHeaders is a function');
  return new Headers(
    documentHeaders({
      parentHeaders: new Headers({ a: '1' }),
      loaderHeaders: new Headers({ b: '2' }),
      actionHeaders: new Headers(),
      errorHeaders,
    }),
  );
};

describe('documentHeaders', () => {
  it('lets the headers of a thrown response through alone, as App Bridge needs them', () => {
    const thrown = new Headers({ 'X-Shopify-Retry-Invalid-Session-Request': '1' });
    expect([...call(thrown).keys()]).toEqual(['x-shopify-retry-invalid-session-request']);
  });

  it('joins the headers of the routes otherwise', () => {
    expect([...call().entries()]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});
