import type { Discount } from './offer';

/** Expected gain of an offer as a line of the margin, `slope m - cost`, and the margin above which it may be made. */
export interface GainLine {
  readonly discount: Discount;
  readonly slope: number;
  readonly cost: number;
  readonly paysFrom: number;
}

/** An offer this near the best is as good, and the smaller one teaches customers less to wait. */
const NEARLY_BEST = 0.95;

/**
 * The smallest discount with 95 % of the best expected gain among the offers that pay, or the largest that this rule names
 * at some lower margin. The second half matters only where contacts cost nearly as much as orders bring: there a smaller
 * offer can come within 95 % as the margin rises. With it the discount never falls when the margin rises, and whatever it
 * names still pays, because gains only grow.
 * @returns `null` where nothing pays
 */
export function chooseDiscount(lines: readonly GainLine[], marginShare: number): Discount | null {
  let chosen = smallestNearBest(lines, marginShare);
  const turns = turningPoints(lines).filter((margin) => margin > 0 && margin < marginShare);
  // Between two turns the rule names one discount throughout.
  const edges = [0, ...turns.sort((a, b) => a - b), marginShare];
  edges.slice(1).forEach((edge, i) => {
    const named = smallestNearBest(lines, (edge + (edges[i] ?? 0)) / 2);
    if (named !== null && (chosen === null || named > chosen)) chosen = named;
  });
  return chosen;
}

function smallestNearBest(lines: readonly GainLine[], marginShare: number): Discount | null {
  const gain = ({ slope, cost }: GainLine): number => slope * marginShare - cost;
  const paying = lines.filter((line) => marginShare > line.paysFrom && gain(line) > 0);
  const best = Math.max(...paying.map(gain));
  return paying.find((line) => gain(line) >= NEARLY_BEST * best)?.discount ?? null;
}

/** Margins at which an offer begins to pay or comes within 95 % of another. */
function turningPoints(lines: readonly GainLine[]): readonly number[] {
  const nears = lines.flatMap((line) =>
    lines.map((other) => (line.cost - NEARLY_BEST * other.cost) / (line.slope - NEARLY_BEST * other.slope)),
  );
  return [...lines.map(({ paysFrom }) => paysFrom), ...nears].filter(Number.isFinite);
}
