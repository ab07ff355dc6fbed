import type { CustomerPrediction, FittedValuation } from '~/engine/clv/customer-valuation';
import type { OrderColumns } from '~/engine/clv/order-columns';
import { valueCustomers } from '~/engine/clv/value-customers';
import { hiatusRule, lastWindowRule, oracleRegression, zeroForAll } from './anchors';
import { engineForecast, type Forecast } from './forecast';
import { outcomeOf, type HoldOut } from './hold-out-data';
import type { Outcome } from './outcome';

export interface Trial {
  readonly holdOut: HoldOut;
  readonly outcome: Outcome;
  readonly plain: Forecast;
  readonly automatic: Forecast;
  readonly hiatus: Forecast;
  readonly others: readonly Forecast[];
}

export function makeTrial(holdOut: HoldOut, orders: OrderColumns): Trial {
  const outcome = outcomeOf(orders, holdOut);
  const plain = fitted(orders, holdOut, false);
  const automatic = fitted(orders, holdOut, true);
  const found = new Map(plain.customers.map((customer) => [customer.customerId, customer]));
  const customers = outcome.customerIds
    .map((id) => found.get(id))
    .filter((customer): customer is CustomerPrediction => customer !== undefined);
  return {
    holdOut,
    outcome,
    plain: engineForecast('plain MBG/NBD', plain, outcome, { median: true }),
    automatic: engineForecast('automatic choice', automatic, outcome, { median: true }),
    hiatus: hiatusRule(customers),
    others: [
      lastWindowRule(orders, holdOut, customers),
      zeroForAll(outcome),
      oracleRegression(customers, outcome),
    ],
  };
}

function fitted(
  orders: OrderColumns,
  { file, now, horizonDays }: HoldOut,
  backtest: boolean,
): FittedValuation {
  const valuation = valueCustomers({ orders, now, horizonDays, seed: 1, backtest });
  if (valuation.status !== 'fitted') throw new Error(`no model for ${file} on ${now}: ${valuation.status}`);
  return valuation;
}
