import type { NewPrediction } from '~/data/model-runs/customer-prediction';
import { CUSTOMER_SEGMENTS } from '~/domain/customer-filter';

/** What the customers of a segment have in common. Money in units of the shop's currency. */
interface SegmentSum {
  readonly segment: string;
  readonly customers: number;
  /** Sums of means; null where rules answer. */
  readonly value12m: number | null;
  readonly moneyAtRisk: number | null;
}

export interface SegmentSums {
  add(prediction: NewPrediction): void;
  /** Every segment in the order in which a merchant acts on them, the empty ones too. */
  all(): readonly SegmentSum[];
}

/** Sums customers up by segment as they pass by. */
export function createSegmentSums(): SegmentSums {
  const sums = new Map(
    CUSTOMER_SEGMENTS.map(
      (segment): [string, { customers: number; value12m: number; moneyAtRisk: number }] => [
        segment,
        { customers: 0, value12m: 0, moneyAtRisk: 0 },
      ],
    ),
  );
  let forecasts = false;
  return {
    add({ segment, forecast }) {
      const of = sums.get(segment);
      if (of === undefined) throw new Error(`a segment that nobody sums up: ${segment}`);
      of.customers += 1;
      if (forecast === null) return;
      forecasts = true;
      of.value12m += forecast.clv12m;
      of.moneyAtRisk += forecast.moneyAtRisk;
    },
    all: () =>
      [...sums].map(([segment, { customers, value12m, moneyAtRisk }]) => {
        return forecasts
          ? { segment, customers, value12m, moneyAtRisk }
          : { segment, customers, value12m: null, moneyAtRisk: null };
      }),
  };
}
