import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Language } from './language';
import { wholeNumber } from './whole-number';

export interface MmmOptions {
  /** A path, or `-` for standard input. */
  readonly file: string;
  /** ISO 3166-1 alpha-2 in capitals. */
  readonly country: string | null;
  /** Of the amounts; only the words need it. */
  readonly currency: string;
  readonly lifts: string | null;
  readonly seed: number;
  readonly backtest: boolean;
  readonly threads: number;
  readonly json: string | null;
  readonly csv: string | null;
  readonly language: Language;
  readonly help: boolean;
}

/** More would idle: there are four chains. */
const MOST_THREADS = 4;
/** Chain seeds are made of it. */
const HIGHEST_SEED = 2 ** 48;

/** @returns the options, or one sentence on the first argument that is wrong */
export function readMmmOptions(args: readonly string[], language: Language): MmmOptions | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        country: { type: 'string' },
        currency: { type: 'string', default: 'EUR' },
        lifts: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'no-backtest': { type: 'boolean', default: false },
        threads: { type: 'string' },
        json: { type: 'string' },
        csv: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (!values.help && (file === undefined || positionals.length > 1))
    return 'one file of revenue and spend is needed';
  const country = values.country?.toUpperCase() ?? null;
  if (country !== null && !/^[A-Z]{2}$/.test(country))
    return `--country: two letters such as ES, not ${values.country ?? ''}`;
  const currency = values.currency.toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return `--currency: three letters such as EUR, not ${values.currency}`;
  const seed = wholeNumber(values.seed, 0, HIGHEST_SEED);
  if (seed === null) return `--seed: a whole number from 0 to ${HIGHEST_SEED}, not ${values.seed}`;
  const threads =
    values.threads === undefined
      ? Math.min(MOST_THREADS, availableParallelism())
      : wholeNumber(values.threads, 1, MOST_THREADS);
  if (threads === null)
    return `--threads: a whole number from 1 to ${MOST_THREADS}, not ${values.threads ?? ''}`;
  const lang = values.lang ?? language;
  if (lang !== 'en' && lang !== 'es') return `--lang: en or es, not ${lang}`;
  if (values.json !== undefined && values.csv !== undefined) return '--json and --csv: choose one';
  return {
    file: file ?? '-',
    country,
    currency,
    lifts: values.lifts ?? null,
    seed,
    backtest: !values['no-backtest'],
    threads,
    json: values.json ?? null,
    csv: values.csv ?? null,
    language: lang,
    help: values.help,
  };
}
