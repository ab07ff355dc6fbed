const GROUPED = /^\d{1,3}(?:[.,\s]\d{3})+$/;
const DECIMAL = /^\d+(?:[.,]\d+)?$/;

/**
 * A number as it is typed in either language: `35,5` and `35.5`, with or without a per cent sign or spaces around.
 * @returns `null` when it is none
 */
export function readDecimal(text: string): number | null {
  const bare = text.replace('%', '').trim();
  return DECIMAL.test(bare) ? Number(bare.replace(',', '.')) : null;
}

/** A whole number, its thousands set apart or not: `1000`, `1.000`, `1,000`. `null` when it is none. */
export function readWhole(text: string): number | null {
  const bare = text.trim();
  if (GROUPED.test(bare)) return Number(bare.replace(/[.,\s]/g, ''));
  return /^\d+$/.test(bare) ? Number(bare) : null;
}
