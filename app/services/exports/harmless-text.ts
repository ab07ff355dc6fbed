// What may stand before a formula without keeping a spreadsheet from running it: white space and marks without width.
const INVISIBLE = String.raw`[\s\p{Cf}\p{Cc}]*`;
// = + - @ and their full-width forms, which East Asian versions of Excel read as the same.
const TRIGGER = String.raw`[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`;

const AT_START = new RegExp(`^(?:${INVISIBLE}${TRIGGER}|[\\t\\r\\n])`, 'u');
const AFTER_SEPARATOR = new RegExp(`(?<=[,;\\t\\r\\n"]${INVISIBLE})${TRIGGER}`, 'gu');

/**
 * Text that no spreadsheet runs as a formula (OWASP, "CSV Injection"): it gets an apostrophe where a cell could begin
 * with a trigger. That is at its start, and after anything that another region takes for a separator: quotes do not
 * hold a cell together in a file that is opened with the wrong one.
 *
 * For text that others may have written. Numbers, days and telephone numbers are checked and written as they are.
 */
export function harmlessText(text: string): string {
  const inside = text.replace(AFTER_SEPARATOR, "'$&");
  return AT_START.test(inside) ? `'${inside}` : inside;
}

/** Whether {@link harmlessText} leaves the text alone: for values that are useless once changed, such as addresses. */
export function isHarmless(text: string): boolean {
  return harmlessText(text) === text;
}
