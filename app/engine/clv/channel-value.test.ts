import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { logNormalEstimate } from '~/domain/log-normal';
import { channelValues, OTHER_CHANNELS, type ChannelValue } from './channel-value';
import { channelShop, shopChannels, trueMultiplier, type TrueChannel } from './fixtures/channel-shop';
import { fitPurchases } from './fit-purchases';
import { groupPurchases } from './purchase-groups';
import { summarizeRfm } from './rfm-summary';

// Dozens of shops are simulated and fitted: generous on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const NOW = isoDay('2025-12-31');
/** No decision in the engine looked at these. */
const FIRST_SEED = 501;

function valued(
  seed: number,
  channels: readonly TrueChannel[],
  historyDays: number,
): readonly ChannelValue[] {
  const shop = channelShop(seed, channels, historyDays);
  const { frequency, recency, age } = summarizeRfm(shop.orders, dayNumber(NOW), false);
  // One law for all, as the shop's model has it: it knows nothing of channels.
  const { params } = fitPurchases('mbg-nbd', groupPurchases(frequency, recency, age));
  return channelValues({ ...shop, now: NOW, model: { name: 'mbg-nbd', params } });
}

const named = (values: readonly ChannelValue[], name: string) =>
  values.find(({ channel }) => channel === name)!;

describe('values of new customers in simulated shops, of which the truth is known', () => {
  const truth = new Map(shopChannels(1).map((channel) => [channel.name, trueMultiplier(channel)]));
  const cases = [
    { customers: 3000, historyDays: 730, shops: 12, error: 0.08 },
    { customers: 3000, historyDays: 200, shops: 12, error: 0.11 },
    { customers: 800, historyDays: 500, shops: 20, error: 0.16 },
  ];

  it.each(cases)(
    '$customers customers in $historyDays days: to $error on the log scale, in the 90 % interval 4 times in 5 or more',
    ({ customers, historyDays, shops, error }) => {
      let squares = 0;
      let held = 0;
      let count = 0;
      for (let seed = FIRST_SEED; seed < FIRST_SEED + shops; seed++) {
        const values = valued(seed, shopChannels(customers), historyDays);
        for (const [name, exact] of truth) {
          const { logMean, multiplier } = named(values, name);
          squares += (logMean - Math.log(exact)) ** 2;
          if (multiplier.low <= exact && exact <= multiplier.high) held++;
          count++;
        }
      }
      expect(Math.sqrt(squares / count)).toBeLessThan(error);
      // Of 60 or more, 80 % is two standard errors of a binomial below 90 %.
      expect(held / count).toBeGreaterThan(0.8);
    },
  );

  describe('of one shop', () => {
    let values: readonly ChannelValue[] = [];
    beforeAll(() => {
      values = valued(FIRST_SEED, shopChannels(3000), 730);
    });

    it('rank the channels as loyal as they are, and the newsletter customers at twice those of TikTok and more', () => {
      const ranked = values
        .filter(({ channel }) => channel !== OTHER_CHANNELS)
        .toSorted((a, b) => b.multiplier.mean - a.multiplier.mean);
      expect(ranked.map(({ channel }) => channel)).toStrictEqual([
        'newsletter',
        'organic',
        'google',
        'meta',
        'tiktok',
      ]);
      expect(ranked[0]!.multiplier.mean / ranked[4]!.multiplier.mean).toBeGreaterThan(2);
    });

    it('stand by name with an estimate that is their own log-normal, never below the first order alone', () => {
      expect(values.map(({ channel }) => channel)).toStrictEqual([
        'google',
        'meta',
        'newsletter',
        'organic',
        'tiktok',
        OTHER_CHANNELS,
      ]);
      for (const value of values) {
        expect(value.multiplier).toStrictEqual(logNormalEstimate(value));
        expect(value.ownMultiplier ?? 1).toBeGreaterThanOrEqual(1);
      }
    });

    it('of a channel that nobody knows lie among the known ones, wider than any of them and holding each', () => {
      const other = named(values, OTHER_CHANNELS);
      for (const { channel, logSd, multiplier } of values) {
        if (channel === OTHER_CHANNELS) continue;
        expect(other.logSd).toBeGreaterThan(2 * logSd);
        expect(multiplier.mean).toBeGreaterThan(other.multiplier.low);
        expect(multiplier.mean).toBeLessThan(other.multiplier.high);
      }
    });

    it('do not depend on the order of the rows', () => {
      const shop = channelShop(FIRST_SEED, shopChannels(300), 500);
      const model = { name: 'mbg-nbd', params: { r: 1, alpha: 80, a: 0.8, b: 2 } } as const;
      const { orders, channels } = shop;
      const backwards = {
        orders: {
          ...orders,
          customer: orders.customer.toReversed(),
          day: orders.day.toReversed(),
          revenue: orders.revenue!.toReversed(),
        },
        channels: { ...channels, ofRow: channels.ofRow.toReversed() },
      };
      expect(channelValues({ ...backwards, now: NOW, model })).toStrictEqual(
        channelValues({ ...shop, now: NOW, model }),
      );
    });
  });
});

