/** What a forecast of one customer says in numbers, each with its interval. Money in currency units. */
export interface ForecastFigures {
  /** Probability of at least one purchase in 30, 90 and 365 days. */
  readonly pBuy30: number;
  readonly pBuy30Low: number;
  readonly pBuy30High: number;
  readonly pBuy90: number;
  readonly pBuy90Low: number;
  readonly pBuy90High: number;
  readonly pBuy365: number;
  readonly pBuy365Low: number;
  readonly pBuy365High: number;
  /** 1 - probability of a purchase within the shop's churn window. */
  readonly churn: number;
  readonly churnLow: number;
  readonly churnHigh: number;
  /** Low and high hold the actual number with the probability of the interval. */
  readonly expectedPurchases30: number;
  readonly expectedPurchases30Low: number;
  readonly expectedPurchases30High: number;
  readonly expectedPurchases90: number;
  readonly expectedPurchases90Low: number;
  readonly expectedPurchases90High: number;
  readonly expectedPurchases365: number;
  readonly expectedPurchases365Low: number;
  readonly expectedPurchases365High: number;
  /** Mean value of future orders and where the customer's own mean lies. */
  readonly expectedOrderValue: number;
  readonly expectedOrderValueLow: number;
  readonly expectedOrderValueHigh: number;
  /** Undiscounted value over the horizon with its predictive interval. */
  readonly clv: number;
  readonly clvLow: number;
  readonly clvHigh: number;
  /** Discounted value of the next 12 calendar months with its predictive interval. */
  readonly clv12m: number;
  readonly clv12mLow: number;
  readonly clv12mHigh: number;
  /** (1 - P(alive)) x order value x purchases expected in 52 weeks if alive. */
  readonly moneyAtRisk: number;
}
