import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { IMPORT_DIALECT, spreadsheetDialect } from './csv-dialect';
import { csvRow, day, number, percent, phone, text } from './csv-row';
import { parsePhoneNumber } from './phone-number';

const SPAIN = spreadsheetDialect('es-ES');

describe('the separators of a region', () => {
  it.each([
    ['es-ES', ';', ','],
    ['es', ';', ','],
    ['es-AR', ';', ','],
    ['es-MX', ',', '.'],
    ['en-US', ',', '.'],
    ['en-GB', ',', '.'],
  ])('%s: cells by %s, decimals by %s', (tag, separator, decimalMark) => {
    expect(spreadsheetDialect(tag)).toEqual({ separator, decimalMark, byteOrderMark: true });
  });
});

describe('a line', () => {
  it('keeps numbers, days and empty cells what they are', () => {
    const cells = [number(-1234.5, 2), number(0), percent(0.345), day(isoDay('2026-03-01')), null];
    expect(csvRow(cells, SPAIN)).toBe('-1234,5;0;34,5;2026-03-01;\r\n');
    expect(csvRow(cells, IMPORT_DIALECT)).toBe('-1234.5,0,34.5,2026-03-01,\r\n');
  });

  it('has an empty cell for a number that is none', () => {
    expect(csvRow([number(null), number(Number.NaN, 2), number(Infinity)], SPAIN)).toBe(';;\r\n');
    expect(csvRow([number(-0.001, 2), number(1200), number(10, 2)], SPAIN)).toBe('0;1200;10\r\n');
  });

  it('writes numbers that a spreadsheet of its region reads back to the digits asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.nat(4), (value, digits) => {
        const written = csvRow([number(value, digits)], SPAIN).trim();
        expect(written).toMatch(/^-?\d+(,\d+)?$/);
        expect(Number(written.replace(',', '.'))).toBeCloseTo(value, digits);
      }),
    );
  });

  it('writes a telephone number without anything around it, and lets nothing else pass for one', () => {
    const spanish = parsePhoneNumber('+34600000001');
    expect(csvRow([phone(spanish), text('+34600000001')], IMPORT_DIALECT)).toBe(
      "+34600000001,'+34600000001\r\n",
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(parsePhoneNumber(`+${value}`) === null).toBe(!/^[1-9]\d{6,14}$/.test(value));
      }),
    );
    for (const value of [
      '+34600000001+1',
      '+34600000001\n',
      '34600000001',
      '+0123456789',
      '+34 600000001',
      '',
    ]) {
      expect(parsePhoneNumber(value)).toBeNull();
    }
  });
});
