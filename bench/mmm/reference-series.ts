import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { dayNumber, isoDay, type IsoDay } from '~/domain/iso-day';
import type { MixOptions } from '~/engine/mmm/build-model';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import { sumOf } from './attribution';
import type { ChannelTruth } from './measure-attribution';

const DATA = fileURLToPath(new URL('../../../shared/data/mmm/', import.meta.url));

/** A published series; its truth where it is published too. */
export interface ReferenceSeries {
  readonly name: string;
  readonly series: MarketingSeries;
  readonly options: MixOptions;
  readonly truth: readonly ChannelTruth[] | null;
}

export function referenceSeriesMissing(): boolean {
  return !existsSync(DATA);
}

export function readReferenceSeries(): readonly ReferenceSeries[] {
  return [smallBusiness(), mmmExample(), robynDemonstration()];
}

type Columns = (name: string) => Float64Array;

function readColumns(file: string): Columns {
  const rows: Record<string, string>[] = parse(readFileSync(`${DATA}${file}`, 'utf8'), { columns: true });
  return (name) => {
    if (rows[0]?.[name] === undefined) throw new RangeError(`no column ${name} in ${file}`);
    return Float64Array.from(rows, (row) => Number(row[name]));
  };
}

function weekly(
  firstDay: IsoDay,
  parts: Pick<MarketingSeries, 'revenue' | 'channels' | 'controls'>,
): MarketingSeries {
  return { granularity: 'weekly', firstDay: dayNumber(firstDay), country: null, ...parts };
}

function truthOf(name: string, spend: Float64Array, contribution: Float64Array): ChannelTruth {
  return { name, spend: sumOf(spend), roas: sumOf(contribution) / sumOf(spend) };
}

/** Two years of four channels, simulated by PyMC Labs; every contribution is published. */
function smallBusiness(): ReferenceSeries {
  const column = readColumns('small_business.csv');
  const names = ['x1_Search-Ads', 'x2_Social-Media', 'x3_Local-Ads', 'x4_Email'];
  return {
    name: 'small_business',
    series: weekly(isoDay('2020-01-05'), {
      revenue: column('y'),
      channels: names.map((name) => ({ name, spend: column(name) })),
      controls: ['c1', 'c2'].map((name) => ({ name, values: column(name) })),
    }),
    options: {},
    truth: names.map((name) => truthOf(name, column(name), column(`contribution_${name}`))),
  };
}

const EXAMPLE = [
  { name: 'x1', alpha: 0.4, lambda: 4, beta: 3000 },
  { name: 'x2', alpha: 0.2, lambda: 3, beta: 2000 },
] as const;
/** Rows that the example's adstock remembers. */
const EXAMPLE_MEMORY = 8;

/** PyMC-Marketing's own example: normalised geometric adstock of eight weeks, logistic saturation. */
function mmmExample(): ReferenceSeries {
  const column = readColumns('mmm_example.csv');
  return {
    name: 'mmm_example',
    series: weekly(isoDay('2018-04-02'), {
      revenue: column('y'),
      channels: EXAMPLE.map(({ name }) => ({ name, spend: column(name) })),
      controls: [],
    }),
    options: { events: ['event_1', 'event_2'].map((name) => ({ name, values: column(name) })) },
    truth: EXAMPLE.map(({ name, alpha, lambda, beta }) => {
      const spend = column(name);
      const weights = Array.from({ length: EXAMPLE_MEMORY }, (_, lag) => alpha ** lag);
      const contribution = spend.map((_, t) => {
        const stock = sumOf(weights.map((weight, lag) => (weight * (spend[t - lag] ?? 0)) / sumOf(weights)));
        return (beta * (1 - Math.exp(-lambda * stock))) / (1 + Math.exp(-lambda * stock));
      });
      return truthOf(name, spend, contribution);
    }),
  };
}

/** Robyn's demonstration: four years, five channels. What is true of it was never published. */
function robynDemonstration(): ReferenceSeries {
  const column = readColumns('dt_simulated_weekly.csv');
  const names = ['tv_S', 'ooh_S', 'print_S', 'facebook_S', 'search_S'];
  return {
    name: 'dt_simulated_weekly',
    series: weekly(isoDay('2015-11-23'), {
      revenue: column('revenue'),
      channels: names.map((name) => ({ name, spend: column(name) })),
      controls: ['competitor_sales_B', 'newsletter'].map((name) => ({ name, values: column(name) })),
    }),
    options: {},
    truth: null,
  };
}
