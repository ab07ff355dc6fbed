import type { MarginCategory } from '~/domain/gross-margin';
import type { ShopView } from './dashboard-view';
import type { SetupView } from './setup-view';

/** What the merchant told of the shop, as the settings show it. Shares are of 1, money is in units of the currency. */
export interface SettingsView {
  readonly shop: ShopView;
  readonly category: MarginCategory | null;
  /** Null until the merchant has told it. */
  readonly marginShare: number | null;
  readonly maxDiscount: number;
  /** Null for the house's estimate. */
  readonly contactCost: number | null;
  readonly largestRescue: number;
  readonly codeDays: number;
  /** ISO instants of the last confirmation. */
  readonly confirmedAt: {
    readonly margin: string | null;
    readonly currency: string | null;
    readonly rescueLimits: string | null;
  };
  readonly setup: SetupView;
}

/** One section of the settings, parsed. */
export type SettingsChange =
  | {
      readonly section: 'margin';
      readonly category: MarginCategory | null;
      readonly marginShare: number | null;
    }
  | { readonly section: 'currency' }
  | {
      readonly section: 'rescue-limits';
      readonly maxDiscount: number;
      readonly contactCost: number | null;
      readonly largestRescue: number;
      readonly codeDays: number;
    };

export type SettingsSection = SettingsChange['section'];

/** Why a field was not accepted: a code of the message catalog and the bounds that it names, as the field is typed. */
export type FieldFault =
  | { readonly code: 'not-a-choice' }
  | {
      readonly code: 'not-a-number' | 'not-whole' | 'out-of-bounds';
      readonly least: number;
      readonly most: number;
    };

export type SettingsAnswer =
  | { readonly status: 'saved'; readonly section: SettingsSection }
  /** Nothing was saved; the faults by the name of their field. */
  | {
      readonly status: 'invalid';
      readonly section: SettingsSection;
      readonly faults: Readonly<Record<string, FieldFault>>;
    };
