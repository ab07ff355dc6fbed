import { simulateSeries } from '~/services/simulate-series';
import { csvCell } from './csv-cell';
import { BAD_INPUT } from './exit-codes';
import type { Terminal } from './file-command';
import { readSimulateOptions } from './simulate-options';
import { usage } from './usage';
import { writeLines } from './write-lines';

/**
 * `timon simulate`: a marketing series as `timon mmm` reads it, and the truth behind it.
 * @returns the exit code
 */
export async function runSimulateCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const options = readSimulateOptions(args, terminal.language);
  if ('sentence' in options) {
    stderr.write(`timon simulate: ${options.sentence}\n\n${usage(options.language, 'simulate')}\n`);
    return BAD_INPUT;
  }
  if (options.help) {
    stdout.write(`${usage(options.language, 'simulate')}\n`);
    return 0;
  }
  const { header, rows, truth } = simulateSeries(options.series);
  try {
    if (options.truth !== null) await writeLines(options.truth, [JSON.stringify(truth)], stdout);
    await writeLines(options.csv, csvLines(header, rows()), stdout);
  } catch (error) {
    stderr.write(`timon simulate: ${error instanceof Error ? error.message : String(error)}\n`);
    return BAD_INPUT;
  }
  return 0;
}

/** Numbers as JavaScript writes them: they read back to the same doubles, so that the parts still add up. */
function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string> {
  yield header.map(csvCell).join(',');
  for (const row of rows) yield row.map(csvCell).join(',');
}
