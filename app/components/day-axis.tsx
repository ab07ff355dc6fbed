import { AxisBottom, type TickRendererProps } from '@visx/axis';
import type { scaleLinear } from '@visx/scale';

interface DayLabel {
  /** In the units of the scale. */
  readonly day: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface DayAxisProps {
  /** To per cent of the width. */
  readonly scale: ReturnType<typeof scaleLinear<number>>;
  readonly labels: readonly DayLabel[];
  /** Pixels from the drawing's upper edge. */
  readonly top: number;
}

/** Days written below a time plot. */
export function DayAxis({ scale, labels, top }: DayAxisProps) {
  return (
    <AxisBottom
      scale={scale}
      top={top}
      tickValues={labels.map(({ day }) => day)}
      tickFormat={(_day, index) => labels[index]?.text}
      tickLabelProps={(_day, index) => ({ textAnchor: labels[index]?.anchor ?? 'middle' })}
      tickComponent={DayText}
      hideAxisLine
      hideTicks
    />
  );
}

function DayText({ x, y, textAnchor, formattedValue }: TickRendererProps) {
  return (
    <text className="tm-chart__text" x={`${x}%`} y={y} textAnchor={textAnchor}>
      {formattedValue}
    </text>
  );
}
