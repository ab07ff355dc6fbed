/** Far enough apart that a campaign of some weeks is not taken for a change of the shop. */
const KNOT_DAYS = 56;
/** A shop that grows or shrinks by a tenth in eight weeks is nothing special. */
const STEP_SD = 0.1;

/**
 * A random walk that is straight between knots: column j climbs from 0 to its step between knot j and the next and stays
 * there. Beyond the known rows the last level goes on.
 */
export function trendColumns(rows: number, knownRows: number, daysPerRow: number): Float64Array[] {
  const knots = Math.max(1, Math.round((knownRows * daysPerRow) / KNOT_DAYS));
  const width = (knownRows - 1) / knots;
  const sd = trendStepSd(width * daysPerRow);
  return Array.from({ length: knots }, (_, j) =>
    Float64Array.from({ length: rows }, (_, t) => sd * Math.min(1, Math.max(0, t / width - j))),
  );
}

/** Standard deviation of what the trend does in some days, in units of mean revenue. */
export function trendStepSd(days: number): number {
  return STEP_SD * Math.sqrt(days / KNOT_DAYS);
}
