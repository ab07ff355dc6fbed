import type { Estimate } from '~/domain/estimate';
import type { GrossMargin } from '~/domain/gross-margin';
import type { IsoDay } from '~/domain/iso-day';
import type { RescueStatus } from '~/domain/rescue-status';
import type { ShopView } from './dashboard-view';
import type { RescuedView, RescueOutlookView, RescueTierView } from './rescue-outlook-view';

/** The list of rescues, after what to do next. */
export type RescuesView =
  /** No pass has ended yet. */
  | { readonly state: 'empty'; readonly shop: ShopView }
  | {
      readonly state: 'ready';
      readonly shop: ShopView;
      readonly analysisDay: IsoDay;
      /** Null while rules answer. */
      readonly outlook: RescueOutlookView | null;
      readonly rescued: RescuedView | null;
      /** Newest first; those thrown away are left out. */
      readonly rescues: readonly RescueSummaryView[];
    };

export interface RescueSummaryView {
  readonly id: string;
  readonly number: number;
  readonly status: RescueStatus;
  /** When it was begun, and when the merchant said yes. ISO instants. */
  readonly createdAt: string;
  readonly confirmedAt: string | null;
  readonly customers: number;
  readonly contacted: number;
  readonly heldOut: number;
  /** Largest discount of its tiers; null before it is planned. */
  readonly largestDiscount: number | null;
  readonly outcome: RescueOutcomeView | null;
}

export type RescueView =
  | { readonly state: 'unknown'; readonly shop: ShopView }
  | {
      readonly state: 'known';
      readonly shop: ShopView;
      readonly id: string;
      readonly number: number;
      readonly status: RescueStatus;
      readonly analysisDay: IsoDay;
      readonly createdAt: string;
      readonly confirmedAt: string | null;
      readonly selection: RescueSelectionView;
      readonly language: 'es' | 'en';
      /** Code of the last failure. */
      readonly errorCode: string | null;
      /** Null while its group is being looked up. */
      readonly plan: RescuePlanView | null;
      readonly members: readonly RescueMemberView[];
      readonly holdOut: HoldOutView | null;
      readonly codes: readonly RescueCodeView[];
      readonly exportedAt: string | null;
      /** Last day of the last outcome window. */
      readonly windowsEndOn: IsoDay | null;
      readonly outcome: RescueOutcomeView | null;
      /** Whether Shopify lets us make codes. */
      readonly mayMakeCodes: boolean;
    };

export interface RescueSelectionView {
  readonly kind: 'recommended' | 'filter' | 'customers';
  readonly smart: string | null;
  readonly count: number | null;
}

/** What is going to happen. Money is margin, in units of the shop's currency. */
export interface RescuePlanView {
  readonly customers: number;
  /** If everybody is written to. */
  readonly gain: Estimate;
  /** With the hold-out left alone. */
  readonly gainContacted: Estimate;
  readonly chanceGain: number;
  readonly messageOnlyGain: number;
  readonly tiers: readonly PlannedTierView[];
  /** With something to gain, but beyond the largest rescue that the merchant wants. */
  readonly notAsked: number;
  readonly largestRescue: number;
  readonly leftAlone: number;
  /** Counts by reason. */
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly customers: number }[];
  readonly reach: { readonly email: number; readonly whatsApp: number };
  /** Null where the group is too small to hold anybody out. */
  readonly holdOut: { readonly share: number; readonly customers: number } | null;
  /** Customers from which on a hold-out is possible. */
  readonly holdOutFrom: number;
  readonly windowDays: { readonly from: number; readonly to: number };
  readonly margin: GrossMargin;
  readonly contactCost: number;
  readonly contactCostIsEstimated: boolean;
  readonly limit: 'none' | 'no-discount' | 'leave-alone';
  readonly learnedFrom: { readonly campaigns: number; readonly customers: number };
  /** Last day on which a code made today can be used. */
  readonly codesUntil: IsoDay;
}

/** Why a customer is not written to; `gone`: Shopify no longer knows them. */
export type ExclusionReason = 'no-consent' | 'open-return' | 'subscription' | 'recent-rescue' | 'gone';

export interface PlannedTierView extends RescueTierView {
  /** What each offer of the house would have brought to the tier, the smallest first. */
  readonly options: readonly {
    readonly discount: number;
    readonly gain: Estimate;
    readonly chanceGain: number;
    readonly verdict: 'pays' | 'loses' | 'too-uncertain' | 'margin-too-thin' | 'above-own-limit';
  }[];
}

export interface RescueMemberView {
  readonly customerId: string;
  readonly alias: string;
  readonly tier: string;
  readonly discount: number;
  /** Probability of an order within `windowDays` if left alone. */
  readonly baseline: number;
  readonly windowDays: number;
  readonly orderValue: number;
  readonly expectedGain: number;
  readonly removed: boolean;
  readonly arm: 'contacted' | 'held-out' | null;
}

type HoldOutView =
  | { readonly status: 'assigned'; readonly heldOut: number; readonly contacted: number }
  | { readonly status: 'too-few'; readonly customers: number; readonly required: number };

export interface RescueCodeView {
  readonly code: string;
  readonly tier: string;
  readonly percent: number;
  /** Currency units; null for none. */
  readonly minimumBasket: number | null;
  readonly customers: number;
  readonly status: 'pending' | 'ready' | 'ended' | 'failed';
  /** ISO instant. */
  readonly endsAt: string;
  readonly endsOn: IsoDay;
}

export interface RescueOutcomeView {
  readonly measuredOn: IsoDay;
  readonly daysLeft: number;
  readonly contacted: number;
  readonly heldOut: number;
  readonly buyersContacted: number;
  readonly buyersHeldOut: number;
  readonly codeUsers: number;
  readonly offeredDiscount: boolean;
  readonly verdict:
    | {
        readonly code: 'too-early';
        readonly buyers: number;
        readonly needed: number;
        readonly daysLeft: number;
      }
    | { readonly code: 'too-few-orders'; readonly buyers: number; readonly needed: number }
    | { readonly code: 'probably-paid' | 'did-not-pay' | 'unclear'; readonly chancePaid: number }
    | { readonly code: 'no-hold-out'; readonly daysLeft: number };
  /** Null without a hold-out. */
  readonly measured: {
    /** Extra customers who ordered, as a share of those contacted. */
    readonly extraReturns: Estimate;
    /** Margin a contacted customer brought on top within the windows, and with the part of the year after. */
    readonly margin: Estimate;
    readonly worth: Estimate;
    /** All contacted together. */
    readonly rescued: Estimate;
    readonly chanceEarned: number;
    readonly chancePaid: number;
  } | null;
}
