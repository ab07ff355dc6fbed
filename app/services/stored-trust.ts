import { z } from 'zod';
import { isoDay } from '~/domain/iso-day';
import type { BacktestReport } from '~/engine/clv/backtest-report';
import type { ForecastScore } from '~/engine/clv/score-forecast';
import type { TrustView } from './views/trust-view';

export const estimateSchema = z.object({
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  level: z.number(),
});
const day = z.iso.date().transform(isoDay);

const calibrationGroup = z.object({
  customers: z.number(),
  forecast: z.number(),
  actual: z.number(),
  low: z.number(),
  high: z.number(),
});

export const choiceSchema = z.object({ code: z.string(), values: z.record(z.string(), z.number()) });

const backtestCandidate = {
  chosen: z.boolean(),
  meanAbsoluteError: z.number().nullable(),
  rankingArea: z.number(),
  calibrationError: z.number().nullable(),
  totalError: z.number().nullable(),
};

/** The look back of a fit, as it is stored with it. Names are open: a later release may know more candidates. */
export const backtestSchema = z.object({
  horizonDays: z.number(),
  customers: z.number(),
  origins: z.array(
    z.object({
      day,
      horizonDays: z.number(),
      customers: z.number(),
      expectedPurchases: z.number(),
      actualPurchases: z.number(),
      expectedBuyers: z.number(),
      actualBuyers: z.number(),
    }),
  ),
  candidates: z.array(
    z.object({
      name: z.string(),
      ...backtestCandidate,
      score: z.number().nullable(),
      scoreError: z.number().nullable(),
    }),
  ),
  calibration: z.array(calibrationGroup),
  calibrationError: z.number(),
  modelError: z.number(),
}) satisfies z.ZodType<Omit<BacktestReport, 'candidates'>>;

const unlikely = z.object({
  customers: z.number(),
  cameBack: z.number(),
  low: z.number(),
  high: z.number(),
});

const scored = {
  unlikely,
  calibration: z.array(calibrationGroup),
  calibrationError: z.number(),
  rankingArea: z.number().nullable(),
};

/** What `forecast.score` holds: kept for ever, so it may grow and must not change. */
export const forecastScoreSchema = z.object({
  actualPurchases: z.number(),
  actualBuyers: z.number(),
  actualRevenue: z.number(),
  ...scored,
}) satisfies z.ZodType<ForecastScore>;

export const trustSchema = z.object({
  track: z.array(
    z.object({
      madeOn: day,
      until: day,
      expectedPurchases: estimateSchema,
      actualPurchases: z.number(),
      expectedBuyers: estimateSchema,
      actualBuyers: z.number(),
      expectedRevenue: estimateSchema,
      actualRevenue: z.number(),
      ...scored,
      inRange: z.object({ purchases: z.boolean(), buyers: z.boolean(), revenue: z.boolean() }),
    }),
  ),
  nextScoreOn: day.nullable(),
  backtest: z
    .object({
      horizonDays: z.number(),
      customers: z.number(),
      origins: z.array(
        z.object({
          day,
          horizonDays: z.number(),
          expectedPurchases: z.number(),
          actualPurchases: z.number(),
          error: z.number().nullable(),
        }),
      ),
      candidates: z.array(z.object({ name: z.string(), ...backtestCandidate })),
      calibration: z.array(calibrationGroup),
      calibrationError: z.number(),
    })
    .nullable(),
  model: z.string(),
  choice: choiceSchema,
  chancesCorrected: z.boolean(),
  countsCorrected: z.boolean(),
}) satisfies z.ZodType<TrustView>;
