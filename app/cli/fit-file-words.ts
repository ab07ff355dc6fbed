import type { PlanBudgetFileResult } from '~/services/plan-budget-file';
import type { Language } from './language';

type FileFaultCode = Extract<PlanBudgetFileResult, { readonly status: 'invalid' }>['code'];

/** What is wrong with a file that should hold a fit, and what to do. */
type FitFileWords = Readonly<Record<FileFaultCode, (detail: string) => string>> & {
  readonly stopped: string;
  readonly known: (names: string) => string;
};

export const FIT_FILE_WORDS: Readonly<Record<Language, FitFileWords>> = {
  en: {
    'cannot-read': (detail) => `the fit could not be read (${detail}). Check the path and its permissions.`,
    'not-json': (detail) =>
      `this is not JSON (${detail}). Write the fit with timon mmm series.csv --json fit.json and name that file.`,
    'not-a-fit': (detail) =>
      `this is JSON, but no fit of this version (${detail}). Write it again with timon mmm series.csv --json fit.json.`,
    stopped: 'there is no fit to plan with.',
    known: (names) => `The fit has: ${names}.`,
  },
  es: {
    'cannot-read': (detail) => `no se puede leer el ajuste (${detail}). Comprueba la ruta y los permisos.`,
    'not-json': (detail) =>
      `esto no es JSON (${detail}). Escribe el ajuste con timon mmm serie.csv --json ajuste.json e indica ese fichero.`,
    'not-a-fit': (detail) =>
      `esto es JSON, pero no un ajuste de esta versión (${detail}). Vuelve a escribirlo con timon mmm serie.csv --json ajuste.json.`,
    stopped: 'no hay ningún ajuste con el que planificar.',
    known: (names) => `El ajuste tiene: ${names}.`,
  },
};
