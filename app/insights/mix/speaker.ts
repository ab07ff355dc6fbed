import type { Estimate } from '~/domain/estimate';
import type { IsoDay } from '~/domain/iso-day';

export type Language = 'es' | 'en';

/** In whose words and digits a face speaks: the same sentences for the terminal, the screens and Slack. */
export interface Speaker {
  readonly language: Language;
  /** Amount in currency units. */
  readonly money: (units: number) => string;
  /** `share` is 0 to 1. */
  readonly percent: (share: number) => string;
  /** Up to two decimals. */
  readonly number: (value: number) => string;
  readonly day: (day: IsoDay) => string;
}

/** Below this learning a number is still what was assumed: the threshold of the verdict `no-evidence`. */
export const HARDLY_LEARNT = 0.2;

type Write = (value: number) => string;

/** Mean and interval in running text: `310 € (between 200 € and 450 €, 9 times in 10)`. */
export function withRange(estimate: Estimate, write: Write, { language, number }: Speaker): string {
  const rounded = roundTo(estimate);
  const [mean, low, high] = [estimate.mean, estimate.low, estimate.high].map((value) =>
    write(rounded(value)),
  );
  if (low === high) return mean ?? '';
  const of = Math.round(estimate.level * 100) % 10 === 0 ? 10 : 100;
  const times = number(Math.round(estimate.level * of));
  return language === 'es'
    ? `${mean} (entre ${low} y ${high}, ${times} de cada ${number(of)} veces)`
    : `${mean} (between ${low} and ${high}, ${times} times in ${number(of)})`;
}

/**
 * Digits below a tenth of the interval's own order of magnitude say nothing, except where a value is small beside its
 * interval: it keeps two digits, or a thousandth of the interval.
 */
function roundTo({ low, high }: Estimate): (value: number) => number {
  const width = high - low;
  if (!(width > 0) || !Number.isFinite(width)) return (value) => value;
  const coarsest = magnitude(width) - 1;
  return (value) => {
    const own = value === 0 ? coarsest : magnitude(value) - 1;
    const exponent = Math.min(coarsest, Math.max(own, coarsest - 2));
    // A power of ten below 1 is not exact, its inverse is.
    const perUnit = 10 ** Math.abs(exponent);
    const rounded =
      exponent < 0 ? Math.round(value * perUnit) / perUnit : Math.round(value / perUnit) * perUnit;
    return rounded + 0;
  };
}

function magnitude(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)));
}

export function scaled({ mean, low, high, level }: Estimate, factor: number): Estimate {
  const ends = [low * factor, high * factor] as const;
  return { mean: mean * factor, low: Math.min(...ends), high: Math.max(...ends), level };
}

/** `1 day`, `12 days`. */
export function counted(count: number, one: string, other: string, { number }: Speaker): string {
  return `${number(count)} ${count === 1 ? one : other}`;
}

/** `Google, Meta and TikTok`; in Spanish `Meta e Instagram`, because two sounds of i would meet. */
export function listed(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${and(last, language)} ${last}`;
}

function and(next: string, language: Language): string {
  if (language === 'en') return 'and';
  return /^(i|í|hi(?![ae]))/i.test(next) ? 'e' : 'y';
}
