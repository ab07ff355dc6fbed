import { useChance } from '~/components/use-chance';
import { useFormat } from '~/i18n/shop-format';
import type { FindingView } from '~/services/views/dashboard-view';

type Values = FindingView['values'];

const AMOUNTS: ReadonlySet<string> = new Set(['low', 'mean', 'high', 'beforeLow', 'beforeHigh']);

/** The values of a finding as its sentence wants them: amounts as exact as their range allows, shares in per cent. */
export function useFindingValues(): (values: Values) => Values {
  const format = useFormat();
  const chance = useChance();
  return (values) => {
    const number = (name: string): number => (typeof values[name] === 'number' ? values[name] : 0);
    const range = { low: number('low'), high: number('high'), level: number('level') };
    return Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, string | number] => {
        if (typeof value === 'string') return [name, value];
        if (AMOUNTS.has(name)) return [name, format.estimate({ ...range, mean: value }).mean];
        if (name === 'chance') return [name, chance(value)];
        return [name, name === 'share' ? format.percent(value, 1) : value];
      }),
    );
  };
}
