import { describe, expect, it } from 'vitest';
import { embeddedPath } from './embedded-path';

const CURRENT = '?shop=a.myshopify.com&host=aG9zdA&embedded=1&locale=es&id_token=secret&hmac=x&page=3';

describe('embeddedPath', () => {
  it('carries the shop, host, embedding and language over to the next page, and nothing that expires', () => {
    expect(embeddedPath('/app/customers?sort=clv', CURRENT)).toBe(
      '/app/customers?sort=clv&shop=a.myshopify.com&host=aG9zdA&embedded=1&locale=es',
    );
  });

  it('leaves addresses outside the app and a target’s own parameters alone', () => {
    expect(embeddedPath('https://admin.shopify.com', CURRENT)).toBe('https://admin.shopify.com');
    expect(embeddedPath('//evil.example', CURRENT)).toBe('//evil.example');
    expect(embeddedPath('/app?locale=en#top', '?locale=es')).toBe('/app?locale=en#top');
    expect(embeddedPath('/app', '')).toBe('/app');
  });
});
