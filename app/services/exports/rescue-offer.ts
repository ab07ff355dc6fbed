import type { IsoDay } from '~/domain/iso-day';
import type { Money } from '~/domain/money';

/** A discount that a customer may use. */
export interface RescueOffer {
  readonly code: string;
  /** Off the price, above 0. */
  readonly share: number;
  /** The smallest basket that it applies to; `null` for any. */
  readonly minimum: Money | null;
  /** The last day of the shop's calendar that it can be used on; `null` where there is none. */
  readonly lastDay: IsoDay | null;
  /** ISO instant of its end; `null` where there is none. */
  readonly endsAt: string | null;
}
