import { useCount } from '~/components/use-count';
import { useFormat } from '~/i18n/shop-format';

/** Values that a sentence takes as they are read; days and counts stay numbers, to choose singular or plural by. */
const AMOUNTS: ReadonlySet<string> = new Set(['orderValue', 'shopMedian']);
const RATES: ReadonlySet<string> = new Set(['times', 'perYear']);

/** The values of a reason as its sentence wants them: amounts in the shop's currency, whole days. */
export function useReasonValues(): (
  values: Readonly<Record<string, number>>,
) => Readonly<Record<string, string | number>> {
  const format = useFormat();
  const count = useCount();
  return (values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, string | number] => {
        if (AMOUNTS.has(name)) return [name, format.money(value)];
        return [name, RATES.has(name) ? count(value).text : Math.round(value)];
      }),
    );
}
