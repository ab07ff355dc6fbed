const PHONE = /^(\+|00)?[\d\s()./-]+$/;
const SHORTEST_PHONE = 6;
const PLAIN_WORD = /^[\p{L}\p{M}\p{N}]+$/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
/** What names and e-mails hold besides letters and digits; nothing that Shopify's search gives a meaning of its own. */
const OUTSIDE_PHRASES = /[^\p{L}\p{M}\p{N}@.'’_+&-]+/gu;

/**
 * Shopify's search text for what a person types to find a customer: all of the words, each anywhere in name, e-mail or
 * phone. Quotes, colons, asterisks, signs and connectives that are typed ask for nothing but themselves.
 * @returns `null` when nothing was typed that could be searched for
 */
export function freeTextQuery(text: string): string | null {
  const typed = text.normalize('NFC').trim();
  const phone = PHONE.exec(typed);
  const digits = typed.replaceAll(/\D/g, '');
  if (phone && digits.length >= SHORTEST_PHONE) {
    // Without its country a number may be the end of the one that Shopify has: the search for words finds what it can.
    return phone[1] === undefined ? `${digits}*` : `phone:+${digits.replace(/^00/, '')}`;
  }
  const terms = typed.split(/\s+/).flatMap((word) => termOf(word) ?? []);
  return terms.length === 0 ? null : terms.join(' ');
}

/**
 * Shopify compares the beginning of a word (`mar*`) with words as it has cut them, but cuts a phrase as it cut what it
 * searches: so whatever it may cut, such as an e-mail, goes as a phrase.
 */
function termOf(word: string): string | null {
  const trimmed = word.replaceAll(EDGES, '');
  if (trimmed === '') return null;
  // With the asterisk AND, OR and NOT are words like any other.
  return PLAIN_WORD.test(trimmed) ? `${trimmed}*` : `"${trimmed.replaceAll(OUTSIDE_PHRASES, ' ')}"`;
}
