import type { Estimate } from '~/domain/estimate';
import { partOf } from '~/domain/scale-estimate';
import type { AtRiskPoint } from '~/domain/at-risk-course';
import { atRiskChange } from './at-risk-change';

/** What a pass and the rescues before it say. Money in units of the shop's currency. */
export interface RetentionFacts {
  /** Revenue of the next 12 months; null while rules answer. */
  readonly moneyAtRisk: Estimate | null;
  readonly expected12m: Estimate | null;
  /** At each pass, the oldest first; the last is that of today. */
  readonly atRiskHistory: readonly AtRiskPoint[];
  readonly segments: readonly SegmentFacts[];
  /** Null while rules answer. */
  readonly rescue: RescueFacts | null;
  /** Rescues whose windows are over, in any order. */
  readonly campaigns: readonly MeasuredCampaign[];
}

interface SegmentFacts {
  readonly segment: string;
  readonly customers: number;
  readonly value12m: number | null;
  readonly moneyAtRisk: number | null;
}

interface RescueFacts {
  readonly gain: Estimate;
  readonly chanceGain: number;
  readonly limit: 'none' | 'no-discount' | 'leave-alone';
  readonly margin: { readonly share: number; readonly source: 'confirmed' | 'estimated' };
}

export interface MeasuredCampaign {
  readonly id: string;
  /** 1, 2, 3 ...: how the merchant knows it. */
  readonly number: number;
  /** Code of the outcome's verdict. */
  readonly verdict: string;
  readonly chancePaid: number;
  /** What it earned more than leaving all alone would have. */
  readonly rescued: Estimate;
}

/** Something that changed or can be done: a code of the message catalog, its values, and where to act on it. */
export interface RetentionFinding {
  readonly kind: 'opportunity' | 'alert' | 'success';
  readonly code: string;
  readonly values: Readonly<Record<string, number>>;
  readonly url: string;
}

interface Candidate {
  readonly finding: RetentionFinding;
  /** Money at stake, currency units. */
  readonly stake: number;
  /** Probability that it is so. */
  readonly certainty: number;
}

const MOST = 3;
/** Both 80 % intervals would have to be wrong, on opposite sides. */
const BEYOND_BOTH_RANGES = 0.95;
/** Of what a group will bring, care moves a small part; nothing that we measured says which. */
const MOVED_BY_CARE = 0.05;
/** A guessed margin is off by about a tenth of what a rescue gains. */
const MOVED_BY_MARGIN = 0.1;
const EVEN = 0.5;

/**
 * At most three findings, ranked by money at stake times certainty. Of each kind the weightiest comes before a second of
 * another: three alerts are no picture of a shop.
 */
export function retentionFindings(facts: RetentionFacts): readonly RetentionFinding[] {
  const ranked = [
    riskChange(facts),
    vipsAtRisk(facts),
    promisingCustomers(facts),
    marginToConfirm(facts),
    newestOutcome(facts),
  ]
    .filter((candidate) => candidate !== null)
    .sort((a, b) => weight(b) - weight(a) || a.finding.code.localeCompare(b.finding.code));
  const isFirstOfKind = ({ finding }: Candidate): boolean =>
    ranked.find((other) => other.finding.kind === finding.kind)?.finding === finding;
  const chosen = [...ranked.filter(isFirstOfKind), ...ranked.filter((one) => !isFirstOfKind(one))];
  return chosen
    .slice(0, MOST)
    .sort((a, b) => weight(b) - weight(a))
    .map(({ finding }) => finding);
}

function weight({ stake, certainty }: Candidate): number {
  return stake * certainty;
}

/** Money at risk that left its range of about four weeks ago, upwards or downwards. */
function riskChange({ atRiskHistory }: RetentionFacts): Candidate | null {
  const change = atRiskChange(atRiskHistory);
  if (!change || change.direction === 'none') return null;
  const { before, now, days } = change;
  const rose = change.direction === 'rose';
  return {
    finding: {
      kind: rose ? 'alert' : 'success',
      code: rose ? 'at-risk-rose' : 'at-risk-fell',
      values: { days, beforeLow: before.low, beforeHigh: before.high, ...ranged(now) },
      url: '/app/customers?filter=leaving',
    },
    stake: Math.abs(now.mean - before.mean),
    certainty: BEYOND_BOTH_RANGES,
  };
}

/** The best customers on their way out, unless writing is known to win nobody back. */
function vipsAtRisk({ segments, moneyAtRisk, rescue }: RetentionFacts): Candidate | null {
  const vips = segments.find(({ segment }) => segment === 'vip-at-risk');
  if (!vips?.moneyAtRisk || vips.customers === 0 || !moneyAtRisk) return null;
  if (rescue && (rescue.limit === 'leave-alone' || rescue.gain.mean <= 0)) return null;
  const range = partOf(moneyAtRisk, vips.moneyAtRisk);
  if (!range) return null;
  return {
    finding: {
      kind: 'opportunity',
      code: 'vips-at-risk',
      values: { customers: vips.customers, ...ranged(range) },
      url: '/app/customers?filter=vip-at-risk',
    },
    // Not what is at risk: what a rescue can be expected to win of it.
    stake: rescue ? Math.min(rescue.gain.mean, range.mean) : 0,
    certainty: rescue?.chanceGain ?? EVEN,
  };
}

function promisingCustomers({ segments, expected12m }: RetentionFacts): Candidate | null {
  const whales = segments.find(({ segment }) => segment === 'potential-whale');
  if (!whales?.value12m || whales.customers === 0 || !expected12m) return null;
  const range = partOf(expected12m, whales.value12m);
  if (!range) return null;
  return {
    finding: {
      kind: 'opportunity',
      code: 'promising-customers',
      values: { customers: whales.customers, ...ranged(range) },
      url: '/app/customers?filter=potential-whale',
    },
    stake: MOVED_BY_CARE * range.mean,
    certainty: EVEN,
  };
}

function marginToConfirm({ rescue }: RetentionFacts): Candidate | null {
  if (rescue?.margin.source !== 'estimated') return null;
  return {
    finding: {
      kind: 'opportunity',
      code: 'margin-estimated',
      values: { share: rescue.margin.share },
      url: '/app/settings#margin',
    },
    stake: MOVED_BY_MARGIN * Math.abs(rescue.gain.mean),
    certainty: EVEN,
  };
}

/** The last word of the hold-outs; older campaigns have had theirs. */
function newestOutcome({ campaigns }: RetentionFacts): Candidate | null {
  const newest = campaigns.reduce<MeasuredCampaign | null>(
    (latest, campaign) => (latest === null || campaign.number > latest.number ? campaign : latest),
    null,
  );
  if (newest?.verdict !== 'probably-paid' && newest?.verdict !== 'did-not-pay') return null;
  const paid = newest.verdict === 'probably-paid';
  const { number, chancePaid, rescued, id } = newest;
  return {
    finding: {
      kind: paid ? 'success' : 'alert',
      code: paid ? 'rescue-paid' : 'rescue-did-not-pay',
      values: { number, chance: chancePaid, ...ranged(rescued) },
      url: `/app/rescues/${id}`,
    },
    stake: Math.abs(rescued.mean),
    certainty: paid ? chancePaid : 1 - chancePaid,
  };
}

function ranged({
  mean,
  low,
  high,
  level,
}: Estimate): Readonly<Record<'mean' | 'low' | 'high' | 'level', number>> {
  return { mean, low, high, level };
}
