import type { LeftOut } from '../views/export-view';
import type { Contact } from './contact';
import type { CsvDialect } from './csv-dialect';
import type { Cell } from './csv-row';

/** Why a contact does not fit into a kind of file. */
export type Unreachable = Extract<keyof LeftOut, 'no-consent' | 'no-address'>;

/** One kind of file: pure, one customer at a time. */
export interface ExportWriter<Item> {
  readonly dialect: CsvDialect;
  readonly header: readonly string[];
  /** The customer's line, as many cells as the header has. */
  readonly row: (item: Item, contact: Contact) => readonly Cell[] | Unreachable;
}
