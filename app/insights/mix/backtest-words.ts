import { dayFromNumber } from '~/domain/iso-day';
import type { MixBacktest } from '~/engine/mmm/backtest-mix';
import type { Granularity } from '~/engine/mmm/marketing-series';
import { counted, withRange, type Language, type Speaker } from './speaker';

type Fold = MixBacktest['folds'][number];

/** How right the forecast was in the past. */
export interface BacktestWords {
  /** Over all trials, day by day (week by week), beside a simple rule. */
  readonly overall: string;
  readonly coverage: string | null;
  /** One a trial, the oldest first. */
  readonly folds: readonly string[];
  /** What a good forecast does not prove. */
  readonly caution: string | null;
}

interface BacktestPhrases {
  readonly fold: (
    day: string,
    days: number,
    predicted: string,
    verdict: string,
    rows: string,
    say: Speaker,
  ) => string;
  /** Of a total: what was sold, and how far off that was. */
  readonly off: (sold: string, percent: string, direction: 'exact' | 'high' | 'low') => string;
  readonly nothingSold: string;
  readonly rows: (granularity: Granularity, mix: string, naive: string) => string;
  readonly overall: Readonly<Record<Comparison, (trials: string, rows: string) => string>>;
  readonly trials: readonly [one: string, other: string];
  readonly coverage: (granularity: Granularity, inside: string, promised: string) => string;
  readonly none: string;
  readonly caution: string;
}

/** Of the forecast with the simple rule. */
type Comparison = 'better' | 'equal' | 'worse';

/** The share of rows that the bands are made to hold. */
const PROMISED = 0.9;
/** Errors closer than this are the same. */
const SAME = 0.005;

/** @param backtest `null` where the history was too short to try */
export function backtestWords(
  backtest: MixBacktest | null,
  granularity: Granularity,
  say: Speaker,
): BacktestWords {
  const phrases = PHRASES[say.language];
  if (backtest === null) return { overall: phrases.none, coverage: null, folds: [], caution: null };
  const { mix, naive, folds } = backtest;
  const [one, other] = phrases.trials;
  return {
    overall: phrases.overall[compare(mix.wape, naive.wape)](
      counted(folds.length, one, other, say),
      rowsOff(mix, naive, granularity, say),
    ),
    coverage: phrases.coverage(granularity, say.percent(mix.coverage), say.percent(PROMISED)),
    folds: folds.map((fold) => foldWords(fold, backtest.horizonDays, granularity, say)),
    caution: phrases.caution,
  };
}

function foldWords(fold: Fold, days: number, granularity: Granularity, say: Speaker): string {
  const phrases = PHRASES[say.language];
  const { cutDay, actual, predicted } = fold;
  const error = predicted.mean / actual - 1;
  const verdict =
    actual > 0
      ? phrases.off(
          say.money(actual),
          say.percent(Math.abs(error)),
          Math.abs(error) < SAME ? 'exact' : error > 0 ? 'high' : 'low',
        )
      : phrases.nothingSold;
  const rows = actual > 0 ? rowsOff(fold.mix, fold.naive, granularity, say) : '';
  return phrases
    .fold(say.day(dayFromNumber(cutDay)), days, withRange(predicted, say.money, say), verdict, rows, say)
    .trim();
}

function rowsOff(
  mix: MixBacktest['mix'],
  naive: MixBacktest['naive'],
  granularity: Granularity,
  { language, percent }: Speaker,
): string {
  return PHRASES[language].rows(granularity, percent(mix.wape), percent(naive.wape));
}

function compare(mix: number, naive: number): Comparison {
  if (Math.abs(mix - naive) < SAME) return 'equal';
  return mix < naive ? 'better' : 'worse';
}

const PHRASES: Readonly<Record<Language, BacktestPhrases>> = {
  en: {
    fold: (day, days, predicted, verdict, rows, say) =>
      `For the ${counted(days, 'day', 'days', say)} from ${day} we predicted ${predicted}; ${verdict}. ${rows}`,
    off: (sold, percent, direction) =>
      `you sold ${sold}: ${
        {
          exact: 'right to within half a per cent',
          high: `${percent} too much`,
          low: `${percent} too little`,
        }[direction]
      }`,
    nothingSold: 'you sold nothing',
    rows: (granularity, mix, naive) =>
      `${granularity === 'daily' ? 'Day by day' : 'Week by week'} we were ${mix} off; a simple rule would have been ${naive} off.`,
    overall: {
      better: (trials, rows) => `Tried on your past (${trials}), it did better than a simple rule. ${rows}`,
      equal: (trials, rows) => `Tried on your past (${trials}), it did no better than a simple rule. ${rows}`,
      worse: (trials, rows) =>
        `Tried on your past (${trials}), it did worse than a simple rule: trust its forecasts less. ${rows}`,
    },
    trials: ['trial', 'trials'],
    coverage: (granularity, inside, promised) =>
      `${inside} of the ${granularity === 'daily' ? 'days' : 'weeks'} fell inside the range that should hold ${promised} of them.`,
    none: 'There is too little history to try the forecast on your own past.',
    caution:
      'The simple rule repeats the same days of a year before, or of the last four weeks. A good forecast does not prove that each channel got its right share; only experiments do.',
  },
  es: {
    fold: (day, days, predicted, verdict, rows, say) =>
      `Para los ${counted(days, 'día', 'días', say)} desde el ${day} previmos ${predicted}; ${verdict}. ${rows}`,
    off: (sold, percent, direction) =>
      `vendiste ${sold}: ${
        {
          exact: 'acertamos con menos de un medio por ciento de error',
          high: `nos pasamos un ${percent}`,
          low: `nos quedamos cortos un ${percent}`,
        }[direction]
      }`,
    nothingSold: 'no vendiste nada',
    rows: (granularity, mix, naive) =>
      `${granularity === 'daily' ? 'Día a día' : 'Semana a semana'} nos desviamos un ${mix}; una regla sencilla se habría desviado un ${naive}.`,
    overall: {
      better: (trials, rows) =>
        `Probada en tu pasado (${trials}), la previsión acierta más que una regla sencilla. ${rows}`,
      equal: (trials, rows) =>
        `Probada en tu pasado (${trials}), la previsión no acierta más que una regla sencilla. ${rows}`,
      worse: (trials, rows) =>
        `Probada en tu pasado (${trials}), la previsión acierta menos que una regla sencilla: fíate menos de ella. ${rows}`,
    },
    trials: ['prueba', 'pruebas'],
    coverage: (granularity, inside, promised) =>
      `El ${inside} ${granularity === 'daily' ? 'de los días' : 'de las semanas'} quedó dentro del intervalo que debía contener el ${promised}.`,
    none: 'Hay muy poco historial para probar la previsión con tu propio pasado.',
    caution:
      'La regla sencilla repite los mismos días de un año antes, o de las últimas cuatro semanas. Acertar las ventas no demuestra que a cada canal se le atribuya su parte justa; eso solo lo demuestran los experimentos.',
  },
};
