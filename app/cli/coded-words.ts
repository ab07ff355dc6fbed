import { codedMessage } from '~/i18n/coded-message';
import { createTranslator } from '~/i18n/translator';
import type { FileCustomer, FittedValuation } from '~/services/value-orders-file';
import type { Language } from './language';
import type { TerminalFormat } from './terminal-format';

/** What the engine says in codes, in the words of the product's other faces. */
export interface CodedWords {
  readonly model: (code: string) => string;
  readonly candidate: (code: string) => string;
  readonly choice: (choice: FittedValuation['model']['choice']) => string;
  /** One sentence a reason; none for customers ranked by rules. */
  readonly reasons: (customer: FileCustomer) => readonly string[];
}

const AMOUNTS = new Set(['orderValue', 'shopMedian']);
const RATIOS = new Set(['times', 'perYear']);
const SCORES = new Set(['gain', 'error']);

export function codedWords(language: Language, format: TerminalFormat): CodedWords {
  const t = createTranslator({ language, tag: language === 'es' ? 'es-ES' : 'en-US' });
  // Sentences count with plain numbers and quote the others as they are written.
  const spoken = (values: Readonly<Record<string, number>>): Readonly<Record<string, string | number>> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, string | number] => {
        if (AMOUNTS.has(name)) return [name, format.money(value)];
        if (RATIOS.has(name)) return [name, format.short(value)];
        if (SCORES.has(name)) return [name, format.precise(value)];
        return [name, value];
      }),
    );
  return {
    model: (code) => codedMessage(t, 'models', code),
    candidate: (code) => codedMessage(t, 'candidates', code),
    choice: ({ code, values }) => codedMessage(t, 'choices', code, spoken(values)),
    reasons: (customer) =>
      'reasons' in customer
        ? customer.reasons.map(({ code, values }) => codedMessage(t, 'reasons', code, spoken(values)))
        : [],
  };
}
