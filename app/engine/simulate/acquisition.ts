import { nextFloat, type Rng } from '../numeric/rng';
import { ACQUISITION_CHANNELS } from './channels';
import type { SimulatedChannel } from './marketing/marketing-world';
import { total } from './marketing/money-grain';
import { simulateMarketing } from './marketing/simulate-marketing';
import { rateClock, type RateClock } from './rate-clock';
import { shopTimeOf, type ShopTime } from './shop-time';

/**
 * How the shop advertises and what it gets, by acquisition channel; `roas` in first orders. TikTok, begun in the first
 * year, is the cheapest way to a first order and the dearest to a customer who stays.
 */
const ADVERTISING: readonly Omit<SimulatedChannel, 'meanSpend'>[] = [
  { name: 'google', kind: 'search', roas: 2, theta: 0.2, halfSaturation: 1.5, slope: 1, variation: 0.65 },
  {
    name: 'meta',
    kind: 'social',
    roas: 1.3,
    theta: 0.45,
    halfSaturation: 1.3,
    slope: 1.2,
    variation: 0.5,
    flights: { on: 50, off: 12 },
  },
  {
    name: 'tiktok',
    kind: 'social',
    roas: 2.6,
    theta: 0.4,
    halfSaturation: 1.1,
    slope: 1.1,
    variation: 0.5,
    flights: { on: 35, off: 14 },
    startsAt: 0.3,
  },
];
/** Budgets follow the year in proportion, a quarter up before Christmas. */
const YEARLY_SEASON = 0.25;
const BUDGET_CORRELATION = 0.1;
/** Any sum will do: what a channel brings depends on its spend in means of that spend. */
const PLAN = 1000;

/** What a paid channel does to the arrivals of its customers. */
export interface PaidArrivals {
  readonly name: string;
  /** Euros a day, not rounded. */
  readonly spend: Float64Array;
  /** First orders that the spend causes, in euros a day: in proportion to the channel's new customers. */
  readonly caused: Float64Array;
  /** Ticks as `caused` has euros, `ticks` in all, so that even ticks are arrivals at its rate. */
  readonly clock: RateClock;
  readonly ticks: number;
}

/**
 * Spend of the paid channels over the days of a shop and the arrivals that it causes, so high that the channels' shares
 * of the new customers come at their ROAS. A channel whose flights miss a short window spends and causes nothing.
 * @param newCustomers of all channels
 */
export function paidArrivals(
  seed: number,
  newCustomers: number,
  { firstDay, days }: ShopTime,
): readonly PaidArrivals[] {
  const { series, truth } = simulateMarketing({
    seed,
    rows: days,
    firstDay,
    channels: ADVERTISING.map((channel) => ({ ...channel, meanSpend: PLAN })),
    budgetCorrelation: BUDGET_CORRELATION,
    yearlySeason: YEARLY_SEASON,
    seasonalSpend: 1,
    noise: { share: 0 },
  });
  return truth.channels.map(({ name, contribution }, i) => {
    const { share, meanValue } = ACQUISITION_CHANNELS.find((channel) => channel.name === name)!;
    const planned = total(contribution);
    const scale = planned > 0 ? (newCustomers * share * meanValue) / planned : 0;
    const caused = contribution.map((euros) => scale * euros);
    return {
      name,
      spend: series.channels[i]!.spend.map((euros) => scale * euros),
      caused,
      clock: rateClock(days, (day) => caused[day]!),
      ticks: total(caused),
    };
  });
}

/** Shop time at which one customer of a channel comes, or `null` where its spend causes nothing. */
export function paidMoment(rng: Rng, { clock, ticks }: PaidArrivals, time: ShopTime): number | null {
  const moment = clock.momentAt(nextFloat(rng) * ticks);
  return moment < time.days ? shopTimeOf(time, moment) : null;
}
