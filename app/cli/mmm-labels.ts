import type { Language } from './language';
import type { MixFit } from '~/services/fit-marketing-file';

type VerdictCode = MixFit['channels'][number]['verdicts'][number]['code'];

/** What stands around the sentences of a fit. */
interface MmmLabels {
  readonly period: Readonly<
    Record<MixFit['granularity'], (rows: string, from: string, to: string) => string>
  >;
  readonly row: (row: number) => string;
  readonly columns: readonly string[];
  readonly intervals: string;
  readonly verdicts: Readonly<Record<VerdictCode, string>>;
  readonly backtest: string;
  readonly experiment: string;
  readonly next: (file: string) => string;
  readonly took: (seconds: string) => string;
}

export const LABELS: Readonly<Record<Language, MmmLabels>> = {
  en: {
    period: {
      daily: (rows, from, to) => `${rows} days, ${from} to ${to}`,
      weekly: (rows, from, to) => `${rows} weeks, ${from} to ${to}`,
    },
    row: (row) => `row ${row}`,
    columns: ['channel', 'spend a day', 'return per 1', 'next 1 brings', 'learned', 'verdict'],
    intervals:
      'Spend a day: the last 90 days. Return: revenue caused for each unit spent, over the whole period; next 1: for one more unit a day now. In brackets: 90 % intervals. Learned: how much the data narrowed the starting assumption.',
    verdicts: {
      'never-active': 'never active',
      'no-evidence': 'no evidence',
      'new-channel': 'new',
      'few-active-days': 'few active days',
      'constant-spend': 'spend never moves',
      'few-changes': 'spend hardly moves',
      collinear: 'moves with another',
      fading: 'fading',
      saturated: 'saturated',
      'learns-some': 'known roughly',
      'learns-well': 'known well',
    },
    backtest: 'Forecasts tried on the past',
    experiment: 'Experiment that would tell most',
    next: (file) =>
      `To move money: timon mmm ${file} --json fit.json, then timon budget fit.json --total <money a day>`,
    took: (seconds) => `${seconds} s`,
  },
  es: {
    period: {
      daily: (rows, from, to) => `${rows} días, del ${from} al ${to}`,
      weekly: (rows, from, to) => `${rows} semanas, del ${from} al ${to}`,
    },
    row: (row) => `fila ${row}`,
    columns: ['canal', 'gasto al día', 'retorno por 1', 'el siguiente 1', 'aprendido', 'veredicto'],
    intervals:
      'Gasto al día: los últimos 90 días. Retorno: ingresos causados por cada unidad gastada, en todo el periodo; el siguiente 1: por una unidad más al día ahora. Entre paréntesis: intervalos del 90 %. Aprendido: cuánto han estrechado los datos el supuesto de partida.',
    verdicts: {
      'never-active': 'nunca activo',
      'no-evidence': 'sin evidencia',
      'new-channel': 'nuevo',
      'few-active-days': 'pocos días activo',
      'constant-spend': 'el gasto no se mueve',
      'few-changes': 'el gasto apenas se mueve',
      collinear: 'se mueve con otro',
      fading: 'se desgasta',
      saturated: 'saturado',
      'learns-some': 'se conoce a grandes rasgos',
      'learns-well': 'se conoce bien',
    },
    backtest: 'Previsiones probadas en el pasado',
    experiment: 'El experimento que más diría',
    next: (file) =>
      `Para mover dinero: timon mmm ${file} --json ajuste.json y después timon budget ajuste.json --total <dinero al día>`,
    took: (seconds) => `${seconds} s`,
  },
};
