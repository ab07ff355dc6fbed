import { parseArgs } from 'node:util';
import { parseIsoDay, type IsoDay } from '~/domain/iso-day';
import { isTimeZone } from '~/domain/time-zone';
import type { SegmentThresholds } from '~/services/value-orders-file';
import type { Language } from './language';
import { decimalNumber, readThresholds, THRESHOLD_FLAGS } from './threshold-options';
import { wholeNumber } from './whole-number';

export interface ClvOptions {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly now: IsoDay | null;
  readonly horizonDays: number;
  readonly currency: string | null;
  readonly json: string | null;
  readonly csv: string | null;
  /** File for the values by acquisition channel, beside the answer itself. */
  readonly channelValues: string | null;
  readonly countFreeOrders: boolean;
  readonly churnWindowDays: number | null;
  readonly discountRateAnnual: number | null;
  readonly marginShare: number | null;
  readonly segmentThresholds: SegmentThresholds;
  readonly backtest: boolean;
  readonly timeZone: string | null;
  readonly seed: number;
  readonly top: number;
  readonly language: Language;
  readonly help: boolean;
}

const LONGEST_HORIZON_DAYS = 3650;

/** @returns the options, or one sentence on the first argument that is wrong */
export function readClvOptions(args: readonly string[], language: Language): ClvOptions | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        now: { type: 'string' },
        horizon: { type: 'string', default: '365' },
        currency: { type: 'string' },
        json: { type: 'string' },
        csv: { type: 'string' },
        'channel-values': { type: 'string' },
        'count-free-orders': { type: 'boolean', default: false },
        'churn-window': { type: 'string' },
        discount: { type: 'string' },
        margin: { type: 'string' },
        'no-backtest': { type: 'boolean', default: false },
        ...THRESHOLD_FLAGS,
        'time-zone': { type: 'string' },
        seed: { type: 'string', default: '1' },
        top: { type: 'string', default: '20' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (!values.help && (file === undefined || positionals.length > 1)) return 'one file of orders is needed';
  const now = values.now === undefined ? null : parseIsoDay(values.now);
  if (values.now !== undefined && now === null) return `--now: not a day that exists: ${values.now}`;
  const horizonDays = wholeNumber(values.horizon, 1, LONGEST_HORIZON_DAYS);
  if (horizonDays === null)
    return `--horizon: whole days from 1 to ${LONGEST_HORIZON_DAYS}, not ${values.horizon}`;
  const currency = values.currency?.toUpperCase() ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency))
    return `--currency: three letters such as EUR, not ${currency}`;
  const churnWindowDays = wholeNumber(values['churn-window'], 1, LONGEST_HORIZON_DAYS);
  if (values['churn-window'] !== undefined && churnWindowDays === null) {
    return `--churn-window: whole days from 1 to ${LONGEST_HORIZON_DAYS}, not ${values['churn-window']}`;
  }
  const discountRateAnnual = values.discount === undefined ? null : decimalNumber(values.discount);
  if (discountRateAnnual !== null && !(discountRateAnnual >= 0 && discountRateAnnual <= 10)) {
    return `--discount: a yearly rate such as 0.1, not ${values.discount ?? ''}`;
  }
  const marginShare = values.margin === undefined ? null : decimalNumber(values.margin);
  if (marginShare !== null && !(marginShare >= 0 && marginShare <= 1)) {
    return `--margin: the share of revenue that is left, from 0 to 1, not ${values.margin ?? ''}`;
  }
  const segmentThresholds = readThresholds(values);
  if (typeof segmentThresholds === 'string') return segmentThresholds;
  const timeZone = values['time-zone'] ?? null;
  if (timeZone !== null && !isTimeZone(timeZone))
    return `--time-zone: a name such as Europe/Madrid, not ${timeZone}`;
  const seed = wholeNumber(values.seed, 0, Number.MAX_SAFE_INTEGER);
  if (seed === null) return `--seed: a whole number, not ${values.seed}`;
  const top = wholeNumber(values.top, 0, 1_000_000);
  if (top === null) return `--top: a whole number, not ${values.top}`;
  const lang = values.lang ?? language;
  if (lang !== 'en' && lang !== 'es') return `--lang: en or es, not ${lang}`;
  if (values.json !== undefined && values.csv !== undefined) return '--json and --csv: choose one';
  const outputs = [values.json ?? values.csv ?? '-', values['channel-values']];
  if (outputs[0] === outputs[1]) return '--channel-values: choose another file than that of the answer';
  return {
    file: file ?? '-',
    now,
    horizonDays,
    currency,
    json: values.json ?? null,
    csv: values.csv ?? null,
    channelValues: values['channel-values'] ?? null,
    countFreeOrders: values['count-free-orders'],
    churnWindowDays,
    discountRateAnnual,
    marginShare,
    segmentThresholds,
    backtest: !values['no-backtest'],
    timeZone,
    seed,
    top,
    language: lang,
    help: values.help,
  };
}
