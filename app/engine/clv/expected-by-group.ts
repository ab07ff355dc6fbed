import type { GroupPredictions, Horizons } from './group-predictions';
import { LivingCounts } from './living-counts';
import type { PurchaseGroups } from './purchase-groups';
import { probabilityAlive, type PurchaseModel } from './purchase-model';

export const YEAR_AT_RISK_DAYS = 364;

interface Span {
  readonly days: number;
  readonly mean: Float64Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Numbers of purchases of group after group: those of equal frequency and age share all sums. */
export class ExpectedByGroup {
  private readonly phases: number;
  private readonly tail: number;
  private readonly counts: LivingCounts;
  private readonly spans: readonly Span[];
  /** Horizons for which a mean is needed, each once, and the places in it of the year and the month ends. */
  private readonly lengths: readonly number[];
  private readonly yearPlace: number;
  private readonly monthPlaces: readonly number[];
  private readonly monthly: readonly number[];
  /** Of the block at hand: mean of each length and phase, if alive. */
  private readonly means: Float64Array;
  private readonly plainYear: Float64Array;
  private readonly discountedYear: Float64Array;
  private readonly secondMoments: Float64Array;
  /** Probability of each phase, for each group of the block. */
  private weights = new Float64Array(64);
  /** Discounted year at the last order, by its age, of customers with frequency `seenFrequency`; -1 is unknown. */
  private readonly atLastOrder: Float64Array;
  private seenFrequency = -1;

  constructor(
    private readonly model: PurchaseModel,
    private readonly groups: PurchaseGroups,
    horizons: Horizons,
    level: number,
    private readonly out: GroupPredictions,
  ) {
    this.tail = (1 - level) / 2;
    this.counts = new LivingCounts(model);
    this.phases = this.counts.phases;
    this.spans = spansOf(horizons, out).filter(
      ({ days }, i, all) => all.findIndex((other) => other.days === days) === i,
    );
    const { monthEnds, discountRateAnnual } = horizons;
    this.lengths = [...new Set([...this.spans.map(({ days }) => days), YEAR_AT_RISK_DAYS, ...monthEnds])];
    this.yearPlace = this.lengths.indexOf(YEAR_AT_RISK_DAYS);
    this.monthPlaces = monthEnds.map((days) => this.lengths.indexOf(days));
    this.monthly = monthEnds.map((_, m) => (1 + discountRateAnnual) ** (-(m + 1) / 12));
    this.means = new Float64Array(this.lengths.length * this.phases);
    this.plainYear = new Float64Array(this.phases);
    this.discountedYear = new Float64Array(this.phases);
    this.secondMoments = new Float64Array(this.phases);
    this.atLastOrder = new Float64Array(groups.maxAge + 1);
  }

  /** Fills in the groups `from` to `to - 1`, of one frequency and age, whose P(alive) is filled in already. */
  fill(from: number, to: number): void {
    const { groups, counts, phases, out, means } = this;
    counts.enter(groups.frequency[from]!, groups.age[from]! * groups.tick);
    this.weigh(from, to);
    this.spans.forEach((span, d) => {
      this.fillMean(d, phases);
      if (d === 0) for (let j = 0; j < phases; j++) this.secondMoments[j] = counts.square(j);
      this.fillSpan(span, d, from, to);
    });
    for (let d = this.spans.length; d < this.lengths.length; d++) this.fillMean(d, phases);
    this.addUpYear(phases);
    for (let g = from; g < to; g++) {
      const alive = out.pAlive[g]!;
      out.variance[g] = Math.max(
        0,
        alive * this.mix(this.secondMoments, 0, g - from) - out.expected[g]! ** 2,
      );
      out.expected12m[g] = alive * this.mix(this.plainYear, 0, g - from);
      out.discounted12m[g] = alive * this.mix(this.discountedYear, 0, g - from);
      out.yearIfAlive[g] = this.mix(means, this.yearPlace * phases, g - from);
    }
    this.fillAtLastOrder(from, to);
  }

