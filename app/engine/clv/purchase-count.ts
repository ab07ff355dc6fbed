import { logGamma } from '../numeric/log-gamma';

/** Above this many terms the sums over counts give way to quadrature. */
const MOST_TERMS = 20_000;
/** Counts below those of probability 1e-35 times the largest are left out. */
const LEAST_LOG_WEIGHT = -80;

/** Roughly how far the counts reach before their probability falls below 1e-16. */
export function termsNeeded(shape: number, z: number): number {
  return shape * z + 8 * Math.sqrt(shape * z * (1 + z)) + 37 * (1 + z);
}

/**
 * The number of purchases in a horizon, for customers who are alive now and have bought equally often.
 *
 * Without leaving, the phases that end in the horizon are negative binomial with shape `s + j` and odds
 * `z = h / (alpha + T)`, j the phase the customer is in. A customer makes at least m purchases when those phases reach
 * `k m - j` and they stayed after each of the first m - 1:
 *
 *   P(at least m) = P(NB >= k m - j) * (b)_(m-1) / (a+b)_(m-1),    stay probability ~ Beta(b, a)
 *
 * Sums of positive terms only: smooth at a = 1, where closed forms with 2F1 are 0/0, and finite for any shape. What
 * does not depend on the horizon is tabulated once for all horizons and ages; the weights of shape `s + j` are those of
 * shape s times `(s + i)_j / (s)_j (1 + z)^-j`. `customer` first, then `horizon`, then the answers.
 */
export class PurchaseCounts {
  /** Of the customer at hand. */
  shape = 0;
  stayed = 0;
  private a = 0;
  private phases = 0;
  private tilt = 1;
  /** Weights of the phases that end are `weight[from]` to `weight[to - 1]`. */
  private weight: Float64Array = new Float64Array(256);
  private from = 0;
  private to = 0;
  /** Entries of the tables that are filled. */
  private known = 0;
  /** `(s + i) / (i + 1)`, the ratio of two weights without the odds. */
  private ratio: Float64Array = new Float64Array(0);
  /** Probability to stay after each of `m` purchases, the sum of it, and the sum of its 2 m + 1. */
  private stay: Float64Array = new Float64Array(0);
  private once: Float64Array = new Float64Array(0);
  private twice: Float64Array = new Float64Array(0);
  /** For each phase: relative weight of shape s + j, that times the mean, times the mean square, of the purchases. */
  private readonly rises: Float64Array[] = [];
  private readonly means: Float64Array[] = [];
  private readonly squares: Float64Array[] = [];
  private readonly tails: Float64Array[] = [];

  /**
   * @param shape `r + k x`
   * @param stayed `b` plus the chances to leave that were survived
   */
  customer(shape: number, a: number, stayed: number, phases: number): void {
    if (shape === this.shape && a === this.a && stayed === this.stayed && phases === this.phases) return;
    Object.assign(this, { shape, a, stayed, phases, known: 0 });
    this.from = this.to = 0;
  }

  /** Whether the horizon is short enough to be summed over counts. */
  reaches(z: number): boolean {
    return termsNeeded(this.shape, z) <= MOST_TERMS;
  }

  /**
   * @param z `h / (alpha + T)`, above 0, within reach
   * @param tolerance share of each sum that the last terms may leave out
   */
  horizon(z: number, tolerance = 1e-12): void {
    const { shape, phases } = this;
    const w = z / (1 + z);
    this.tilt = 1 / (1 + z);
    const logNone = -shape * Math.log1p(z);
    const from = logNone > LEAST_LOG_WEIGHT ? 0 : this.firstCount(z, w, logNone);
    let p = Math.exp(from === 0 ? logNone : this.logWeight(from, w, logNone));
    let total = p;
    let i = from;
    this.tabulate(i + 64);
    // The most top-heavy of the sums decides how far to go.
    let widest = this.squares[phases - 1]!;
    let sum = p * widest[i]!;
    this.put(i - from, p);
    for (;;) {
      if (i + 16 > this.known) {
        this.tabulate(2 * i + 64);
        widest = this.squares[phases - 1]!;
      }
      if (i - from + 16 > this.weight.length) this.put(2 * (i - from) + 16, 0);
      const { ratio, weight } = this;
      for (const end = i + 8; i < end;) {
        p *= w * ratio[i]!;
        i++;
        weight[i - from] = p;
        total += p;
        sum += p * widest[i]!;
      }
      const growth = w * ratio[i]! * (1 + 2 / i) * (1 + (phases - 1) / (shape + i));
      if (growth < 1 && p * widest[i]! * growth <= tolerance * sum * (1 - growth)) break;
    }
    this.from = from;
    this.to = i + 1;
    if (from === 0) return;
    // Logarithms of gamma functions lose digits for heavy buyers; the sum of all weights is 1.
    for (let n = 0; n <= i - from; n++) this.weight[n]! /= total;
  }

