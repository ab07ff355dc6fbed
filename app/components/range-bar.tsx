import type { Estimate } from '~/domain/estimate';

/** The interval of an estimate as a band with its mean as a mark, drawn from zero. The words stand beside it. */
export function RangeBar({ estimate, label, tone, full }: RangeBarProps) {
  const end = full ?? Math.max(0, estimate.high, estimate.mean) * 1.1;
  // A loss begins the drawing left of zero; the fill still runs from zero to the mean.
  const begin = Math.min(0, estimate.low, estimate.mean) * 1.1;
  const at = (value: number): number =>
    end > begin ? Math.min(1, Math.max(0, (value - begin) / (end - begin))) : 0;
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const [zero, mean] = [at(0), at(estimate.mean)];
  return (
    <div className={`tm-range tm-range--${tone}`} role="img" aria-label={label}>
      <span
        className="tm-range__fill"
        style={{ left: percent(Math.min(zero, mean)), width: percent(Math.abs(mean - zero)) }}
      />
      <span
        className="tm-range__band"
        style={{ left: percent(at(estimate.low)), width: percent(at(estimate.high) - at(estimate.low)) }}
      />
      <span className="tm-range__mean" style={{ left: percent(mean) }} />
    </div>
  );
}

interface RangeBarProps {
  readonly estimate: Estimate;
  /** The conclusion in words, for those who do not see the drawing. */
  readonly label: string;
  readonly tone: 'risk' | 'steady' | 'gain';
  /** The amount that fills the bar, 1 for a probability; a little more than the interval's end unless told. */
  readonly full?: number;
}
