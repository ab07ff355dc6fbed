import type { ReactNode } from 'react';
import './chart.css';

interface TimePlotProps {
  /** What the drawing shows, as a conclusion, for those who do not see it. */
  readonly label: string;
  /** Pixels. */
  readonly height: number;
  /** Lines and areas: x from 0 to 100, stretched to the card's width; y in pixels. */
  readonly children: ReactNode;
  /** What must keep its shape, letters and discs: x in per cent of the width, y in pixels. */
  readonly unstretched?: ReactNode;
}

/**
 * A drawing as wide as its card that needs no script to know how wide that is: it is complete when the server has
 * written it, nothing moves afterwards, and letters keep their size on every screen.
 */
export function TimePlot({ label, height, children, unstretched }: TimePlotProps) {
  return (
    <svg className="tm-plot" height={height} role="img" aria-label={label} focusable="false">
      <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        {children}
      </svg>
      {unstretched}
    </svg>
  );
}

/** The horizontal scale of a plot's stretched part. */
export const PLOT_RANGE: [number, number] = [0, 100];