  /** Purchases expected from a customer in `phase`. */
  mean(phase: number): number {
    return this.sumOver(this.means[phase]!, phase);
  }

  /** Their expected square. */
  square(phase: number): number {
    return this.sumOver(this.squares[phase]!, phase);
  }

  /**
   * P(at least m purchases) in entry m - 1, until it falls to `least`, in any case for no more than `most`.
   * @returns a view, valid until the next horizon
   */
  survival(phase: number, least: number, most = Infinity): Float64Array {
    const { phases, from, to, weight, stay } = this;
    const rise = this.rises[phase]!;
    const scale = this.tilt ** phase;
    let tail = this.tails[phase] ?? new Float64Array(256);
    let below = 0;
    let i = from;
    let m = 0;
    for (;;) {
      const end = Math.min(to, phases * (m + 1) - phase);
      for (; i < end; i++) below += scale * weight[i - from]! * rise[i]!;
      const probability = i === to ? 0 : Math.max(0, 1 - below) * stay[m]!;
      if (m >= most || !(probability > least)) break;
      if (m >= tail.length) tail = larger(tail, m + 1);
      tail[m++] = probability;
    }
    this.tails[phase] = tail;
    return tail.subarray(0, m);
  }

  private sumOver(table: Float64Array, phase: number): number {
    const { from, to, weight } = this;
    let sum = 0;
    for (let i = from; i < to; i++) sum += weight[i - from]! * table[i]!;
    return sum * this.tilt ** phase;
  }

  private put(index: number, value: number): void {
    if (index >= this.weight.length) this.weight = larger(this.weight, index + 1);
    this.weight[index] = value;
  }

  /** Fills the tables below `size`. */
  private tabulate(size: number): void {
    if (size <= this.known) return;
    const { shape, a, stayed, phases } = this;
    if (size > Math.min(this.ratio.length, this.squares[phases - 1]?.length ?? 0)) this.reserve(size);
    const { ratio, stay, once, twice } = this;
    const start = this.known;
    for (let m = start; m < size; m++) {
      stay[m] = m === 0 ? 1 : (stay[m - 1]! * (stayed + m - 1)) / (a + stayed + m - 1);
      once[m] = m === 0 ? 0 : once[m - 1]! + stay[m - 1]!;
      twice[m] = m === 0 ? 0 : twice[m - 1]! + (2 * m - 1) * stay[m - 1]!;
      ratio[m] = (shape + m) / (m + 1);
    }
    for (let j = 0; j < phases; j++) {
      const rise = this.rises[j]!;
      const mean = this.means[j]!;
      const square = this.squares[j]!;
      for (let i = start; i < size; i++) {
        const m = phases === 1 ? i : Math.floor((i + j) / phases);
        rise[i] = j === 0 ? 1 : (this.rises[j - 1]![i]! * (shape + i + j - 1)) / (shape + j - 1);
        mean[i] = rise[i]! * once[m]!;
        square[i] = rise[i]! * twice[m]!;
      }
    }
    this.known = size;
  }

  private reserve(size: number): void {
    this.ratio = larger(this.ratio, size);
    this.stay = larger(this.stay, size);
    this.once = larger(this.once, size);
    this.twice = larger(this.twice, size);
    for (let j = 0; j < this.phases; j++) {
      for (const tables of [this.rises, this.means, this.squares]) {
        tables[j] = larger(tables[j] ?? this.ratio.subarray(0, 0), this.ratio.length);
      }
    }
  }

  /** Logarithm of the weight of `count` phases. */
  private logWeight(count: number, w: number, logNone: number): number {
    const { shape } = this;
    return logGamma(shape + count) - logGamma(shape) - logGamma(count + 1) + count * Math.log(w) + logNone;
  }

  /** The first count that is not negligible, by bisection below the mode. */
  private firstCount(z: number, w: number, logNone: number): number {
    let low = 0;
    let high = Math.max(0, Math.floor((this.shape - 1) * z));
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.logWeight(middle, w, logNone) > LEAST_LOG_WEIGHT) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function larger(values: Float64Array, size: number): Float64Array {
  if (size <= values.length) return values;
  const out = new Float64Array(Math.max(size, 2 * values.length));
  out.set(values);
  return out;
}
