/** Below it Hill(x (1 + d)) is its third-order expansion to within 4e-6; the sum over rows is then geometric. */
const NEAR = 0.1;
/** Below it u / (1 + u) is its fourth-order expansion to within 3e-7. */
const SMALL = 0.05;
/** Full saturation to within rounding: a power that overflows must neither give NaN nor an endless tail. */
const SATURATED = 1e15;

/** One channel in one posterior draw. Time in rows of the series (days or weeks), money in currency units a row. */
export interface ChannelCurve {
  /** Revenue a row at full saturation. */
  readonly beta: number;
  /** Share of the adstock that is left after a row, in [0, 1). */
  readonly theta: number;
  readonly halfSaturation: number;
  readonly slope: number;
}

/** Length of a plan in rows; the last one may be cut short (30 days of weekly data are four weeks and two days). */
export interface HorizonRows {
  readonly whole: number;
  /** Share of a last row, 0 for none. */
  readonly rest: number;
}

/** Revenue a row when the same spend goes on for ever: beta x^s / (x^s + K^s). */
export function steadyRevenue(curve: ChannelCurve, rowSpend: number): number {
  if (!(rowSpend > 0)) return 0;
  return curve.beta * hill(oddsOf(rowSpend / curve.halfSaturation, curve.slope));
}

/**
 * Slope of {@link steadyRevenue}: what one more currency unit brings once it is spent in every row. Infinite at no
 * spend where the curve's slope is below 1.
 */
export function steadyMarginalReturn(curve: ChannelCurve, rowSpend: number): number {
  if (!(rowSpend > 0)) {
    if (curve.slope > 1) return 0;
    return curve.slope === 1 ? curve.beta / curve.halfSaturation : Infinity;
  }
  const saturation = hill(oddsOf(rowSpend / curve.halfSaturation, curve.slope));
  return (curve.beta * curve.slope * saturation * (1 - saturation)) / rowSpend;
}

/**
 * Revenue of a plan that spends the same in every row of the horizon and nothing afterwards: adstock
 * a_t = (1 - theta) x + theta a_(t-1), started from what history left, Hill of it row by row, and the tail until
 * nothing is left. Where the adstock is close to x, and in the far tail, rows are summed as geometric series instead
 * of one by one: within 1e-5 of the row-by-row sum at a tenth of its powers.
 * @param carryIn adstock of the last row before the plan
 * @returns revenue over horizon and tail as a function of spend a row
 */
export function horizonRevenue(
  curve: ChannelCurve,
  carryIn: number,
  horizon: HorizonRows,
): (rowSpend: number) => number {
  const { beta, theta, halfSaturation, slope } = curve;
  const near = NEAR / Math.max(1, slope);
  const perUnit = 1 / halfSaturation;
  const tailSum = tailOf(slope, theta);
  return (rowSpend) => {
    let adstock = carryIn;
    let sum = 0;
    for (let row = 0; row < horizon.whole; row++) {
      adstock = rowSpend + (adstock - rowSpend) * theta;
      const distance = (adstock - rowSpend) / rowSpend;
      if (Math.abs(distance) <= near) {
        const left = horizon.whole - row;
        const faded = theta ** (left - 1);
        sum += nearSteadySum(oddsOf(rowSpend * perUnit, slope), slope, distance, theta, faded, left);
        adstock = rowSpend + (adstock - rowSpend) * faded;
        break;
      }
      sum += hill(oddsOf(adstock * perUnit, slope));
    }
    if (horizon.rest > 0) {
      adstock = theta * adstock + (1 - theta) * rowSpend * horizon.rest;
      sum += hill(oddsOf(adstock * perUnit, slope));
    }
    return beta * (sum + tailSum(oddsOf(adstock * theta * perUnit, slope)));
  };
}

/**
 * Sum of Hill over rows whose adstock is x (1 + d theta^k), k = 0...rows-1, for small d.
 * @param odds (x/K)^s
 * @param faded theta^(rows-1)
 */
function nearSteadySum(
  odds: number,
  slope: number,
  distance: number,
  theta: number,
  faded: number,
  rows: number,
): number {
  const g = 1 / (1 + odds);
  const g1 = g * g;
  const g2 = -2 * g1 * g;
  const g3 = -3 * g2 * g;
  // Derivatives of odds (1 + d)^s, then of Hill through them (Faa di Bruno), at d = 0.
  const v1 = odds * slope;
  const v2 = v1 * (slope - 1);
  const v3 = v2 * (slope - 2);
  const h1 = g1 * v1;
  const h2 = g2 * v1 * v1 + g1 * v2;
  const h3 = g3 * v1 * v1 * v1 + 3 * g2 * v1 * v2 + g1 * v3;
  const power = faded * theta;
  const theta2 = theta * theta;
  const power2 = power * power;
  const sum1 = (1 - power) / (1 - theta);
  const sum2 = (1 - power2) / (1 - theta2);
  const sum3 = (1 - power2 * power) / (1 - theta2 * theta);
  return (
    rows * hill(odds) + distance * (h1 * sum1 + distance * ((h2 / 2) * sum2 + (distance * h3 * sum3) / 6))
  );
}

/** Sum of u/(1+u), u = odds, odds theta^s, odds theta^2s...: the adstock fades and nothing more is spent. */
function tailOf(slope: number, theta: number): (odds: number) => number {
  const rate = slope * Math.log(theta);
  const fade = Math.exp(rate);
  // Sums of fade^k, fade^2k...; expm1, because a fade close to 1 would lose all digits in 1 - fade.
  const sum1 = -1 / Math.expm1(rate);
  const sum2 = -1 / Math.expm1(2 * rate);
  const sum3 = -1 / Math.expm1(3 * rate);
  const sum4 = -1 / Math.expm1(4 * rate);
  return (odds) => {
    let u = odds;
    let sum = 0;
    while (u > SMALL) {
      sum += hill(u);
      u *= fade;
    }
    return sum + u * (sum1 - u * (sum2 - u * (sum3 - u * sum4)));
  };
}

/** (x / K)^s, the odds of Hill. */
function oddsOf(ratio: number, slope: number): number {
  return Math.min(ratio ** slope, SATURATED);
}

function hill(odds: number): number {
  return odds / (1 + odds);
}
