import { longMean } from './expected-purchases';
import { longPurchaseSum } from './long-purchase-sum';
import { phaseWeight } from './phase-weights';
import { PurchaseCounts, termsNeeded } from './purchase-count';
import { phasesOf, survivedChances, type PurchaseModel } from './purchase-model';

/** The tails of the count distribution beyond this many purchases are not told apart. */
const MOST_COUNTS = 200_000;
const TOLERANCE = 1e-11;

/**
 * Numbers of purchases of customers who are alive now, of one frequency and age after the other. `enter` them, then a
 * `horizon`; ask for `mean` and `square` before `survival`. Tables last while the frequency does.
 */
export class LivingCounts {
  /** Of a gap between two purchases; the answers are given for each phase that a customer can be in. */
  readonly phases: number;
  private readonly counts = new PurchaseCounts();
  /** `r + k x`, and `alpha` + age. */
  private shape = 0;
  private now = 1;
  /** Of the horizon: `h / (alpha + T)`, and whether its sums are there. */
  private z = 0;
  private summed = false;

  constructor(private readonly model: PurchaseModel) {
    this.phases = phasesOf(model.name);
  }

  /** @param age time units */
  enter(frequency: number, age: number): void {
    const { r, alpha, a, b } = this.model.params;
    this.shape = r + this.phases * frequency;
    this.now = alpha + age;
    this.counts.customer(this.shape, a, b + survivedChances(this.model.name, frequency), this.phases);
  }

  /** Probability of the phase after a silence, in time units. */
  phaseWeight(phase: number, silence: number): number {
    return phaseWeight(this.phases, phase, this.shape, silence / this.now);
  }

  /** @param days time units, above 0 */
  horizon(days: number): void {
    this.z = days / this.now;
    this.summed = this.model.params.a > 0 && this.counts.reaches(this.z);
    if (this.summed) this.counts.horizon(this.z, TOLERANCE);
  }

  mean(phase: number): number {
    const { shape, z, counts, phases } = this;
    const { a } = this.model.params;
    if (a === 0) return shape * z;
    return this.summed ? counts.mean(phase) : longMean(shape, z, a, counts.stayed, phases, phase);
  }

  square(phase: number): number {
    const { shape, z, counts, phases } = this;
    const { a } = this.model.params;
    if (a === 0) return shape * z * (1 + z + shape * z);
    return this.summed
      ? counts.square(phase)
      : longPurchaseSum(shape, z, a, counts.stayed, phases, phase).square;
  }

  /**
   * For each phase, P(at least m purchases) in entry m - 1, all of one length, until even the phase nearest to a purchase
   * has fallen to `least`.
   * @returns views, valid until the next horizon
   */
  survival(least: number): readonly Float64Array[] {
    const { counts, phases } = this;
    if (!this.summed) {
      let within = this.z;
      // Only a customer of minutes with a rate of thousands a day is cut here; their mean is not.
      while (termsNeeded(counts.shape, within) > MOST_COUNTS) within /= 2;
      counts.horizon(within, TOLERANCE);
    }
    // The last phase is the nearest to a purchase: where even its survival is small, all are.
    const last = counts.survival(phases - 1, least);
    return Array.from({ length: phases }, (_, j) =>
      j === phases - 1 ? last : counts.survival(j, -1, last.length),
    );
  }
}
