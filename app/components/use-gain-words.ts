import type { Estimate } from '~/domain/estimate';
import { useFormat } from '~/i18n/shop-format';
import type { RescueDecision } from '~/services/views/dashboard-view';

interface GainRange {
  /** Whether both ends are gains, or it may also be a loss: then `low` is that loss, without a sign. */
  readonly end: 'gain' | 'either';
  readonly low: string;
  readonly high: string;
  readonly times: string;
  readonly of: string;
}

interface GainWords extends GainRange {
  /** What is lost of it without a discount; null where none is given, or where it makes no difference that can be read. */
  readonly less: string | null;
}

/** A gain as it is said in a sentence. */
export function useGainRange(): (gain: Estimate) => GainRange {
  const format = useFormat();
  return (gain) => {
    const { low, high, times, of } = format.estimate(gain);
    // No more digits than the range has.
    const amount = (units: number): string => format.estimate({ ...gain, mean: units }).mean;
    return gain.low < 0 && gain.high >= 0 && amount(-gain.low) !== amount(0)
      ? { end: 'either', low: amount(-gain.low), high, times, of }
      : { end: 'gain', low, high, times, of };
  };
}

/** A rescue's gain, and what the discount adds, rounded alike. */
export function useGainWords({ gain, messageOnlyGain, largestDiscount }: RescueDecision): GainWords {
  const format = useFormat();
  const range = useGainRange()(gain);
  // A difference has no more digits than the range of what it is a difference of.
  const amount = (units: number): string => format.estimate({ ...gain, mean: units }).mean;
  const less = amount(Math.max(0, gain.mean - messageOnlyGain));
  return { ...range, less: largestDiscount > 0 && less !== amount(0) ? less : null };
}
