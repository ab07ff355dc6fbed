import { createRng, nextFloat, nextInt, type Rng } from '../../numeric/rng';
import type { Granularity } from '../../mmm/marketing-series';
import type { ChannelKind, MarketingOptions, MarketingWorld, SimulatedChannel } from './marketing-world';
import { simulateMarketing } from './simulate-marketing';

/**
 * Worlds to judge a fit by. `clean`: what the model assumes, little noise, budgets that move on their own. `realistic`:
 * baseline effects multiply, demand that clicks show drives sales and spend, promotions with spend on top, flights,
 * spikes, one dead channel, 8 to 13 % noise. `hard`: budgets move together with demand that hardly shows, a channel
 * fades, another is new, 14 to 20 % noise with heavy tails.
 */
export const WORLD_KINDS = ['clean', 'realistic', 'hard'] as const;
export type WorldKind = (typeof WORLD_KINDS)[number];

export interface WorldOptions {
  readonly seed: number;
  /** Default daily. */
  readonly granularity?: Granularity;
  /** Default three years. */
  readonly rows?: number;
  /** Days since 1970-01-01; default as in {@link MarketingOptions}. */
  readonly firstDay?: number;
  /** 1 to 8, default 5. From three on, one of them is dead where the world is not clean. */
  readonly channels?: number;
}

const CHANNELS: readonly { readonly name: string; readonly kind: ChannelKind }[] = [
  { name: 'google', kind: 'search' },
  { name: 'meta', kind: 'social' },
  { name: 'tiktok', kind: 'social' },
  { name: 'youtube', kind: 'video' },
  { name: 'email', kind: 'email' },
  { name: 'pinterest', kind: 'social' },
  { name: 'bing', kind: 'search' },
  { name: 'display', kind: 'display' },
];
export const MOST_CHANNELS = CHANNELS.length;

/** Share of the adstock left after a day. */
const DAILY_THETA: Readonly<Record<ChannelKind, readonly [number, number]>> = {
  search: [0.05, 0.35],
  social: [0.3, 0.6],
  video: [0.55, 0.85],
  display: [0.3, 0.6],
  email: [0.1, 0.4],
};
/** A week forgets more than a day, yet less than seven in a row would: brands are remembered. */
const WEEKLY_THETA = 0.7;

/** What happens around the channels where the world is not clean; ranges are drawn from. */
const SURROUNDINGS = {
  mediaShare: { realistic: [0.2, 0.4], hard: [0.15, 0.3] },
  budgetCorrelation: { realistic: [0.3, 0.5], hard: [0.6, 0.8] },
  hiddenDemand: { realistic: { revenue: 0.05, spend: 0.15 }, hard: { revenue: 0.1, spend: 0.3 } },
  promotions: {
    realistic: { perYear: 8, revenue: 0.3, spend: 0.4 },
    hard: { perYear: 10, revenue: 0.4, spend: 0.6 },
  },
  saleEvents: { realistic: 1.2, hard: 1.5 },
  seasonalSpend: { realistic: 0.7, hard: 1 },
  noiseShare: { realistic: [0.08, 0.13], hard: [0.14, 0.2] },
  noise: {
    realistic: { autocorrelation: 0.3, tailDegrees: 5 },
    hard: { autocorrelation: 0.5, tailDegrees: 4 },
  },
  organic: { realistic: { demand: 0.3, noise: 0.08 }, hard: { demand: 0.15, noise: 0.15 } },
} as const;

/** Between the best and the worst channel that works. */
const ROAS_SPREAD = 6;
const ROWS = { daily: 1096, weekly: 156 } as const;

/** A world of a kind, its channels and their truth drawn from the seed. */
export function simulateWorld(kind: WorldKind, options: WorldOptions): MarketingWorld {
  return simulateMarketing(worldOptions(kind, options));
}

