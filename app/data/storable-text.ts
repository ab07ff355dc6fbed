/** PostgreSQL text holds every character but NUL, which no source means when it sends it. */
export function storableText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
