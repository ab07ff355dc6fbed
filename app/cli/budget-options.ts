import { parseArgs } from 'node:util';
import type { BudgetTerms } from '~/services/plan-budget-file';
import type { Language } from './language';
import { decimalNumber } from './threshold-options';
import { wholeNumber } from './whole-number';

export interface BudgetOptions {
  /** A fit as `timon mmm --json` writes it; `-` for standard input. */
  readonly file: string;
  readonly terms: BudgetTerms;
  /** Path of what each channel's customers are worth; `null` for none. */
  readonly values: string | null;
  readonly seed: number;
  readonly json: string | null;
  readonly csv: string | null;
  readonly language: Language;
  readonly help: boolean;
}

const LONGEST_HORIZON_DAYS = 730;
const MOST_MONEY = 1e12;
const OBJECTIVES = ['ltv', 'revenue', 'profit'] as const;

/** @returns the options, or one sentence on the first argument that is wrong */
export function readBudgetOptions(args: readonly string[], language: Language): BudgetOptions | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        total: { type: 'string' },
        days: { type: 'string' },
        next: { type: 'boolean', default: false },
        min: { type: 'string', multiple: true, default: [] },
        max: { type: 'string', multiple: true, default: [] },
        lock: { type: 'string', multiple: true, default: [] },
        'zero-or-min': { type: 'string', multiple: true, default: [] },
        'max-change': { type: 'string', default: '0.3' },
        'beyond-tried': { type: 'boolean', default: false },
        objective: { type: 'string' },
        margin: { type: 'string', default: '1' },
        values: { type: 'string' },
        probability: { type: 'string', default: '0.8' },
        seed: { type: 'string', default: '1' },
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
    return 'one fit is needed, as timon mmm --json writes it';
  const total = values.help ? 0 : decimalNumber(values.total ?? '');
  if (!(total >= 0 && total <= MOST_MONEY))
    return `--total: an amount such as 1000 or 99.50, not ${values.total ?? 'nothing'}`;
  const days = values.days === undefined ? null : wholeNumber(values.days, 1, LONGEST_HORIZON_DAYS);
  if (values.days !== undefined && days === null)
    return `--days: whole days from 1 to ${LONGEST_HORIZON_DAYS}, not ${values.days}`;
  const limits = readLimits(values);
  if (typeof limits === 'string') return limits;
  const maxChange = values['max-change'] === 'none' ? null : decimalNumber(values['max-change']);
  if (maxChange !== null && !(maxChange >= 0 && maxChange <= 2))
    return `--max-change: a share of today's spend from 0 to 2, or none, not ${values['max-change']}`;
  const objective = values.objective ?? (values.values === undefined ? 'profit' : 'ltv');
  if (!isObjective(objective)) return `--objective: ltv, revenue or profit, not ${objective}`;
  const marginShare = decimalNumber(values.margin);
  if (!(marginShare > 0 && marginShare <= 1))
    return `--margin: the share of revenue that is left, above 0 and at most 1, not ${values.margin}`;
  const requiredProbability = decimalNumber(values.probability);
  if (!(requiredProbability >= 0 && requiredProbability <= 1))
    return `--probability: from 0 to 1, not ${values.probability}`;
  const seed = wholeNumber(values.seed, 0, Number.MAX_SAFE_INTEGER);
  if (seed === null) return `--seed: a whole number, not ${values.seed}`;
  const lang = values.lang ?? language;
  if (lang !== 'en' && lang !== 'es') return `--lang: en or es, not ${lang}`;
  if (values.json !== undefined && values.csv !== undefined) return '--json and --csv: choose one';
  return {
    file: file ?? '-',
    terms: {
      mode: values.next ? 'next' : 'split',
      total,
      days,
      objective,
      marginShare,
      maxChange,
      beyondTried: values['beyond-tried'],
      limits,
      requiredProbability,
    },
    values: values.values ?? null,
    seed,
    json: values.json ?? null,
    csv: values.csv ?? null,
    language: lang,
    help: values.help,
  };
}

function isObjective(text: string): text is (typeof OBJECTIVES)[number] {
  return OBJECTIVES.some((objective) => objective === text);
}

interface LimitFlags {
  readonly min: readonly string[];
  readonly max: readonly string[];
  readonly lock: readonly string[];
  readonly 'zero-or-min': readonly string[];
}

/** `meta=100` and channel names; a name may hold an equals sign, an amount cannot. */
function readLimits(flags: LimitFlags): BudgetTerms['limits'] | string {
  const limits: Record<string, { min?: number; max?: number; locked?: boolean; orZero?: boolean }> = {};
  for (const flag of ['min', 'max'] as const) {
    for (const text of flags[flag]) {
      const at = text.lastIndexOf('=');
      const amount = decimalNumber(text.slice(at + 1));
      if (at < 1 || !(amount <= MOST_MONEY))
        return `--${flag}: a channel and an amount such as meta=100, not ${text}`;
      const name = text.slice(0, at);
      if (limits[name]?.[flag] !== undefined) return `--${flag}: ${name} is named twice`;
      limits[name] = { ...limits[name], [flag]: amount };
    }
  }
  for (const name of flags.lock) limits[name] = { ...limits[name], locked: true };
  for (const name of flags['zero-or-min']) limits[name] = { ...limits[name], orZero: true };
  return limits;
}
