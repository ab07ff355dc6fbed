import { CsvError } from 'csv-parse';

interface ReadFailure {
  readonly code: 'malformed' | 'cannot-read';
  readonly row: number;
  readonly value: string;
}

/**
 * What stopped the reading of a file, as the place and the value of a fault.
 * @param row the row after the last one that was read
 */
export function readFailure(error: unknown, row: number): ReadFailure {
  // The parser ends without handing on the records that it still holds: its own count knows the row.
  if (error instanceof CsvError) {
    const read = error['records'];
    return { code: 'malformed', row: typeof read === 'number' ? read + 1 : row, value: error.code };
  }
  return { code: 'cannot-read', row, value: error instanceof Error ? error.message : String(error) };
}
