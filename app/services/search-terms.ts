/** What a typed text can be: the beginning of a pseudonym or id, something that only Shopify knows, or both. */
export interface SearchTerms {
  /** In capitals, as pseudonyms are written. */
  readonly code: string | null;
  /** A name, an e-mail, a phone. */
  readonly contact: string | null;
}

const ALIAS_LENGTH = 5;
/** Letters and digits of pseudonyms: none that reads like another. */
const ALIAS = /^[0-9A-HJKMNP-TV-Z]+$/;
const DIGITS = /^\d+$/;
/** From here on a number may also be a phone. */
const PHONE_DIGITS = 7;
const LEAST_LETTERS = 2;

/** `ANA` is a name and `7K2` a code; `MARTA` may be either. */
export function searchTerms(typed: string): SearchTerms {
  const text = typed.trim();
  const capitals = text.toUpperCase();
  const digits = DIGITS.test(text);
  const alias =
    ALIAS.test(capitals) &&
    capitals.length <= ALIAS_LENGTH &&
    (/\d/.test(capitals) || capitals.length === ALIAS_LENGTH);
  const code = digits || alias ? capitals : null;
  const surelyCode = digits ? text.length < PHONE_DIGITS : alias && /\d/.test(capitals);
  return { code, contact: surelyCode || text.length < LEAST_LETTERS ? null : text };
}
