import type { BacktestReport } from '~/services/value-orders-file';
import type { CodedWords } from './coded-words';
import type { Language } from './language';
import type { TerminalFormat } from './terminal-format';
import { textTable } from './text-table';

/** How right the forecast was in the past, and the others that were tried, in words and a small table. */
export function* backtestLines(
  backtest: BacktestReport,
  language: Language,
  format: TerminalFormat,
  coded: CodedWords,
): Generator<string> {
  const words = language === 'es' ? SPANISH : ENGLISH;
  const { count, day, percent, fine, change } = format;
  yield words.title(count(backtest.customers));
  for (const origin of backtest.origins) {
    const [expected, actual] = [origin.expectedPurchases, origin.actualPurchases];
    const error = actual > 0 ? expected / actual - 1 : Number.POSITIVE_INFINITY;
    yield `  ${words.origin(
      day(origin.day),
      count(origin.horizonDays),
      Number.isFinite(error)
        ? Math.abs(error) < 0.005
          ? words.exact
          : (error > 0 ? words.high : words.low)(percent(Math.abs(error)))
        : null,
      count(expected),
      count(actual),
    )}`;
  }
  yield `  ${words.calibration(fine(100 * backtest.calibrationError))}`;
  const rows = backtest.candidates.map((candidate) => [
    `  ${candidate.chosen ? '*' : ' '} ${coded.candidate(candidate.name)}`,
    count(100 * candidate.rankingArea),
    candidate.meanAbsoluteError === null ? '–' : fine(candidate.meanAbsoluteError),
    candidate.calibrationError === null ? '–' : fine(100 * candidate.calibrationError),
    candidate.score === null ? '–' : fine(candidate.score),
    candidate.totalError === null ? '–' : change(candidate.totalError),
  ]);
  yield* textTable(words.columns, rows, 'number');
  yield `  ${words.legend}`;
}

interface Words {
  readonly title: (customers: string) => string;
  /** @param verdict `null` when nothing came */
  readonly origin: (
    day: string,
    days: string,
    verdict: string | null,
    expected: string,
    actual: string,
  ) => string;
  readonly high: (percent: string) => string;
  readonly low: (percent: string) => string;
  readonly exact: string;
  readonly calibration: (points: string) => string;
  readonly columns: readonly string[];
  readonly legend: string;
}

const ENGLISH: Words = {
  title: (customers) => `Tried on the past, with only what was known then (${customers} customers):`,
  origin: (day, days, verdict, expected, actual) =>
    verdict === null
      ? `the forecast of ${day} for the next ${days} days expected ${expected}, none came`
      : `the forecast of ${day} for the next ${days} days was ${verdict}: ${expected} expected, ${actual} came`,
  high: (percent) => `${percent} high`,
  low: (percent) => `${percent} low`,
  exact: 'right to within half a per cent',
  calibration: (points) =>
    `the chances given to customers were ${points} points away from the share that came back, on average (calibration error)`,
  columns: ['    forecast', 'right first', 'orders off', 'chances off', 'score', 'total'],
  legend:
    '* in use. Right first: of 100 pairs, how often the customer who came back was rated higher (50 is chance). Score: lower is better.',
};

const SPANISH: Words = {
  title: (customers) => `Probado en el pasado, solo con lo que se sabía entonces (${customers} clientes):`,
  origin: (day, days, verdict, expected, actual) =>
    verdict === null
      ? `la previsión del ${day} para los ${days} días siguientes esperaba ${expected} y no llegó ninguna`
      : `la previsión del ${day} para los ${days} días siguientes ${verdict}: se esperaban ${expected} compras y llegaron ${actual}`,
  high: (percent) => `se pasó un ${percent}`,
  low: (percent) => `se quedó corta un ${percent}`,
  exact: 'acertó con menos de un medio por ciento de error',
  calibration: (points) =>
    `las probabilidades dadas a los clientes se alejaron ${points} puntos de la proporción que volvió, de media (error de calibración)`,
  columns: ['    previsión', 'acierta antes', 'desvío pedidos', 'desvío prob.', 'nota', 'total'],
  legend:
    '* en uso. Acierta antes: de 100 parejas, cuántas veces puso por delante al cliente que volvió (50 es azar). Nota: mejor cuanto más baja.',
};
