import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_DIALECT, spreadsheetDialect } from './csv-dialect';
import { csvRow, text } from './csv-row';
import { harmlessText, isHarmless } from './harmless-text';

const DIALECTS = [IMPORT_DIALECT, spreadsheetDialect('es-ES'), spreadsheetDialect('en-US')];
/** A trigger where a cell begins, after all that a spreadsheet may skip. */
const FORMULA = /^["\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Text as an attacker writes it: triggers, separators, quotes, marks without width, and letters between. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(',', ';', '\t', '\r', '\n', '"', "'", ' ', '\u00a0', '\u200f'),
      },
      { weight: 1, arbitrary: fc.constantFrom('cmd', '1', 'A1', '|', '!', '🌸', 'ñ') },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const someText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), hostile);

describe('text that others wrote', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\ttext',
    '\rtext',
    '\ntext',
    '   =1+1',
    '\u00a0=1+1',
    '\u200f=1+1',
    '\uFEFF=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("https://evil.example","Ver")',
    "=cmd|'/ccalc'!A0@example.com",
  ])('%j gets an apostrophe in front', (value) => {
    expect(harmlessText(value)).toBe(`'${value}`);
    expect(isHarmless(value)).toBe(false);
  });

  it.each([
    'Núria',
    "O'Connor",
    'Ana-María',
    'a+b@example.com',
    '1 - 2',
    'José (tienda)',
    '',
    '"Pepe"',
    '_=x',
    'https://example.com/?a=1',
  ])('%j stays as it is', (value) => {
    expect(harmlessText(value)).toBe(value);
    expect(isHarmless(value)).toBe(true);
  });

  it('is no formula wherever a cell could begin, also for who splits at the wrong separator and ignores quotes', () => {
    fc.assert(
      fc.property(fc.array(someText, { minLength: 1, maxLength: 4 }), (values) => {
        for (const dialect of DIALECTS) {
          const pieces = csvRow(values.map(text), dialect).split(/[,;\t\r\n]/);
          for (const piece of pieces) expect(piece).not.toMatch(FORMULA);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('survives a round trip: quotes, separators, line ends, marks of direction, emoji, any length', () => {
    fc.assert(
      fc.property(fc.array(someText, { minLength: 1, maxLength: 5 }), (values) => {
        for (const dialect of DIALECTS) {
          const [cells] = parse(csvRow(values.map(text), dialect), {
            delimiter: dialect.separator,
            record_delimiter: '\r\n',
          });
          expect(cells).toEqual(values.map(harmlessText));
        }
      }),
      { numRuns: 1_000 },
    );
    const long = 'ñ,;"\n'.repeat(2_000);
    const [cells] = parse(csvRow([text(long), text('\u202Eabc')], IMPORT_DIALECT), {
      record_delimiter: '\r\n',
    });
    expect(cells).toEqual([long, '\u202Eabc']);
  });

  it('is given back by taking away apostrophes: nothing else is changed', () => {
    fc.assert(
      fc.property(someText, (value) => {
        expect(harmlessText(value).replaceAll("'", '')).toBe(value.replaceAll("'", ''));
      }),
    );
  });
});