  /** Horizons of equal length were computed once. */
  finish(horizons: Horizons): void {
    for (const span of spansOf(horizons, this.out)) {
      const first = this.spans.find(({ days }) => days === span.days)!;
      if (first.mean === span.mean) continue;
      span.mean.set(first.mean);
      span.low.set(first.low);
      span.high.set(first.high);
    }
  }

  private weigh(from: number, to: number): void {
    const { phases, groups, counts } = this;
    if (phases === 1) return;
    if (this.weights.length < (to - from) * phases) this.weights = new Float64Array(2 * (to - from) * phases);
    for (let g = from; g < to; g++) {
      const silence = (groups.age[g]! - groups.recency[g]!) * groups.tick;
      for (let j = 0; j < phases; j++) this.weights[(g - from) * phases + j] = counts.phaseWeight(j, silence);
    }
  }

  /** Mean over the phases of the n-th group of the block. */
  private mix(values: Float64Array, at: number, n: number): number {
    const { phases, weights } = this;
    if (phases === 1) return values[at]!;
    let sum = 0;
    for (let j = 0; j < phases; j++) sum += weights[n * phases + j]! * values[at + j]!;
    return sum;
  }

  /** Purchases expected in length `d`, for phases below `phases`. */
  private fillMean(d: number, phases: number): void {
    this.counts.horizon(this.lengths[d]!);
    for (let j = 0; j < phases; j++) this.means[d * this.phases + j] = this.counts.mean(j);
  }

  private fillSpan(span: Span, d: number, from: number, to: number): void {
    const { counts, out, phases, tail } = this;
    const survival = counts.survival(tail);
    for (let g = from; g < to; g++) {
      const alive = out.pAlive[g]!;
      span.mean[g] = alive * this.mix(this.means, d * phases, g - from);
      span.low[g] = this.countsAbove(survival, g - from, (1 - tail) / alive);
      span.high[g] = this.countsAbove(survival, g - from, tail / alive);
    }
  }

  /** How many entries of the descending mixture of survivals are above `limit`: the quantile of the count. */
  private countsAbove(survival: readonly Float64Array[], n: number, limit: number): number {
    const { phases, weights } = this;
    let low = 0;
    let high = survival[phases - 1]!.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      let probability = 0;
      if (phases === 1) probability = survival[0]![middle]!;
      else for (let j = 0; j < phases; j++) probability += weights[n * phases + j]! * survival[j]![middle]!;
      if (probability > limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private addUpYear(phases: number): void {
    for (let j = 0; j < phases; j++) {
      let before = 0;
      let discounted = 0;
      for (let m = 0; m < this.monthly.length; m++) {
        const until = this.means[this.monthPlaces[m]! * this.phases + j]!;
        discounted += (until - before) * this.monthly[m]!;
        before = until;
      }
      this.plainYear[j] = before;
      this.discountedYear[j] = discounted;
    }
  }

  /** Right after a purchase a living customer is in phase 0: frequency and recency say it all. */
  private fillAtLastOrder(from: number, to: number): void {
    const { groups, out, atLastOrder, model, counts } = this;
    const x = groups.frequency[from]!;
    if (x !== this.seenFrequency) atLastOrder.fill(-1);
    this.seenFrequency = x;
    for (let g = from; g < to; g++) {
      const t = groups.recency[g]!;
      if (atLastOrder[t] === -1) {
        const recency = t * groups.tick;
        counts.enter(x, recency);
        for (const d of this.monthPlaces) this.fillMean(d, 1);
        this.addUpYear(1);
        const alive = probabilityAlive(model, { frequency: x, recency, age: recency });
        atLastOrder[t] = alive * this.discountedYear[0]!;
      }
      out.discounted12mAtLastOrder[g] = atLastOrder[t]!;
    }
  }
}

function spansOf({ horizonDays, days30, days90, days365 }: Horizons, out: GroupPredictions): readonly Span[] {
  return [
    { days: horizonDays, mean: out.expected, low: out.expectedLow, high: out.expectedHigh },
    { days: days30, mean: out.expected30, low: out.expected30Low, high: out.expected30High },
    { days: days90, mean: out.expected90, low: out.expected90Low, high: out.expected90High },
    { days: days365, mean: out.expected365, low: out.expected365Low, high: out.expected365High },
  ];
}
