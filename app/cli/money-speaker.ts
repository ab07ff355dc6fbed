import type { Speaker } from '~/insights/mix/speaker';
import type { Language } from './language';
import { longDay } from './long-day';

/** Amounts below this need their cents. */
const LARGE = 100;

/**
 * Words and digits for a terminal.
 * @param typicalAmount of what will be told, currency units: small amounts get the decimals that say something
 */
export function moneySpeaker(language: Language, currency: string, typicalAmount: number): Speaker {
  const tag = language === 'es' ? 'es' : 'en';
  const decimals =
    typicalAmount >= LARGE ? 0 : Math.min(8, 2 + Math.max(0, Math.ceil(-Math.log10(typicalAmount || 1))));
  const money = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    minimumFractionDigits: Math.min(2, decimals),
    maximumFractionDigits: decimals,
  });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  return {
    language,
    money: (units) => money.format(units),
    percent: (share) => percent.format(share),
    number: (value) => number.format(value),
    day: longDay(language),
  };
}
