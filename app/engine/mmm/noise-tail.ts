import { logGamma } from '../numeric/log-gamma';

/** Degrees of freedom of Student's t that are held against the data; beyond them it is a normal. */
const DEGREES = [3, 4, 5, 6, 8, 10, 15, 20, 30];
/** Gain in ln likelihood below which noise counts as normal: one parameter more is worth 2 by chance one time in twenty. */
const LEAST_GAIN = 2;
/** The scale's fixed point halves its distance at least each time. */
const STEPS = 30;

/** How often noise goes far, and what that means for the rows where it did. */
export interface NoiseTail {
  /** Of Student's t; `null` for a normal. */
  readonly degrees: number | null;
  /** What the rows tell, as a share of what their weights seem to tell. */
  readonly information: number;
  /** Standard deviation that gives a row at this distance its due weight, relative to the unit of the distances. */
  readonly scaleOf: (distance: number) => number;
}

const NORMAL: NoiseTail = { degrees: null, information: 1, scaleOf: () => 1 };

/**
 * The Student's t that fits best, by likelihood. Its weights are `(nu + 1) / (nu + r^2)`, r the distance in its scales:
 * at the mode they give what the heavy-tailed likelihood itself would (Lange, Little & Taylor 1989). Weights that are
 * fixed claim the information 1 a row where the likelihood has `(nu + 1) / (nu + 3)` (ibid.).
 * @param distances from what was expected, any sign and unit
 */
export function noiseTail(distances: Float64Array): NoiseTail {
  const rows = distances.length;
  let squares = 0;
  for (const distance of distances) squares += distance * distance;
  const variance = squares / rows;
  if (!(variance > 0)) return NORMAL;
  let least = 0.5 * rows * (Math.log(2 * Math.PI * variance) + 1) - LEAST_GAIN;
  let best = NORMAL;
  for (const degrees of DEGREES) {
    const scale = tailScale(distances, degrees, (variance * (degrees - 2)) / degrees);
    const cost = minusLogLikelihood(distances, degrees, scale);
    if (!(cost < least)) continue;
    least = cost;
    best = {
      degrees,
      information: (degrees + 1) / (degrees + 3),
      scaleOf: (distance) => Math.sqrt((degrees + distance ** 2 / scale) / (degrees + 1)),
    };
  }
  return best;
}

/** Standard deviation of a tail whose weighted scale is 1. */
export function tailDeviation(degrees: number | null): number {
  return degrees === null ? 1 : Math.sqrt(degrees / (degrees - 2));
}

/** Square of the likeliest scale. */
function tailScale(distances: Float64Array, degrees: number, first: number): number {
  let scale = first;
  for (let step = 0; step < STEPS; step++) {
    let sum = 0;
    for (const distance of distances) {
      sum += ((degrees + 1) * distance ** 2) / (degrees + distance ** 2 / scale);
    }
    scale = sum / distances.length;
  }
  return scale;
}

function minusLogLikelihood(distances: Float64Array, degrees: number, scale: number): number {
  let sum = 0;
  for (const distance of distances) sum += Math.log1p(distance ** 2 / (scale * degrees));
  return (
    ((degrees + 1) / 2) * sum +
    distances.length *
      (logGamma(degrees / 2) - logGamma((degrees + 1) / 2) + 0.5 * Math.log(Math.PI * degrees * scale))
  );
}
