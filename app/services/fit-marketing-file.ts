import type { Readable } from 'node:stream';
import { marketDays } from '~/connectors/calendar/market-calendar';
import type { CodedFault } from '~/connectors/csv/fault';
import type { LiftWarning, MarketingWarning } from '~/connectors/marketing-csv/contract';
import { readMarketingCsv } from '~/connectors/marketing-csv/read-marketing-csv';
import { daysPerRow } from '~/engine/budget/spend-levels';
import { eventRows } from '~/engine/mmm/event-columns';
import type { LiftTest } from '~/engine/mmm/lift-test';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import { fitMix, type MixAnswer, type MixProgress, type MixTasks } from './fit-mix';
import { readLiftTests } from './read-lift-tests';

export type { MixFit } from '~/engine/mmm/mix-fit';
export { daysPerRow } from '~/engine/budget/spend-levels';
export type { MixProgress, MixTasks } from './fit-mix';

export interface FitMarketingFileInput {
  /** A path, or a stream of bytes. */
  readonly source: string | Readable;
  /** Path of a file of experiments; `null` for none. */
  readonly lifts: string | null;
  /** ISO 3166-1 alpha-2: whose holidays and sales the shop sees; `null` for none. */
  readonly country: string | null;
  readonly seed: number;
  /** False leaves out the look back. */
  readonly backtest: boolean;
  readonly onProgress?: (progress: MixProgress) => void;
}

export type FitMarketingFileResult =
  | {
      readonly status: 'invalid';
      readonly file: 'series' | 'lifts';
      readonly faults: readonly CodedFault<string>[];
      readonly faultCount: number;
    }
  | { readonly status: 'unknown-country'; readonly advice: string; readonly spanishAdvice: string }
  | FittedMarketingFile;

export interface FittedMarketingFile extends MixAnswer {
  readonly status: 'ok';
  /** As the file has it: twins are still two. */
  readonly series: MarketingSeries;
  readonly warnings: readonly (MarketingWarning | LiftWarning)[];
}

interface Experiments {
  readonly lifts: readonly LiftTest[];
  readonly warnings: readonly LiftWarning[];
}

/** Fits the mix of a file of revenue and spend: all its rows, or none and the list of its faults. */
export async function fitMarketingFile(
  tasks: MixTasks,
  { source, lifts: liftsFile, country, ...request }: FitMarketingFileInput,
): Promise<FitMarketingFileResult> {
  const read = await readMarketingCsv(source);
  if (read.status === 'invalid') return { ...read, file: 'series' };
  const series: MarketingSeries = { ...read.series, country };
  const { granularity, firstDay, revenue } = series;
  const lastDay = firstDay + revenue.length * daysPerRow(granularity) - 1;
  const calendar =
    country === null ? { status: 'ok' as const, days: [] } : marketDays(country, firstDay, lastDay);
  if (calendar.status !== 'ok') return calendar;
  const lifts: Experiments | Awaited<ReturnType<typeof readLiftTests>> =
    liftsFile === null ? { lifts: [], warnings: [] } : await readLiftTests(liftsFile, series);
  if ('faults' in lifts) return { ...lifts, file: 'lifts' };

  const events = eventRows(calendar.days, { granularity, firstDay, rows: revenue.length });
  const answer = await fitMix(tasks, { ...request, series, options: { events, lifts: lifts.lifts } });
  return { ...answer, status: 'ok', series, warnings: [...read.warnings, ...lifts.warnings] };
}
