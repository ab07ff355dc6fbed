import { phaseSum } from './phase-weights';
import type { PurchaseGroups } from './purchase-groups';
import { phasesOf, survivedChances, type PurchaseModel } from './purchase-model';

const LARGEST_LOG_ODDS = 700;
/** Probabilities below rounding are not told apart on the logit scale. */
const LEAST_PROBABILITY = 1e-15;

/**
 * P(alive) and P(at least one purchase) of group after group under one set of parameters, for a few horizons: the
 * formulas of `purchase-model.ts` with everything that groups share taken out of the loop. `enter` a frequency and age,
 * then ask `at` each recency.
 */
export class BuyingOdds {
  /** Of the group that was asked for last. */
  alive = 1;
  private readonly model: PurchaseModel;
  private readonly phases: number;
  private readonly tick: number;
  private readonly horizons: readonly number[];
  private readonly logTime: Float64Array;
  /** Probability that no phase ends within each horizon. */
  private readonly noPhase: Float64Array;
  private readonly noPurchase: Float64Array;
  private readonly purchase: Float64Array;
  private readonly inverseThen: Float64Array;
  /** `r + k x`. */
  private shape = 0;
  private inverseNow = 0;
  private logOddsNow = 0;
  private canLeave = false;
  private leftOdds = 0;

  constructor(model: PurchaseModel, groups: PurchaseGroups, horizons: readonly number[]) {
    this.model = model;
    this.phases = phasesOf(model.name);
    this.tick = groups.tick;
    this.horizons = horizons;
    this.logTime = new Float64Array(groups.maxAge + 1);
    const { alpha } = model.params;
    for (let i = 0; i < this.logTime.length; i++) this.logTime[i] = Math.log(alpha + i * this.tick);
    this.noPhase = new Float64Array(horizons.length);
    this.noPurchase = new Float64Array(horizons.length);
    this.purchase = new Float64Array(horizons.length);
    this.inverseThen = new Float64Array(horizons.length);
  }

  /** @param age ticks */
  enter(frequency: number, age: number): void {
    const { r, alpha, a, b } = this.model.params;
    this.shape = r + this.phases * frequency;
    const now = alpha + age * this.tick;
    this.inverseNow = 1 / now;
    const chances = survivedChances(this.model.name, frequency);
    this.canLeave = chances > 0;
    if (this.canLeave) this.logOddsNow = Math.log(a / (b + chances - 1)) + this.shape * this.logTime[age]!;
    else this.leftOdds = 0;
    for (let h = 0; h < this.horizons.length; h++) {
      const log = -this.shape * Math.log1p(this.horizons[h]! / now);
      this.inverseThen[h] = 1 / (now + this.horizons[h]!);
      this.noPhase[h] = this.noPurchase[h] = Math.exp(log);
      this.purchase[h] = -Math.expm1(log);
    }
  }

  /** @param recency ticks */
  at(recency: number): void {
    const bought = this.model.params.alpha + recency * this.tick;
    const sum = phaseSum(this.phases, this.shape, Math.max(0, 1 - bought * this.inverseNow));
    if (this.canLeave) {
      const logOdds = this.logOddsNow - this.shape * this.logTime[recency]!;
      this.leftOdds = Math.exp(Math.min(LARGEST_LOG_ODDS, logOdds)) / sum;
    }
    this.alive = 1 / (1 + this.leftOdds);
    if (this.phases === 1) return;
    for (let h = 0; h < this.horizons.length; h++) {
      const then = phaseSum(this.phases, this.shape, 1 - bought * this.inverseThen[h]!);
      this.noPurchase[h] = Math.min(1, (this.noPhase[h]! * then) / sum);
      this.purchase[h] = 1 - this.noPurchase[h]!;
    }
  }

  /** P(at least one purchase within horizon `h`), the chance to have left included. */
  buys(h: number): number {
    return this.alive * this.purchase[h]!;
  }

  /** Log-odds of that, without losing digits where it is nearly certain. */
  logit(h: number): number {
    const against = Math.max(LEAST_PROBABILITY, this.leftOdds + this.noPurchase[h]!);
    return Math.log(Math.max(LEAST_PROBABILITY, this.purchase[h]!) / against);
  }
}
