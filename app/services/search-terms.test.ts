import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms';

describe('searchTerms', () => {
  it.each([
    // A pseudonym, or how one begins, in whatever letters it is typed.
    ['7k2qm', { code: '7K2QM', contact: null }],
    [' 7K ', { code: '7K', contact: null }],
    // Five letters of the pseudonyms' alphabet are also a name.
    ['Marta', { code: 'MARTA', contact: 'Marta' }],
    ['Ana', { code: null, contact: 'Ana' }],
    ['Luisa', { code: null, contact: 'Luisa' }],
    // An id, or how one begins; long enough, it may be a phone.
    ['5012', { code: '5012', contact: null }],
    ['600123456', { code: '600123456', contact: '600123456' }],
    ['ana@example.com', { code: null, contact: 'ana@example.com' }],
    ['+34 600', { code: null, contact: '+34 600' }],
    // One letter would be half the shop.
    ['a', { code: null, contact: null }],
    ['', { code: null, contact: null }],
    ['%', { code: null, contact: null }],
  ])('reads %j', (typed, terms) => {
    expect(searchTerms(typed)).toEqual(terms);
  });
});
