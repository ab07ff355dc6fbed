import type { Estimate } from '~/domain/estimate';

/** The interval of an estimate as a band with its mean as a mark, drawn from zero. The words stand beside it. */
export function RangeBar({ estimate, label, tone, full }: RangeBarProps) {
  const end = full ?? Math.max(estimate.high, estimate.mean) * 1.1;
  const share = (value: number): string =>
    `${(end > 0 ? Math.min(1, Math.max(0, value / end)) * 100 : 0).toFixed(2)}%`;
  return (
    <div className={`tm-range tm-range--${tone}`} role="img" aria-label={label}>
      <span className="tm-range__fill" style={{ width: share(estimate.mean) }} />
      <span
        className="tm-range__band"
        style={{ left: share(estimate.low), width: share(estimate.high - estimate.low) }}
      />
      <span className="tm-range__mean" style={{ left: share(estimate.mean) }} />
    </div>
  );
}

interface RangeBarProps {
  readonly estimate: Estimate;
  /** The conclusion in words, for those who do not see the drawing. */
  readonly label: string;
  readonly tone: 'risk' | 'steady';
  /** The amount that fills the bar, 1 for a probability; a little more than the interval's end unless told. */
  readonly full?: number;
}
