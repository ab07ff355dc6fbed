import { nextFloat, nextInt, type Rng } from '../numeric/rng';
import { paidMoment, type PaidArrivals } from './acquisition';
import { ACQUISITION_CHANNELS, type AcquisitionChannel } from './channels';
import { FORMULA_NAME, NAME_STOCKS } from './names';
import { pickWeighted } from './pick-weighted';
import type { ShopTime } from './shop-time';
import type { SimulatedOrigin } from './simulated-shop';

/** More new customers a year later, as a share of the first day's. */
const YEARLY_GROWTH = 0.15;
const ABROAD_SHARE = 0.05;
/** Which customer carries the name that spreadsheets would run. */
const FORMULA_BUYER = 7;

const CHANNELS = ACQUISITION_CHANNELS.map((channel) => ({ channel, weight: channel.share }));
const ENGLISH = NAME_STOCKS[1]!;

/** A person before the first order. */
export interface Buyer {
  readonly firstName: string;
  readonly lastName: string;
  readonly channel: AcquisitionChannel;
  /** How the first visit shows. */
  readonly origin: SimulatedOrigin;
  /** Pays in the shop's second currency. */
  readonly abroad: boolean;
  /** Shop time of the first order. */
  readonly start: number;
}

/** What makes the shop's new customers come when they do. */
interface Arrivals {
  readonly time: ShopTime;
  readonly paid: readonly PaidArrivals[];
  /** Dice of paid moments alone: they move nobody's name. */
  readonly paidRng: Rng;
}

/** New customers over a window of shop time: those of paid channels as their spend goes, of others a few more each month. */
export function acquireBuyers(rng: Rng, count: number, { time, paid, paidRng }: Arrivals): readonly Buyer[] {
  return Array.from({ length: count }, (_, index) => {
    const abroad = nextFloat(rng) < ABROAD_SHARE;
    const stock = abroad ? ENGLISH : pickWeighted(rng, NAME_STOCKS);
    const firstName = stock.first[nextInt(rng, stock.first.length)]!;
    const lastName = stock.last[nextInt(rng, stock.last.length)]!;
    const { channel } = pickWeighted(rng, CHANNELS);
    const origin = pickOrigin(rng, channel.origins);
    const unpaid = acquisitionMoment(rng, time.days);
    const spending = paid.find(({ name }) => name === channel.name);
    return {
      firstName: index === FORMULA_BUYER ? FORMULA_NAME.first : firstName,
      lastName: index === FORMULA_BUYER ? FORMULA_NAME.last : lastName,
      channel,
      origin,
      abroad,
      start: (spending && paidMoment(paidRng, spending, time)) ?? unpaid,
    };
  });
}

/** Somebody who orders once without an account. */
export function acquireGuest(rng: Rng, days: number): Pick<Buyer, 'channel' | 'origin' | 'abroad' | 'start'> {
  const { channel } = pickWeighted(rng, CHANNELS);
  return {
    channel,
    origin: pickOrigin(rng, channel.origins),
    abroad: nextFloat(rng) < ABROAD_SHARE,
    start: acquisitionMoment(rng, days),
  };
}

export function pickOrigin(
  rng: Rng,
  origins: readonly (SimulatedOrigin & { readonly weight: number })[],
): SimulatedOrigin {
  const { source, utmSource, utmMedium, utmCampaign } = pickWeighted(rng, origins);
  return { source, utmSource, utmMedium, utmCampaign };
}

/** Density 1 + growth * years, by rejection. */
function acquisitionMoment(rng: Rng, days: number): number {
  const growth = (YEARLY_GROWTH * days) / 365.25;
  for (;;) {
    const share = nextFloat(rng);
    if (nextFloat(rng) * (1 + growth) < 1 + growth * share) return share * days;
  }
}
