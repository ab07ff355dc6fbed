import { join } from 'node:path';
import { csvCell } from '~/cli/csv-cell';
import { writeLines } from '~/cli/write-lines';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import { seriesColumns } from '~/services/series-columns';

/** Writes a series as `timon mmm` reads it, in place of an earlier one. @returns the file's path */
export async function writeMarketingFile(folder: string, series: MarketingSeries): Promise<string> {
  const file = join(folder, 'marketing.csv');
  const { header, rows } = seriesColumns(series);
  const lines = [header, ...rows()].map((row) => row.map(csvCell).join(','));
  await writeLines(file, lines, process.stdout);
  return file;
}
