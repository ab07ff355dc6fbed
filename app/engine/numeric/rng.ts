/**
 * Seeded random numbers: sfc32 of C. Doty-Humphrey (PractRand), 128 bits of state, a period of at least 2^32 from
 * every seed. The only dice of the engine: same seed and stream, same numbers.
 */
export interface Rng {
  /** Three words of chaos and a counter; every draw changes it in place. */
  readonly state: Uint32Array;
}

/**
 * @param seed any finite number; whole numbers up to 2^53 give different sequences
 * @param stream names an independent sequence of the same seed, so that one part may draw more without moving another
 */
export function createRng(seed: number, stream = ''): Rng {
  if (!Number.isFinite(seed)) throw new RangeError(`seed must be finite: ${seed}`);
  const bits = new Uint32Array(new Float64Array([seed]).buffer);
  const state = new Uint32Array([bits[0]!, bits[1]!, hashOf(stream), 1]);
  const rng = { state };
  // sfc32 needs some fifteen rounds until a seed with few set bits has spread over all words.
  for (let i = 0; i < 20; i++) nextUint32(rng);
  return rng;
}

/** Whole number in [0, 2^32). */
export function nextUint32({ state }: Rng): number {
  const a = state[0]!;
  const b = state[1]!;
  const c = state[2]!;
  const counter = state[3]!;
  const result = (a + b + counter) >>> 0;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + result;
  state[3] = counter + 1;
  return result;
}

/** Uniform in [0, 1), with all 53 bits. */
export function nextFloat(rng: Rng): number {
  const high = nextUint32(rng) >>> 5;
  const low = nextUint32(rng) >>> 6;
  return (high * 67_108_864 + low) / 9_007_199_254_740_992;
}

/** Uniform whole number in [0, count). */
export function nextInt(rng: Rng, count: number): number {
  return Math.floor(nextFloat(rng) * count);
}

/** Standard normal (Box & Muller 1958; the second number is dropped so that the state stays four words). */
export function nextNormal(rng: Rng): number {
  const radius = Math.sqrt(-2 * Math.log(1 - nextFloat(rng)));
  return radius * Math.cos(2 * Math.PI * nextFloat(rng));
}

/** Exponential with mean 1. */
export function nextExponential(rng: Rng): number {
  return -Math.log(1 - nextFloat(rng));
}

/** Gamma with mean `shape / rate` (Marsaglia & Tsang 2000). */
export function nextGamma(rng: Rng, shape: number, rate = 1): number {
  return Math.exp(nextLogGammaVariate(rng, shape)) / rate;
}

/** Beta with mean `a / (a + b)`; in logarithms, because gamma variates of tiny shapes underflow to 0 / 0. */
export function nextBeta(rng: Rng, a: number, b: number): number {
  const first = nextLogGammaVariate(rng, a);
  const second = nextLogGammaVariate(rng, b);
  return 1 / (1 + Math.exp(second - first));
}

/** Poisson (Knuth's product, a gamma step at a time above 30: Ahrens & Dieter 1974), for any mean >= 0. */
export function nextPoisson(rng: Rng, mean: number): number {
  let left = mean;
  let count = 0;
  while (left > 30) {
    // The time of the m-th event of a unit-rate process is Gamma(m): jump there, or split what lies before it.
    const m = Math.floor(left * 0.875);
    const time = nextGamma(rng, m);
    if (time > left) {
      return count + nextBinomial(rng, m - 1, left / time);
    }
    left -= time;
    count += m;
  }
  const floor = Math.exp(-left);
  let product = nextFloat(rng);
  while (product > floor) {
    count++;
    product *= nextFloat(rng);
  }
  return count;
}

/** Binomial by halving on the median order statistic (Devroye 1986, X.4), then by counting. */
function nextBinomial(rng: Rng, trials: number, probability: number): number {
  let n = trials;
  let p = probability;
  let count = 0;
  while (n > 30) {
    const i = (n + 1) >>> 1;
    const split = nextBeta(rng, i, n + 1 - i);
    if (split <= p) {
      count += i;
      n -= i;
      p = (p - split) / (1 - split);
    } else {
      n = i - 1;
      p /= split;
    }
  }
  for (let i = 0; i < n; i++) if (nextFloat(rng) < p) count++;
  return count;
}

function nextLogGammaVariate(rng: Rng, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`gamma shape must be above 0: ${shape}`);
  if (shape < 1) return nextLogGammaVariate(rng, shape + 1) + Math.log(1 - nextFloat(rng)) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = nextNormal(rng);
    const cube = 1 + c * x;
    if (cube <= 0) continue;
    const v = cube * cube * cube;
    if (Math.log(1 - nextFloat(rng)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** 32-bit FNV-1a with a last mix (murmur3). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
