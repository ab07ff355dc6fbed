import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsoDay } from '~/domain/iso-day';
import { SIMULATION_LIMITS as L, WORLD_KINDS, type SeriesRequest } from '~/services/simulate-series';
import type { Language } from './language';
import { wholeNumber } from './whole-number';

export interface SimulateOptions {
  readonly series: SeriesRequest;
  /** A path, or `-` for standard output. */
  readonly csv: string;
  readonly truth: string | null;
  readonly language: Language;
  readonly help: boolean;
}

/** One sentence on the first argument that is wrong. */
interface RefusedArguments {
  readonly sentence: string;
  readonly language: Language;
}

export function readSimulateOptions(
  args: readonly string[],
  language: Language,
): SimulateOptions | RefusedArguments {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        world: { type: 'string', default: 'realistic' },
        seed: { type: 'string', default: '1' },
        channels: { type: 'string', default: '5' },
        weekly: { type: 'boolean', default: false },
        rows: { type: 'string' },
        start: { type: 'string', default: L.start },
        csv: { type: 'string', default: '-' },
        truth: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : String(error), language };
  }
  const lang = values.lang ?? language;
  if (lang !== 'en' && lang !== 'es') return { sentence: WORDS[language].lang(lang), language };
  const words = WORDS[lang];
  const refused = (sentence: string): RefusedArguments => ({ sentence, language: lang });
  const world = WORLD_KINDS.find((kind) => kind === values.world);
  if (world === undefined) return refused(words.world(values.world));
  const seed = wholeNumber(values.seed, 0, Number.MAX_SAFE_INTEGER);
  if (seed === null) return refused(words.seed(values.seed));
  const channels = wholeNumber(values.channels, 1, L.mostChannels);
  if (channels === null) return refused(words.channels(values.channels));
  const rows = wholeNumber(values.rows, L.leastRows, L.mostRows);
  if (values.rows !== undefined && rows === null) return refused(words.rows(values.rows));
  const start = parseIsoDay(values.start);
  if (start === null || start < L.firstStart || start > L.lastStart)
    return refused(words.start(values.start));
  const truth = values.truth ?? null;
  if (truth !== null && samePlace(values.csv, truth)) return refused(words.samePlace(truth));
  return {
    series: { world, seed, channels, granularity: values.weekly ? 'weekly' : 'daily', rows, start },
    csv: values.csv,
    truth,
    language: lang,
    help: values.help,
  };
}

/** `-` is no file of that name. */
function samePlace(a: string, b: string): boolean {
  return a === b || (a !== '-' && b !== '-' && resolve(a) === resolve(b));
}

type Sentences = Readonly<
  Record<'lang' | 'world' | 'seed' | 'channels' | 'rows' | 'start' | 'samePlace', (given: string) => string>
>;

const WORDS: Readonly<Record<Language, Sentences>> = {
  en: {
    lang: (given) => `--lang: en or es, not ${given}`,
    world: (given) => `--world: clean, realistic or hard, not ${given}`,
    seed: (given) => `--seed: a whole number, not ${given}`,
    channels: (given) => `--channels: a whole number from 1 to ${L.mostChannels}, not ${given}`,
    rows: (given) => `--rows: a whole number from ${L.leastRows} to ${L.mostRows}, not ${given}`,
    start: (given) => `--start: a day from ${L.firstStart} to ${L.lastStart}, not ${given}`,
    samePlace: (given) => `--csv and --truth: two places, not ${given} for both`,
  },
  es: {
    lang: (given) => `--lang: en o es, no ${given}`,
    world: (given) => `--world: clean, realistic o hard, no ${given}`,
    seed: (given) => `--seed: un número entero, no ${given}`,
    channels: (given) => `--channels: un número entero de 1 a ${L.mostChannels}, no ${given}`,
    rows: (given) => `--rows: un número entero de ${L.leastRows} a ${L.mostRows}, no ${given}`,
    start: (given) => `--start: un día del ${L.firstStart} al ${L.lastStart}, no ${given}`,
    samePlace: (given) => `--csv y --truth: dos sitios, no ${given} para ambos`,
  },
};
