import type { RescueCampaign } from '~/data/rescue/campaign';
import { localDay, type IsoDay } from '~/domain/iso-day';
import { scaleEstimate } from '~/domain/scale-estimate';
import { heldOutOf, LEAST_MEMBERS } from '~/rescue/assign-hold-out';
import { totalRescued } from '~/rescue/total-rescued';
import type { MeasuredCampaign } from '~/insights/retention-findings';
import type { ExclusionReason, RescueOutcomeView, RescuePlanView } from '../views/rescue-view';
import type { RescuedView, RescueOutlookView } from '../views/rescue-outlook-view';
import { outcomeSchema, type GroupPlan, type StoredPassPlan, type StoredTerms } from './stored-rescue';

const EXCLUSIONS: readonly ExclusionReason[] = [
  'no-consent',
  'recent-rescue',
  'open-return',
  'subscription',
  'gone',
];

/** What a pass recommends, for a page. */
export function toOutlookView({ terms, plan }: StoredPassPlan): RescueOutlookView {
  const { gain, chanceGain, messageOnlyGain, leftAlone, windowDays, limit, learnedFrom } = plan;
  return {
    ...{ gain, chanceGain, messageOnlyGain, leftAlone, windowDays, limit, learnedFrom },
    customers: plannedIn(plan),
    tiers: toTierViews(plan),
    margin: terms.margin,
  };
}

/** @param codesUntil last day on which a code made now can be used */
export function toPlanView(
  plan: GroupPlan,
  terms: StoredTerms,
  codesUntil: RescuePlanView['codesUntil'],
): RescuePlanView {
  const { gain, chanceGain, messageOnlyGain, notAsked, leftAlone, reach, windowDays } = plan;
  const { limit, learnedFrom, holdOutShare: share, excluded } = plan;
  const customers = plannedIn(plan);
  return {
    ...{ gain, chanceGain, messageOnlyGain, notAsked, leftAlone, reach, windowDays, limit, learnedFrom },
    largestRescue: terms.largestRescue,
    customers,
    gainContacted: scaleEstimate(gain, 1 - (share ?? 0)),
    tiers: toTierViews(plan).map((tier, i) => ({ ...tier, options: plan.tiers[i]?.options ?? [] })),
    excluded: EXCLUSIONS.map((reason) => ({ reason, customers: excluded[reason] })).filter(
      ({ customers: left }) => left > 0,
    ),
    holdOut: share === null ? null : { share, customers: heldOutOf(customers, share) },
    holdOutFrom: LEAST_MEMBERS,
    margin: terms.margin,
    contactCost: terms.contactCost,
    contactCostIsEstimated: terms.contactCostIsEstimated,
    codesUntil,
  };
}

function toTierViews({ tiers }: GroupPlan): RescueOutlookView['tiers'] {
  return tiers.map(({ tier, customers, discount, minimumBasket, gain, breakEven }) => {
    return { tier, customers, discount, minimumBasket, gain, breakEven };
  });
}

export function plannedIn({ tiers }: Pick<GroupPlan, 'tiers'>): number {
  return tiers.reduce((sum, { customers }) => sum + customers, 0);
}

/** What a campaign has brought so far; null before it was first measured. */
export function toOutcomeView(
  { outcome, measuredAt }: Pick<RescueCampaign, 'outcome' | 'measuredAt'>,
  timeZone: string,
): RescueOutcomeView | null {
  const parsed = outcomeSchema.safeParse(outcome);
  if (!parsed.success || measuredAt === null) return null;
  const { cells: _forLearning, baseline: _ofForecast, ...view } = parsed.data;
  return { ...view, measuredOn: localDay(new Date(measuredAt), timeZone) };
}

/** Rescues whose windows are over, as findings look at them. */
export function measuredCampaigns(campaigns: readonly RescueCampaign[]): readonly MeasuredCampaign[] {
  return campaigns.flatMap(({ id, number, outcome }): MeasuredCampaign[] => {
    const parsed = outcomeSchema.safeParse(outcome);
    if (!parsed.success || parsed.data.daysLeft > 0 || parsed.data.measured === null) return [];
    const { verdict, measured } = parsed.data;
    return [
      { id, number, verdict: verdict.code, chancePaid: measured.chancePaid, rescued: measured.rescued },
    ];
  });
}

const YEAR_MS = 365 * 86_400_000;

/** What the rescues of the last year brought together; null before the first was measured. */
export function toRescuedView(
  campaigns: readonly RescueCampaign[],
  now: Date,
  timeZone: string,
): RescuedView | null {
  const measured = campaigns.flatMap(({ outcome, confirmedAt, windowsEndAt }) => {
    const parsed = outcomeSchema.safeParse(outcome);
    if (!parsed.success || parsed.data.daysLeft > 0 || parsed.data.measured === null) return [];
    if (confirmedAt === null || windowsEndAt === null) return [];
    if (Date.parse(confirmedAt) < now.getTime() - YEAR_MS) return [];
    return [{ rescued: parsed.data.measured.rescued, confirmedAt, windowsEndAt }];
  });
  const from = measured.map(({ confirmedAt }) => confirmedAt).sort()[0];
  const to = measured
    .map(({ windowsEndAt }) => windowsEndAt)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return null;
  const dayOf = (instant: string): IsoDay => localDay(new Date(instant), timeZone);
  return {
    ...totalRescued(measured.map(({ rescued }) => rescued)),
    campaigns: measured.length,
    from: dayOf(from),
    to: dayOf(to),
  };
}