function worldOptions(kind: WorldKind, options: WorldOptions): MarketingOptions {
  const { seed, granularity = 'daily', channels: count = 5 } = options;
  if (!Number.isInteger(count) || count < 1 || count > MOST_CHANNELS) {
    throw new RangeError(`channels must be a whole number from 1 to ${MOST_CHANNELS}: ${count}`);
  }
  const rng = createRng(seed, `marketing world ${kind}`);
  const common = {
    seed,
    granularity,
    rows: options.rows ?? ROWS[granularity],
    ...(options.firstDay === undefined ? {} : { firstDay: options.firstDay }),
    channels: drawChannels(rng, kind, count, granularity),
    yearlyGrowth: between(rng, -0.05, 0.15),
    yearlySeason: between(rng, 0.08, 0.2),
    weeklySeason: between(rng, 0.05, 0.15),
  };
  if (kind === 'clean') {
    return {
      ...common,
      mediaShare: between(rng, 0.3, 0.45),
      budgetCorrelation: 0.1,
      baselineForm: 'add',
      noise: { share: between(rng, 0.05, 0.08) },
      organic: { demand: 0, noise: 0.15 },
    };
  }
  const around = SURROUNDINGS;
  return {
    ...common,
    mediaShare: inRange(rng, around.mediaShare[kind]),
    budgetCorrelation: inRange(rng, around.budgetCorrelation[kind]),
    hiddenDemand: around.hiddenDemand[kind],
    promotions: around.promotions[kind],
    saleEvents: around.saleEvents[kind],
    seasonalSpend: around.seasonalSpend[kind],
    noise: { ...around.noise[kind], share: inRange(rng, around.noiseShare[kind]) },
    organic: around.organic[kind],
  };
}

function drawChannels(
  rng: Rng,
  kind: WorldKind,
  count: number,
  granularity: Granularity,
): readonly SimulatedChannel[] {
  const dead = kind !== 'clean' && count >= 3 ? nextInt(rng, count) : -1;
  const working = Array.from({ length: count }, (_, i) => i).filter((i) => i !== dead);
  shuffle(rng, working);
  const worst = between(rng, 0.7, 1.3);
  return CHANNELS.slice(0, count).map(({ name, kind: channelKind }, i) => {
    const [least, most] = DAILY_THETA[channelKind];
    const rank = working.indexOf(i);
    const place = working.length > 1 ? rank / (working.length - 1) : 0.5;
    return {
      name,
      kind: channelKind,
      meanSpend: 40 * 10 ** nextFloat(rng),
      roas: i === dead ? 0 : worst * ROAS_SPREAD ** place,
      theta: between(rng, least, most) * (granularity === 'weekly' ? WEEKLY_THETA : 1),
      halfSaturation: between(rng, 0.7, kind === 'clean' ? 1.8 : 2.5),
      slope: between(rng, 0.8, kind === 'hard' ? 2 : 1.5),
      ...habits(rng, kind, i, rank, working.length),
    };
  });
}

/** How a channel is run; in a hard world the best one fades and another is new. */
function habits(
  rng: Rng,
  kind: WorldKind,
  index: number,
  rank: number,
  working: number,
): Pick<SimulatedChannel, 'variation' | 'flights' | 'spikesPerYear' | 'startsAt' | 'fadesTo'> {
  const on = 14 + nextInt(rng, 15);
  const off = 7 + nextInt(rng, 8);
  if (kind === 'clean') return { variation: 0.6, flights: { on: 3 * on, off } };
  const common = {
    variation: kind === 'hard' ? 0.35 : 0.45,
    spikesPerYear: kind === 'hard' ? 4 : 2,
    ...(index % 2 === 1 ? { flights: { on: 2 * on, off: 2 * off } } : {}),
  };
  if (kind === 'realistic' || working < 3) return common;
  if (rank === working - 1) return { ...common, fadesTo: 0.4 };
  return rank === 1 ? { ...common, startsAt: 0.8 } : common;
}

function shuffle(rng: Rng, values: number[]): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = nextInt(rng, i + 1);
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}

function between(rng: Rng, least: number, most: number): number {
  return least + (most - least) * nextFloat(rng);
}

function inRange(rng: Rng, [least, most]: readonly [number, number]): number {
  return between(rng, least, most);
}
