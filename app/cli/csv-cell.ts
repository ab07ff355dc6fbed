/**
 * A spreadsheet runs text that begins with = + - @, a tab or a line end as a formula: such text gets an apostrophe in
 * front (OWASP, "CSV Injection"). Numbers are written by us and stay numbers.
 */
export function csvCell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
