import { readCampaign, readMembers } from '~/data/rescue/read-campaigns';
import { writePlan } from '~/data/rescue/write-plan';
import { readSettings } from '~/data/settings/shop-settings';
import type { CampaignMember } from '~/data/rescue/read-campaigns';
import type { PlannedMember } from '~/data/rescue/campaign';
import type { RescueCandidate } from '~/rescue/rescue-candidate';
import type { ServiceContext } from '../context';
import { planGroup } from './plan-group';
import { readLearning } from './read-learning';
import { groupPlanSchema, termsSchema } from './stored-rescue';

/**
 * Takes a customer out of a group that is being looked at, or back into it, and plans the offers of the others anew. How
 * customers can be reached was counted when they were asked about; it is not asked again.
 * @returns false when the group can no longer be changed
 */
export async function reviseRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
  change: { readonly customerId: string; readonly member: boolean },
): Promise<boolean> {
  const { db } = context;
  const campaign = await readCampaign(db, shopId, campaignId);
  if (campaign?.status !== 'ready') return false;
  const [members, settings] = await Promise.all([
    readMembers(db, shopId, campaignId),
    readSettings(db, shopId),
  ]);
  if (!members.some(({ customerId }) => customerId === change.customerId)) return false;
  const before = groupPlanSchema.parse(campaign.plan);
  const terms = termsSchema.parse(campaign.terms);
  const isIn = ({ customerId, state }: CampaignMember): boolean =>
    customerId === change.customerId ? change.member : state === 'planned';
  const inside = members.filter(isIn);
  const learning = await readLearning(context, shopId, settings);
  const { considered, notAsked, excluded, consentChecked } = before;
  const { plan, members: planned } = planGroup(
    {
      candidates: inside.map(candidateOf),
      channels: new Map(),
      found: { considered, notAsked, excluded, consentChecked },
    },
    terms,
    learning,
  );
  const stillIn = new Set(planned.map(({ customerId }) => customerId));
  // Whom the new offers no longer win stays in sight, and can be taken back in when the group changes again.
  const removed = members.filter(({ customerId }) => !stillIn.has(customerId)).map(figuresOf);
  const leftAlone = before.leftAlone;
  return writePlan(db, shopId, campaignId, {
    terms,
    plan: { ...plan, leftAlone, reach: before.reach },
    members: planned,
    removed,
  });
}

function candidateOf(member: CampaignMember): RescueCandidate {
  const { customerId, windowDays, baseline, orderValue, valueOnceBack, atRisk } = member;
  return { customerId, windowDays, baseline, orderValue, valueOnceBack, atRisk };
}

function figuresOf({ state: _state, arm: _arm, codeId: _codeId, ...figures }: CampaignMember): PlannedMember {
  return figures;
}
