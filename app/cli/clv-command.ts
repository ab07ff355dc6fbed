import { csvLines } from './csv-output';
import type { FileCommand } from './file-command';
import { jsonLines } from './json-output';
import { tableLines } from './table-output';

/** `timon clv`: values each customer of a file. */
export const CLV_COMMAND: FileCommand = {
  name: 'clv',
  json: (result, _options, seconds) => jsonLines(result, seconds),
  csv: csvLines,
  table: tableLines,
};
