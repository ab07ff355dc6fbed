import { holdOutShare, LEAST_MEMBERS } from '~/rescue/assign-hold-out';
import { planRescue, type RescuePlan } from '~/rescue/plan-rescue';
import { expectedGain } from '~/rescue/rank-candidates';
import type { RescueCandidate } from '~/rescue/rescue-candidate';
import type { PlannedMember } from '~/data/rescue/campaign';
import type { Learning } from './read-learning';
import { decisionTerms, type GroupPlan, type StoredTerms } from './stored-rescue';

export interface Group {
  readonly candidates: readonly RescueCandidate[];
  /** What was found out about them before: stands in the plan as it is. */
  readonly found: Pick<GroupPlan, 'considered' | 'notAsked' | 'excluded' | 'consentChecked'>;
  readonly channels: ReadonlyMap<string, { readonly email: boolean; readonly whatsApp: boolean }>;
}

export interface PlannedGroup {
  readonly plan: GroupPlan;
  readonly members: readonly PlannedMember[];
}

/** Plans a group whose members may be written to: pure in what it is given. */
export function planGroup(group: Group, terms: StoredTerms, learning: Learning): PlannedGroup {
  const { responses, limit, learnedFrom } = learning;
  const decision = decisionTerms(terms);
  const plan = planRescue(group.candidates, decision, responses, limit, terms.largestRescue);
  const members = membersOf(plan);
  const gainOf = expectedGain(decision, responses);
  const planned = plan.tiers.flatMap(({ customers }) => customers.map(({ candidate }) => candidate));
  const reached = (channel: 'email' | 'whatsApp'): number =>
    planned.filter(({ customerId }) => group.channels.get(customerId)?.[channel] === true).length;
  const windows = planned.map(({ windowDays }) => windowDays);
  const share = holdOutShareOf(planned.length, plan.chanceGain);
  return {
    members,
    plan: {
      ...group.found,
      reach: { email: reached('email'), whatsApp: reached('whatsApp') },
      tiers: plan.tiers.map(({ tier, discount, minimumBasket, customers, gain, breakEven, options }) => ({
        ...{ tier, discount, minimumBasket, gain },
        customers: customers.length,
        breakEven: { baseline: breakEven.baseline, extraReturns: breakEven.extraReturns },
        options: options.map((option) => ({ ...option })),
      })),
      gain: plan.rescuable,
      chanceGain: plan.chanceGain,
      messageOnlyGain: planned.reduce((sum, candidate) => sum + gainOf(candidate, 0), 0),
      leftAlone: plan.leftAlone.length,
      windowDays: { from: Math.min(...windows, 90), to: Math.max(...windows, 30) },
      holdOutShare: share,
      limit,
      learnedFrom,
    },
  };
}

function holdOutShareOf(customers: number, chanceGain: number): number | null {
  return customers < LEAST_MEMBERS ? null : holdOutShare(customers, chanceGain);
}

function membersOf({ tiers }: RescuePlan): readonly PlannedMember[] {
  return tiers.flatMap(({ tier, discount, customers }) =>
    customers.map(({ candidate, stratum, expectedGain: gain }): PlannedMember => {
      const { customerId, windowDays, baseline, orderValue, valueOnceBack, atRisk } = candidate;
      return {
        ...{ customerId, tier, discount, windowDays, baseline, orderValue, valueOnceBack, atRisk },
        riskTercile: stratum.risk,
        valueTercile: stratum.value,
        expectedGain: gain,
      };
    }),
  );
}
