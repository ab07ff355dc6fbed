import { AxisLeft, type TickRendererProps } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { scaleLinear } from '@visx/scale';
import { PLOT_RANGE } from './time-plot';

interface ValueAxisProps {
  /** From values to pixels. */
  readonly scale: ReturnType<typeof scaleLinear<number>>;
  readonly values: readonly number[];
}

/** Level lines of a time plot; part of what is stretched. */
export function LevelLines({ scale, values }: ValueAxisProps) {
  return (
    <GridRows
      scale={scale}
      width={PLOT_RANGE[1]}
      tickValues={[...values]}
      className="tm-plot__levels"
      vectorEffect="non-scaling-stroke"
    />
  );
}

/** What the level lines stand for, written on them: so the line has the card's whole width. */
export function LevelTexts({
  scale,
  values,
  format,
}: ValueAxisProps & { readonly format: (value: number) => string }) {
  return (
    <AxisLeft
      scale={scale}
      tickValues={[...values]}
      tickFormat={(value) => format(Number(value))}
      tickLabelProps={{}}
      tickComponent={LevelText}
      hideAxisLine
      hideTicks
    />
  );
}

function LevelText({ y, formattedValue }: TickRendererProps) {
  return (
    <text className="tm-chart__text tm-plot__level" x={0} y={y - 4}>
      {formattedValue}
    </text>
  );
}
