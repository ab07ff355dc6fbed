import { useFormat } from '~/i18n/shop-format';
import type { RescueDecision } from '~/services/views/dashboard-view';

interface GainWords {
  readonly low: string;
  readonly high: string;
  readonly times: string;
  readonly of: string;
  /** What is lost of it without a discount; null where none is given, or where it makes no difference that can be read. */
  readonly less: string | null;
}

/** A rescue's gain as it is said: both ends, and what the discount adds, rounded alike. */
export function useGainWords({ gain, messageOnlyGain, largestDiscount }: RescueDecision): GainWords {
  const format = useFormat();
  const { low, high, times, of } = format.estimate(gain);
  // A difference has no more digits than the range of what it is a difference of.
  const amount = (units: number): string => format.estimate({ ...gain, mean: units }).mean;
  const less = amount(Math.max(0, gain.mean - messageOnlyGain));
  return { low, high, times, of, less: largestDiscount > 0 && less !== amount(0) ? less : null };
}
