import { describe, expect, it } from 'vitest';
import { customerUrl } from './customer-url';

describe('customerUrl', () => {
  it.each([
    ['501', '/app/customers/501'],
    ['ana@example.com', '/app/customers/ana%40example.com'],
    ['a/b?c#d', '/app/customers/a%2Fb%3Fc%23d'],
  ])('leads to the record of %s whatever the id holds', (id, url) => {
    expect(customerUrl(id)).toBe(url);
  });
});
