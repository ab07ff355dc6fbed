/** How a file of cells is written. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimalMark: '.' | ',';
  /** Tells Excel that the file is UTF-8; without it accents come out as two odd letters. */
  readonly byteOrderMark: boolean;
}

/** RFC 4180 in UTF-8: what programs import. */
export const IMPORT_DIALECT: CsvDialect = { separator: ',', decimalMark: '.', byteOrderMark: false };

/**
 * What a spreadsheet set to a language opens on a double click: Excel takes the separators from the system's region,
 * where a decimal comma goes with semicolons (es-ES) and a decimal point with commas (es-MX, en-US).
 * @param tag BCP 47
 */
export function spreadsheetDialect(tag: string): CsvDialect {
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5);
  const comma = parts.some(({ type, value }) => type === 'decimal' && value === ',');
  return { separator: comma ? ';' : ',', decimalMark: comma ? ',' : '.', byteOrderMark: true };
}