describe('a channel with few customers', () => {
  const alike = { r: 1, alpha: 80, a: 0.84, b: 2.16, meanValue: 38 };

  it('shrinks to the shop: twelve of 15 customers who are all alike come closer than their own figures do', () => {
    const channels = Array.from({ length: 12 }, (_, i) => ({ ...alike, name: `c${i}`, customers: 15 }));
    const exact = Math.log(trueMultiplier(channels[0]!));
    let own = 0;
    let pooled = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 5; seed++) {
      for (const { channel, ownMultiplier, logMean } of valued(seed, channels, 600)) {
        if (channel === OTHER_CHANNELS || ownMultiplier === null) continue;
        own += (Math.log(ownMultiplier) - exact) ** 2;
        pooled += (logMean - exact) ** 2;
      }
    }
    expect(pooled).toBeLessThan(0.5 * own);
  });

  it('of three, none of whom came back, is not sure to be worth the first order alone', () => {
    const shop = channelShop(FIRST_SEED, [{ ...alike, name: 'google', customers: 1000 }], 600);
    const day = dayNumber(NOW) - 300;
    const customers = ['x', 'y', 'z'];
    const before = shop.orders.customerIds.length;
    const longer = (values: Int32Array, more: readonly number[]) => Int32Array.from([...values, ...more]);
    const values = channelValues({
      orders: {
        customerIds: [...shop.orders.customerIds, ...customers],
        customer: longer(shop.orders.customer, [before, before + 1, before + 2]),
        day: longer(shop.orders.day, [day, day, day]),
        revenue: Float64Array.from([...shop.orders.revenue!, 40, 40, 40]),
      },
      channels: { names: ['google', 'pinterest'], ofRow: longer(shop.channels.ofRow, [1, 1, 1]) },
      now: NOW,
      model: { name: 'mbg-nbd', params: alike },
    });
    const pinterest = named(values, 'pinterest');
    const google = named(values, 'google');
    expect(pinterest).toMatchObject({ customers: 3, ownMultiplier: 1 });
    expect(pinterest.multiplier.mean).toBeGreaterThan(1.5);
    expect(pinterest.multiplier.mean).toBeLessThan(google.multiplier.mean);
    expect(pinterest.multiplier.high).toBeGreaterThan(google.multiplier.mean);
    expect(pinterest.logSd).toBeGreaterThan(4 * google.logSd);
  });
});

describe('no values', () => {
  const shop = channelShop(FIRST_SEED, shopChannels(200), 400);
  const model = { name: 'mbg-nbd', params: { r: 1, alpha: 80, a: 0.8, b: 2 } } as const;

  it('come from orders of which nobody knows the channel', () => {
    const channels = { names: [], ofRow: new Int32Array(shop.orders.day.length).fill(-1) };
    expect(channelValues({ orders: shop.orders, channels, now: NOW, model })).toStrictEqual([]);
  });

  it('come from no orders up to the analysis date', () => {
    expect(channelValues({ ...shop, now: isoDay('2020-01-01'), model })).toStrictEqual([]);
  });
});
