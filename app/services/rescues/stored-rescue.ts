import { z } from 'zod';
import { SMART_FILTERS } from '~/domain/customer-filter';
import { DISCOUNTS, type Discount } from '~/rescue/offer';
import { TIERS } from '~/rescue/strata';
import type { RescueTerms } from '~/rescue/rescue-terms';
import { estimateSchema as estimate } from '../stored-trust';

/** Goes up when the recommendation of a pass changes shape; older rows are read as absent. */
export const RESCUE_PLAN_SCHEMA_VERSION = 1;

/** Which customers a campaign was asked for. Those picked by hand are its members; `digest` tells such groups apart. */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recommended') }),
  z.object({ kind: z.literal('filter'), smart: z.enum(SMART_FILTERS).nullable() }),
  z.object({ kind: z.literal('customers'), count: z.number().int(), digest: z.string() }),
]);
export type StoredSelection = z.infer<typeof selectionSchema>;

/** What a campaign was calculated with. Money in currency units, shares of 1. */
export const termsSchema = z.object({
  margin: z.object({ share: z.number(), source: z.enum(['confirmed', 'estimated']) }),
  contactCost: z.number(),
  contactCostIsEstimated: z.boolean(),
  maxDiscount: z.number(),
  futureShare: z.number(),
  largestRescue: z.number(),
  codeDays: z.number(),
});
export type StoredTerms = z.infer<typeof termsSchema>;

export function decisionTerms({ margin, contactCost, maxDiscount, futureShare }: StoredTerms): RescueTerms {
  return { marginShare: margin.share, contactCost, maxDiscount, futureShare };
}

const discount = z.number().refine((share): share is Discount => DISCOUNTS.some((known) => known === share));

/** Why candidates are not in a group: counts only. */
const excluded = z.object({
  'no-consent': z.number(),
  'open-return': z.number(),
  subscription: z.number(),
  'recent-rescue': z.number(),
  /** Shopify no longer knows them. */
  gone: z.number(),
});
export type ExcludedCounts = z.infer<typeof excluded>;

/** The plan for a group, without its customers. */
export const groupPlanSchema = z.object({
  /** Candidates with something to gain. */
  considered: z.number(),
  /** Of them, those beyond the largest rescue: nobody asked whether they may be written to. */
  notAsked: z.number(),
  excluded,
  /** False where Shopify did not say who may be written to. */
  consentChecked: z.boolean(),
  /** Of those planned, who can be reached how. */
  reach: z.object({ email: z.number(), whatsApp: z.number() }),
  tiers: z.array(
    z.object({
      tier: z.enum(TIERS),
      discount,
      minimumBasket: z.number(),
      customers: z.number(),
      gain: estimate,
      breakEven: z.object({ baseline: z.number(), extraReturns: z.number().nullable() }),
      options: z.array(
        z.object({
          discount,
          gain: estimate,
          chanceGain: z.number(),
          verdict: z.enum(['pays', 'loses', 'too-uncertain', 'margin-too-thin', 'above-own-limit']),
        }),
      ),
    }),
  ),
  gain: estimate,
  chanceGain: z.number(),
  /** Expected gain of writing to the same customers without any discount. */
  messageOnlyGain: z.number(),
  /** Candidates whom no offer can be expected to win at a profit. */
  leftAlone: z.number(),
  windowDays: z.object({ from: z.number(), to: z.number() }),
  /** Share that will be held out; null where the group is too small for it. */
  holdOutShare: z.number().nullable(),
  limit: z.enum(['none', 'no-discount', 'leave-alone']),
  learnedFrom: z.object({ campaigns: z.number(), customers: z.number() }),
});
export type GroupPlan = z.infer<typeof groupPlanSchema>;

/** What `rescue_plan.result` holds: the recommendation of a pass. */
export const rescuePlanSchema = z.object({ terms: termsSchema, plan: groupPlanSchema });
export type StoredPassPlan = z.infer<typeof rescuePlanSchema>;

export const holdOutSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('assigned'),
    heldOut: z.number(),
    contacted: z.number(),
    share: z.number(),
  }),
  z.object({ status: z.literal('too-few'), customers: z.number(), required: z.number() }),
]);
export type StoredHoldOut = z.infer<typeof holdOutSchema>;

const verdict = z.discriminatedUnion('code', [
  z.object({ code: z.literal('too-early'), buyers: z.number(), needed: z.number(), daysLeft: z.number() }),
  z.object({ code: z.literal('too-few-orders'), buyers: z.number(), needed: z.number() }),
  z.object({ code: z.literal('probably-paid'), chancePaid: z.number() }),
  z.object({ code: z.literal('did-not-pay'), chancePaid: z.number() }),
  z.object({ code: z.literal('unclear'), chancePaid: z.number() }),
  /** Nobody was held out: what came cannot be told from what would have come anyway. */
  z.object({ code: z.literal('no-hold-out'), daysLeft: z.number() }),
]);

/** What a campaign has brought, as of the pass that measured it. */
export const outcomeSchema = z.object({
  /** Until the last customer's window closes; 0 when all are over. */
  daysLeft: z.number(),
  contacted: z.number(),
  heldOut: z.number(),
  buyersContacted: z.number(),
  buyersHeldOut: z.number(),
  /** Contacted customers who typed the code. */
  codeUsers: z.number(),
  /** Mean chance to order if left alone, by the forecast when it was created. */
  baseline: z.number(),
  offeredDiscount: z.boolean(),
  verdict,
  /** Null without a hold-out. */
  measured: z
    .object({
      extraReturns: estimate,
      margin: estimate,
      worth: estimate,
      rescued: estimate,
      chanceEarned: z.number(),
      chancePaid: z.number(),
    })
    .nullable(),
  /** What it taught, once its windows are over: counts by offer and baseline, no customers. */
  cells: z.array(
    z.object({
      offer: z.union([z.literal('leave-alone'), discount]),
      customers: z.number(),
      bought: z.number(),
      baseline: z.number(),
    }),
  ),
});
export type StoredOutcome = z.infer<typeof outcomeSchema>;
