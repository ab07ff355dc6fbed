import { z } from 'zod';
import type { RankedCustomer } from '~/engine/clv/customer-valuation';
import type { ColumnValuation } from '~/engine/clv/value-customers';
import type { Decision, LeavingSummary } from '~/insights/decision';
import { backtestSchema, choiceSchema, estimateSchema as estimate, trustSchema } from './stored-trust';

/** Goes up when a stored result changes shape; older rows are then read as absent and the next pass writes new ones. */
export const CLV_SCHEMA_VERSION = 3;
export const INSIGHTS_SCHEMA_VERSION = 3;

const verdict = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const segmentSum = z.object({
  segment: z.string(),
  customers: z.number(),
  value12m: z.number().nullable(),
  moneyAtRisk: z.number().nullable(),
});

const salesFacts = z.object({
  orders: z.number(),
  customers: z.number(),
  guestOrders: z.number(),
  revenue: z.number(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  excluded: z.object({
    test: z.number(),
    cancelled: z.number(),
    unpaid: z.number(),
    nothingPaid: z.number(),
  }),
});
/** Orders and revenue that stood behind a fit. Money in units of the shop's currency. */
export type SalesFacts = z.infer<typeof salesFacts>;

/** What `model_run.result` of kind `clv` holds beside one prediction per customer. */
export const clvResultSchema = z.object({
  sales: salesFacts,
  status: z.enum(['fitted', 'rules', 'empty']),
  now: z.iso.date(),
  horizonDays: z.number(),
  verdicts: z.array(verdict),
  /** Probability that the customers' intervals hold; null where rules answer. */
  intervalLevel: z.number().nullable(),
  model: z
    .object({
      chosen: z.string(),
      choice: choiceSchema,
      churnWindowDays: z.number(),
      chancesCorrected: z.boolean(),
      countsCorrected: z.boolean(),
    })
    .loose()
    .nullable(),
  value: z.object({ model: z.string() }).loose().nullable(),
  totals: z
    .object({
      customers: z.number(),
      repeatCustomers: z.number(),
      purchases: z.number(),
      revenue: z.number(),
      historyDays: z.number(),
      revenue12m: estimate.optional(),
      expectedPurchases90: estimate.optional(),
      expectedRevenue90: estimate.optional(),
      expectedBuyers90: estimate.optional(),
    })
    .loose()
    .nullable(),
  backtest: backtestSchema.nullable(),
  season: z.object({ weeks: z.array(z.number()), years: z.number() }).nullable(),
  moneyAtRisk: estimate.nullable(),
  /** Of the customers who are leaving now. */
  leavingAtRisk: estimate.nullable(),
  leaving: z.object({ customers: z.number(), topCustomers: z.number(), topMoney: z.number() }),
  /** Customers past twice their rhythm, where rules answer. */
  overdueCustomers: z.number(),
  segments: z.array(segmentSum),
});
export type ClvResult = z.infer<typeof clvResultSchema>;

const OVERDUE_RHYTHMS = 2;

/** Where rules answer: more than once here, and silent for over twice the usual time. */
export function isOverdue({ overdue, frequency }: RankedCustomer): boolean {
  return frequency >= 1 && overdue > OVERDUE_RHYTHMS;
}

/** The shop-level part of a valuation, without its customers and what they add up to. */
export function toClvResult(
  valuation: ColumnValuation,
  sales: SalesFacts,
  leaving: LeavingSummary,
): Omit<z.input<typeof clvResultSchema>, 'segments'> {
  const { status, now, horizonDays } = valuation;
  const verdicts = valuation.verdicts.map(({ code, values }) => ({ code, values: { ...values } }));
  const base = {
    sales,
    status,
    now,
    horizonDays,
    verdicts,
    intervalLevel: null,
    model: null,
    value: null,
    totals: null,
    backtest: null,
    season: null,
    moneyAtRisk: null,
    leavingAtRisk: null,
    leaving,
    overdueCustomers: 0,
  };
  if (valuation.status === 'empty') return base;
  if (valuation.status === 'rules') {
    const overdueCustomers = valuation.customers.filter(isOverdue).length;
    return { ...base, totals: { ...valuation.totals }, overdueCustomers };
  }
  const { intervalLevel, value, totals, moneyAtRisk, leavingAtRisk, backtest, season } = valuation;
  // Who was set aside is written on their own rows: an id in here would outlive its erasure.
  const { setAside, choice, ...model } = valuation.model;
  return {
    ...{ ...base, intervalLevel, moneyAtRisk, leavingAtRisk },
    model: {
      ...model,
      choice: { code: choice.code, values: { ...choice.values } },
      customersSetAside: setAside.length,
    },
    value: { ...value },
    totals: { ...totals },
    backtest: backtest && {
      ...backtest,
      origins: [...backtest.origins],
      candidates: [...backtest.candidates],
      calibration: [...backtest.calibration],
    },
    season: season && { weeks: [...season.weeks], years: season.years },
  };
}

const decision = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('look-at-risk'),
    customers: z.number(),
    money: estimate,
    topCustomers: z.number(),
    topShare: z.number(),
  }),
  z.object({ kind: z.literal('all-quiet'), customers: z.number() }),
  z.object({
    kind: z.literal('too-early'),
    repeatCustomers: z.number(),
    requiredRepeatCustomers: z.number(),
    historyDays: z.number(),
    overdueCustomers: z.number(),
  }),
  z.object({ kind: z.literal('no-orders') }),
]) satisfies z.ZodType<Decision>;

/** What `model_run.result` of kind `insights` holds: all that the dashboard shows of a pass, ready to be formatted. */
export const insightsResultSchema = z.object({
  analysisDay: z.string(),
  dataCutoff: z.string(),
  computedAt: z.string(),
  decision,
  moneyAtRisk: estimate.nullable(),
  expected12m: estimate.nullable(),
  segments: z.array(segmentSum),
  /** How far the forecasts can be trusted; null while rules answer. */
  trust: trustSchema.nullable(),
  /** What the forecasts of single customers stand on; null while rules answer. */
  customerForecasts: z
    .object({ model: z.string(), churnWindowDays: z.number(), intervalLevel: z.number() })
    .nullable(),
  basis: salesFacts.extend({
    purchases: z.number(),
    customersModelled: z.number(),
    model: z.string().nullable(),
  }),
  notices: z.array(
    z.object({
      code: z.string(),
      tone: z.enum(['info', 'warning', 'critical']),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type InsightsResult = z.infer<typeof insightsResultSchema>;

export const reconciliationSchema = z.object({
  at: z.string(),
  ordersHere: z.number(),
  ordersAtSource: z.number(),
  revenueHere: z.number(),
  revenueAtSource: z.number(),
  difference: z.number(),
  repairedOrders: z.number(),
});
