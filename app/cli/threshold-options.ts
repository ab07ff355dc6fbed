import { DEFAULT_SEGMENT_THRESHOLDS, type SegmentThresholds } from '~/services/value-orders-file';

/** Flags that move the borders of the segments, for parseArgs. */
export const THRESHOLD_FLAGS = {
  'high-churn': { type: 'string' },
  'low-churn': { type: 'string' },
  'loyal-orders': { type: 'string' },
  'vip-share': { type: 'string' },
  'whale-share': { type: 'string' },
} as const;

type ThresholdValues = Readonly<Partial<Record<keyof typeof THRESHOLD_FLAGS, string | undefined>>>;

const MOST_ORDERS = 1000;

/** @returns the thresholds, or one sentence on the first that is wrong */
export function readThresholds(values: ThresholdValues): SegmentThresholds | string {
  const standard = DEFAULT_SEGMENT_THRESHOLDS;
  const highChurn = numberOr(values['high-churn'], standard.highChurn);
  const lowChurn = numberOr(values['low-churn'], standard.lowChurn);
  const loyalPurchases90 = numberOr(values['loyal-orders'], standard.loyalPurchases90);
  const vipShare = numberOr(values['vip-share'], standard.vipShare);
  const whaleShare = numberOr(values['whale-share'], standard.whaleShare);
  if (!within(highChurn, 0, 1)) return `--high-churn: a probability from 0 to 1, not ${values['high-churn']}`;
  if (!within(lowChurn, 0, 1)) return `--low-churn: a probability from 0 to 1, not ${values['low-churn']}`;
  if (lowChurn > highChurn) return `--low-churn: not above --high-churn: ${lowChurn} > ${highChurn}`;
  if (!within(loyalPurchases90, 0, MOST_ORDERS)) {
    return `--loyal-orders: a number from 0 to ${MOST_ORDERS}, not ${values['loyal-orders']}`;
  }
  if (!within(vipShare, 0, 1)) return `--vip-share: a share from 0 to 1, not ${values['vip-share']}`;
  if (!within(whaleShare, 0, 1)) return `--whale-share: a share from 0 to 1, not ${values['whale-share']}`;
  return { highChurn, lowChurn, loyalPurchases90, vipShare, whaleShare };
}

function numberOr(text: string | undefined, standard: number): number {
  return text === undefined ? standard : decimalNumber(text);
}

/** NaN for what is no plain decimal number: `Number` alone takes '' for 0 and knows hexadecimals. */
export function decimalNumber(text: string): number {
  return /^\d+(?:\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : Number.NaN;
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
