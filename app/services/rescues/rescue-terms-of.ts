import type { ShopSettings } from '~/data/settings/shop-settings';
import { grossMargin } from '~/domain/gross-margin';
import type { ClvResult } from '../stored-results';
import type { StoredTerms } from './stored-rescue';

/** A message costs a thousandth of an order until the merchant says otherwise: 5 cents where orders are 50 euro. */
const USUAL_CONTACT_SHARE = 1 / 1_000;
/** Of the year after an order, counted as won with a customer who is back (docs/models/rescue.md). */
const FUTURE_SHARE = 0.5;

/** What a rescue is calculated with: the merchant's word where there is one, the house's assumption else. */
export function rescueTermsOf(settings: ShopSettings, { totals }: Pick<ClvResult, 'totals'>): StoredTerms {
  const meanOrder = totals === null || totals.purchases === 0 ? 0 : totals.revenue / totals.purchases;
  const { maxDiscount, contactCost, largestRescue, codeDays } = settings;
  return {
    margin: grossMargin(settings),
    contactCost: contactCost ?? Number((meanOrder * USUAL_CONTACT_SHARE).toPrecision(2)),
    contactCostIsEstimated: contactCost === null,
    ...{ maxDiscount, largestRescue, codeDays },
    futureShare: FUTURE_SHARE,
  };
}
