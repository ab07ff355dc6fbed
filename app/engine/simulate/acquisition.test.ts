import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { createRng } from '../numeric/rng';
import { paidArrivals, paidMoment } from './acquisition';
import { STANDARD_ERRORS } from './fixtures/measurements';
import { total } from './marketing/money-grain';
import { dayOfShopTime, shopTime, shopTimeOf } from './shop-time';

const firstDay = dayNumber(isoDay('2024-04-01'));
const time = shopTime(firstDay, 913);
const paid = paidArrivals(1, 12_000, time);

describe('customers of paid channels', () => {
  it.each(paid)('come on the days on which the spend of $name brings them, in proportion', (channel) => {
    const rng = createRng(5, channel.name);
    const count = 100_000;
    const arrived = new Float64Array(time.days);
    for (let i = 0; i < count; i++) {
      arrived[dayOfShopTime(time, paidMoment(rng, channel, time)!) - firstDay]!++;
    }
    const all = total(channel.caused);
    let chiSquared = 0;
    let days = 0;
    channel.caused.forEach((caused, day) => {
      const expected = (count * caused) / all;
      if (expected === 0) expect(arrived[day]).toBe(0);
      // Below five the square of a count is far from chi-squared.
      if (expected < 5) return;
      chiSquared += (arrived[day]! - expected) ** 2 / expected;
      days++;
    });
    expect(days).toBeGreaterThan(300);
    // Chi-squared has mean `days` and variance 2 `days`.
    expect(Math.abs(chiSquared - days)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(2 * days));
  });

  it('cost so much that their first orders come at ROAS 2 by Google, 1.3 by Meta, 2.6 by TikTok', () => {
    const roas = paid.map(({ name, spend, caused }) => [name, total(caused) / total(spend)]);
    // Spend is planned in whole cents, a hundred thousandth of a day's.
    expect(roas).toStrictEqual([
      ['google', expect.closeTo(2, 4)],
      ['meta', expect.closeTo(1.3, 4)],
      ['tiktok', expect.closeTo(2.6, 4)],
    ]);
  });

  it('are told apart by their spend: no two channels move together (correlation under .5)', () => {
    const centred = paid.map(({ spend }) => {
      const mean = total(spend) / spend.length;
      return spend.map((value) => value - mean);
    });
    const product = (a: Float64Array, b: Float64Array) => total(a.map((value, day) => value * b[day]!));
    for (const [i, a] of centred.entries()) {
      for (const b of centred.slice(i + 1)) {
        expect(product(a, b) / Math.sqrt(product(a, a) * product(b, b))).toBeLessThan(0.5);
      }
    }
  });

  it('cost in proportion to how many there are, and nothing when there are none', () => {
    const twice = paidArrivals(1, 24_000, time);
    const none = paidArrivals(1, 0, time);
    paid.forEach(({ spend }, i) => {
      expect(total(twice[i]!.spend) / total(spend)).toBeCloseTo(2, 9);
      expect(total(none[i]!.spend)).toBe(0);
      expect(paidMoment(createRng(1), none[i]!, time)).toBeNull();
    });
  });
});

describe('shop time', () => {
  it('and calendar day are each other read backwards, at the ends of a day as in its middle', () => {
    for (let day = 0; day < time.days; day++) {
      for (const part of [0, 0.5, 1 - 2 ** -20]) {
        expect(dayOfShopTime(time, shopTimeOf(time, day + part))).toBe(firstDay + day);
      }
    }
  });
});
