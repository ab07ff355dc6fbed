import { choleskyFactor } from '../numeric/cholesky';
import { BuyingOdds } from './buying-odds';
import type { PurchaseFit } from './fit-purchases';
import type { GroupPredictions, Horizons } from './group-predictions';
import type { PurchaseGroups } from './purchase-groups';
import type { PurchaseModel } from './purchase-model';

/** Standard error on the logit scale where the data do not pin the parameters down. */
const UNKNOWN_ERROR = 1;

/** P(alive), P(buy) over every horizon and the errors of those. */
export class BuyingProbabilities {
  /** At the fitted parameters, for the group that was filled in last. */
  readonly fitted: BuyingOdds;
  private readonly moved: readonly BuyingOdds[];
  private readonly known: boolean;
  private readonly out: GroupPredictions;
  private readonly errors: readonly Float64Array[];

  constructor(fit: PurchaseFit, groups: PurchaseGroups, horizons: Horizons, out: GroupPredictions) {
    const { days30, days90, days365, churnWindowDays, horizonDays } = horizons;
    const withError = [days30, days90, days365, churnWindowDays];
    this.fitted = new BuyingOdds(fit, groups, [...withError, horizonDays]);
    const moved = modelsOneErrorAway(fit);
    this.known = moved !== null;
    this.moved = (moved ?? []).map((model) => new BuyingOdds(model, groups, withError));
    this.out = out;
    this.errors = [out.pBuy30Error, out.pBuy90Error, out.pBuy365Error, out.churnError];
  }

  enter(frequency: number, age: number): void {
    this.fitted.enter(frequency, age);
    for (const odds of this.moved) odds.enter(frequency, age);
  }

  /** Fills in group `g`. */
  fill(g: number, recency: number): void {
    const { fitted, out, errors } = this;
    fitted.at(recency);
    out.pAlive[g] = fitted.alive;
    out.pBuy30[g] = fitted.buys(0);
    out.pBuy90[g] = fitted.buys(1);
    out.pBuy365[g] = fitted.buys(2);
    out.churn[g] = 1 - fitted.buys(3);
    out.pBuy[g] = fitted.buys(4);
    for (const odds of this.moved) odds.at(recency);
    for (let h = 0; h < errors.length; h++) {
      const logit = fitted.logit(h);
      let variance = this.known ? 0 : UNKNOWN_ERROR ** 2;
      for (const odds of this.moved) variance += (odds.logit(h) - logit) ** 2;
      errors[h]![g] = Math.sqrt(variance);
    }
  }
}

/**
 * The fit moved along each column of L, covariance = L L': the squares of what that changes add up to the variance of
 * any smooth function of the parameters, to first order.
 */
function modelsOneErrorAway(fit: PurchaseFit): readonly PurchaseModel[] | null {
  const size = fit.coordinates.length;
  const factor = fit.covariance && choleskyFactor(fit.covariance, size);
  if (factor === null) return null;
  return Array.from({ length: size }, (_, column) => ({
    name: fit.name,
    params: fit.paramsAt(fit.coordinates.map((value, i) => value + factor[i * size + column]!)),
  }));
}
