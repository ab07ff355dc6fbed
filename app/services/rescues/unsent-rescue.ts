import type { RescueCampaign } from '~/data/rescue/campaign';
import { addDays, localDay } from '~/domain/iso-day';
import { scaleEstimate } from '~/domain/scale-estimate';
import type { SendRescueDecision } from '~/insights/decision';
import { groupPlanSchema, holdOutSchema, outcomeSchema, termsSchema } from './stored-rescue';

/**
 * The rescue whose message is overdue longest: its codes are made and still hold, and neither a list that was downloaded nor
 * a code that was used says that anybody was written to.
 * @param campaigns active ones, newest first
 */
export function unsentRescue(
  campaigns: readonly RescueCampaign[],
  now: Date,
  timeZone: string,
): SendRescueDecision | null {
  const today = localDay(now, timeZone);
  for (const campaign of campaigns.toReversed()) {
    const { id, number, confirmedAt, exportedAt } = campaign;
    if (confirmedAt === null || exportedAt !== null) continue;
    const plan = groupPlanSchema.safeParse(campaign.plan);
    const terms = termsSchema.safeParse(campaign.terms);
    const holdOut = holdOutSchema.safeParse(campaign.holdOut);
    if (!plan.success || !terms.success || !holdOut.success) continue;
    const until = addDays(localDay(new Date(confirmedAt), timeZone), terms.data.codeDays);
    const outcome = outcomeSchema.safeParse(campaign.outcome);
    if (until < today || (outcome.success && outcome.data.codeUsers > 0)) continue;
    const { gain, chanceGain } = plan.data;
    const group =
      holdOut.data.status === 'assigned'
        ? { customers: holdOut.data.contacted, gain: scaleEstimate(gain, 1 - holdOut.data.share) }
        : { customers: holdOut.data.customers, gain };
    return { kind: 'send-rescue', campaignId: id, number, ...group, chanceGain, until };
  }
  return null;
}
