/** What the merchant decides; shares are of 1, money in currency units. */
export interface RescueTerms {
  /** Share of revenue left after the cost of goods, above 0 and at most 1. */
  readonly marginShare: number;
  /** What it costs to reach one customer. */
  readonly contactCost: number;
  /** The merchant's own limit on discounts; 20 % is the house's. */
  readonly maxDiscount?: number;
  /**
   * Share of the year after an order that is counted as won with a customer who is back: some of it would have come
   * anyway. Default a half, until hold-outs that are old enough teach better.
   */
  readonly futureShare?: number;
}

const DEFAULT_FUTURE_SHARE = 0.5;

/** @throws RangeError when a term makes no sense */
export function checkTerms(terms: RescueTerms): Required<Omit<RescueTerms, 'maxDiscount'>> {
  const { marginShare, contactCost, maxDiscount = 0, futureShare = DEFAULT_FUTURE_SHARE } = terms;
  const within = (name: string, value: number, most: number): void => {
    if (!(value >= 0 && value <= most)) throw new RangeError(`${name} must be 0 to ${most}: ${value}`);
  };
  within('marginShare', marginShare, 1);
  within('maxDiscount', maxDiscount, 1);
  within('futureShare', futureShare, 1);
  if (!(contactCost >= 0 && contactCost < Infinity)) {
    throw new RangeError(`contactCost must be 0 or more: ${contactCost}`);
  }
  return { marginShare, contactCost, futureShare };
}
