import { randomInt } from 'node:crypto';

// Crockford's base 32: no letter that reads like a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;
const WORD = { es: 'VUELVE', en: 'COMEBACK' } as const;

/** What customers type, such as `VUELVE10-7K2QM`: the discount can be read off it, the rest cannot be guessed. */
export function codeText(language: 'es' | 'en', discount: number): string {
  const ending = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${WORD[language]}${Math.round(100 * discount)}-${ending}`;
}
