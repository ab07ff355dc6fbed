import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeTextQuery } from './free-text-query';

describe('freeTextQuery', () => {
  it.each([
    ['ana', 'ana*'],
    ['  María   Peña ', 'María* Peña*'],
    ['ana@small.example', '"ana@small.example"'],
    ["O'Brien", `"O'Brien"`],
    ['Jean-Luc', '"Jean-Luc"'],
    ['李 小龙', '李* 小龙*'],
    ['1042', '1042*'],
  ])('asks for the words of %j as %s', (text, query) => {
    expect(freeTextQuery(text)).toBe(query);
  });

  it.each([
    ['+34 600 12 34 56', 'phone:+34600123456'],
    ['0034600123456', 'phone:+34600123456'],
    ['600 123-456', '600123456*'],
  ])('takes %j for a phone: %s', (text, query) => {
    expect(freeTextQuery(text)).toBe(query);
  });

  it.each([
    ['email:*', 'email*'],
    ['id:>0 OR ana', '"id 0" OR* ana*'],
    ['-ana NOT bo', 'ana* NOT* bo*'],
    ['"ana" (bo)', 'ana* bo*'],
    ['a"b\\"c', '"a b c"'],
    ["'ana' 'bo'", 'ana* bo*'],
    ['*', null],
    ['" :() -', null],
    ['', null],
  ])('takes the meaning out of %j', (text, query) => {
    expect(freeTextQuery(text)).toBe(query);
  });

  it('is made of words to begin with, phrases and a phone, whatever is typed', () => {
    const plain = /^(?:[\p{L}\p{M}\p{N}]+\*|"[^"\\*:()<>=]+"|phone:\+\d+)$/u;
    const typed = fc.string({
      unit: fc.constantFrom(...Array.from(`aZé1李\u0301’😀\0\n\u00a0"'\\:*()[]-+<>=@&|.,/ `)),
    });
    fc.assert(
      fc.property(typed, (text) => {
        const terms = freeTextQuery(text)?.match(/"[^"]*"|\S+/g) ?? [];
        expect(terms.filter((term) => !plain.test(term))).toEqual([]);
      }),
    );
  });
});
