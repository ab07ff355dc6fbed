import { ltvRoasWords } from '~/insights/mix/ltv-roas-words';
import { planWords } from '~/insights/mix/plan-words';
import type { Speaker } from '~/insights/mix/speaker';
import { targetWords } from '~/insights/mix/target-words';
import type { PlannedBudgetFile } from '~/services/plan-budget-file';
import type { BudgetOptions } from './budget-options';
import type { Language } from './language';
import { textTable } from './text-table';

interface BudgetLabels {
  readonly columns: readonly string[];
  readonly range: string;
  /** Of customer values that do not come from the channel's own customers. */
  readonly values: Readonly<Record<'unknown' | 'others', (channels: string) => string>>;
}

const LABELS: Readonly<Record<Language, BudgetLabels>> = {
  en: {
    columns: ['channel', 'today', 'plan', 'as good', 'brings'],
    range:
      'Money a day; “as good”: spends that keep the plan within 1% of its best; “brings”: revenue for each 1 spent. In brackets: 90% intervals.',
    values: {
      unknown: () =>
        'No customer values were given (--values): customers of all channels count alike, give or take what channels usually differ by.',
      others: (channels) =>
        `No customer value was given for ${channels}: it is taken to be like the others, with more doubt.`,
    },
  },
  es: {
    columns: ['canal', 'hoy', 'plan', 'igual de bueno', 'aporta'],
    range:
      'Dinero al día; «igual de bueno»: gastos que dejan el plan a menos de un 1 % de su óptimo; «aporta»: ingresos por cada 1 gastado. Entre paréntesis: intervalos del 90 %.',
    values: {
      unknown: () =>
        'No se ha dado el valor de los clientes (--values): los de todos los canales cuentan igual, con el margen en que suelen diferir los canales.',
      others: (channels) =>
        `No se ha dado el valor de los clientes de ${channels}: se toma como el de los demás, con más duda.`,
    },
  },
};

/** The decision first, then the split, then what each channel's part of it rests on. */
export function* budgetTableLines(
  { plan, targets, minorPerUnit, valueSources, ltvRoas }: PlannedBudgetFile,
  { terms, language }: BudgetOptions,
  say: Speaker,
): Generator<string> {
  const labels = LABELS[language];
  const words = planWords({ plan, objective: terms.objective, minorPerUnit }, say);
  const money = (minor: number): string => say.money(minor / minorPerUnit);
  yield words.answer;
  yield words.gain;
  if (ltvRoas) yield* ltvRoasWords(ltvRoas, say);
  yield words.total;
  if (words.unspent !== null) yield words.unspent;
  for (const source of ['unknown', 'others'] as const) {
    const names = (valueSources ?? []).filter((each) => each.source === source).map(({ channel }) => channel);
    if (names.length > 0) yield labels.values[source](names.join(', '));
  }
  yield '';
  const rows = plan.channels.map(({ name, currentDailyMinor, dailyMinor, range }) => {
    const target = targets.find((each) => each.name === name);
    return [
      name,
      money(currentDailyMinor),
      money(dailyMinor),
      `${money(range.lowMinor)} – ${money(range.highMinor)}`,
      target
        ? `${say.number(target.targetRoas.mean)} (${say.number(target.targetRoas.low)} – ${say.number(target.targetRoas.high)})`
        : '–',
    ];
  });
  yield* textTable(labels.columns, rows, 'number');
  yield '';
  yield labels.range;
  for (const channel of words.channels) {
    const target = targets.find(({ name }) => name === channel.name);
    yield '';
    yield channel.move;
    for (const line of [channel.changeReturn, channel.range, ...channel.notes])
      if (line !== null) yield `  ${line}`;
    if (target) yield `  ${targetWords(target, say)}`;
  }
}
