import { quantileInPlace } from '../numeric/quantile';
import { noiseTail } from './noise-tail';

/** Exponents of level in the noise: 0 is a constant noise, 1 one in proportion to revenue. */
const EXPONENTS = [0, 0.25, 0.5, 0.75, 1];
/** Fitted revenue below this share of its mean no longer lowers the noise. */
const LEAST_LEVEL = 0.2;
/** Residuals up to three standard deviations are ordinary: 1 in 370 rows of a normal is beyond. */
const ORDINARY = 3;

interface RowNoise {
  /** Noise grows with this power of the level. */
  readonly exponent: number;
  /** Of each row, relative to an ordinary one. */
  readonly scale: Float64Array;
  /** Degrees of freedom of its Student's t; `null` where it is normal. */
  readonly degrees: number | null;
  /** See `noiseTail`. */
  readonly information: number;
}

/**
 * How much noisier each row is than an ordinary one: noise grows with a power of the level, rows count as much as the
 * tail of the noise says, and those that lie farther off than any tail count less the farther they lie (their scale
 * grows with the square, so that the farthest count least). The scale is fixed before sampling: normal data keep all
 * their weight, and the baseline can still be integrated analytically.
 * Residuals are judged by themselves and not by their neighbours: an unknown promotion of some days is strange as a whole.
 * @param fitted of a pilot fit, in units of mean revenue
 * @param residuals of the same fit, same unit
 */
export function rowScaleOf(fitted: Float64Array, residuals: Float64Array): RowNoise {
  const exponent = levelExponent(fitted, residuals);
  const scale = levelScale(fitted, exponent);
  const distances = residuals.map((value, t) => Math.abs(value / scale[t]!));
  // The standard deviation of the middle half, if it is normal: outliers do not widen it.
  const typical = quantileInPlace(distances.slice(), 0.5) / 0.6744897501960817;
  if (!(typical > 0)) return { exponent, scale, degrees: null, information: 1 };
  const { degrees, information, scaleOf } = noiseTail(distances);
  return {
    exponent,
    scale: scale.map((level, t) => {
      const distance = distances[t]!;
      return level * Math.max(scaleOf(distance), (distance / (ORDINARY * typical)) ** 2);
    }),
    degrees,
    information,
  };
}

/** Noise of rows at a level of revenue (in units of its mean), relative to an ordinary row. */
export function levelScale(level: Float64Array, exponent: number): Float64Array {
  return level.map((value) => Math.max(LEAST_LEVEL, value) ** exponent);
}

function levelExponent(fitted: Float64Array, residuals: Float64Array): number {
  let best = 0;
  let least = Infinity;
  for (const exponent of EXPONENTS) {
    const scale = levelScale(fitted, exponent);
    let logs = 0;
    let sum = 0;
    for (let t = 0; t < scale.length; t++) {
      logs += Math.log(scale[t]!);
      sum += Math.abs(residuals[t]! / scale[t]!);
    }
    // Minus ln likelihood of two-sided exponential noise: outliers have little say.
    const cost = logs + scale.length * Math.log(sum);
    if (cost < least - 1e-9) {
      least = cost;
      best = exponent;
    }
  }
  return best;
}
