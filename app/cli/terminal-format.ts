import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';
import type { ValuedOrdersFile } from '~/services/value-orders-file';
import type { Language } from './language';
import { longDay } from './long-day';

export interface TerminalFormat {
  readonly count: (value: number) => string;
  /** Two decimals. */
  readonly fine: (value: number) => string;
  /** One decimal at most. */
  readonly short: (value: number) => string;
  /** As many digits as say something about a small number. */
  readonly precise: (value: number) => string;
  readonly percent: (share: number) => string;
  /** With its sign. */
  readonly change: (share: number) => string;
  /** Whole currency units; orders where the file has no amounts. */
  readonly money: (units: number) => string;
  readonly day: (day: IsoDay) => string;
  readonly range: (estimate: Estimate, format: (value: number) => string) => string;
}

export function terminalFormat(language: Language, file: ValuedOrdersFile['file']): TerminalFormat {
  const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = new Intl.NumberFormat(language, options);
    return (value) => format.format(value);
  };
  const fine = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = number({ style: 'percent', maximumFractionDigits: 0 });
  return {
    count: number({ maximumFractionDigits: 0 }),
    fine,
    short: number({ maximumFractionDigits: 1 }),
    precise: number({ maximumSignificantDigits: 2 }),
    percent,
    change: number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    money: file.hasRevenue
      ? number({ style: 'currency', currency: file.currency, maximumFractionDigits: 0 })
      : fine,
    day: longDay(language),
    range: ({ mean, low, high, level }, format) =>
      `${format(mean)}  (${format(low)} – ${format(high)}, ${percent(level)})`,
  };
}
