import { commaEvidence, plainDecimal, signedBody, type CommaRole } from './plain-decimal';
import type { OpenCsv } from './open-csv';

export type NumberFaultCode = 'missing-number' | 'bad-number' | 'ambiguous-number' | 'number-too-large';

/** Beyond this no sum of money is meant, and cents would be lost. */
const LARGEST = 1e15;
/** As pandas and R write round and small numbers: `1e+05`, `3.1e-06`. */
const SCIENTIFIC = /^(\d+)(?:[.,](\d+))?[eE]([+-]?\d{1,3})$/;

/**
 * The number of a cell, with any number of decimals, as the nearest floating-point number.
 * @returns the number, which is finite, or what is wrong with it
 */
export function parseNumber(text: string, comma: CommaRole): number | NumberFaultCode {
  if (text === '') return 'missing-number';
  const { negative, body } = signedBody(text);
  const scientific = SCIENTIFIC.exec(body);
  let value: number;
  if (scientific) {
    const [, whole = '', fraction = '', exponent = ''] = scientific;
    value = Number(`${whole}.${fraction}e${exponent}`) * (negative ? -1 : 1);
  } else {
    const parsed = plainDecimal(text, comma);
    if ('fault' in parsed) return `${parsed.fault}-number`;
    value = Number(parsed.decimal);
  }
  if (Math.abs(value) > LARGEST) return 'number-too-large';
  return value === 0 ? 0 : value;
}

/**
 * What a comma is in the numbers of this file. Semicolons between cells say it; elsewhere the numbers themselves do:
 * `12,5` in one cell tells that `1,234` in another is no thousand.
 */
export function commaRole(texts: Iterable<string>, delimiter: OpenCsv['delimiter']): CommaRole {
  if (delimiter === ';') return 'decimal';
  let decimal = false;
  let thousands = false;
  for (const text of texts) {
    const evidence = commaEvidence(text);
    decimal ||= evidence === 'decimal';
    thousands ||= evidence === 'thousands';
    if (decimal && thousands) return 'either';
  }
  return decimal ? 'decimal' : 'thousands';
}
