import { describe, expect, it } from 'vitest';
import { isoDay, localDay } from '~/domain/iso-day';
import { parseMinorUnits } from '~/domain/money';
import { FINANCIAL_STATUSES } from '~/domain/order';
import type { SimulatedOrder } from './simulated-shop';
import { simulateShop } from './simulate-shop';

const END_DAY = isoDay('2026-09-30');
const shop = simulateShop({ seed: 1, endDay: END_DAY });
const otherShop = simulateShop({ seed: 2, endDay: END_DAY });
const { orders, customers } = shop;

const minor = (decimal: string, currency = 'EUR') => Number(parseMinorUnits(decimal, currency));
const share = (test: (order: SimulatedOrder) => boolean) => orders.filter(test).length / orders.length;
const dayOf = (order: SimulatedOrder) => localDay(new Date(order.createdAt), shop.timeZone);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Orders of each customer in order of time. */
const histories = new Map<number, SimulatedOrder[]>();
for (const order of orders) {
  if (order.customerId === null) continue;
  const history = histories.get(order.customerId);
  if (history) history.push(order);
  else histories.set(order.customerId, [order]);
}

describe('the demo shop', () => {
  it('has the size that the demo promises: 12,000 customers, 35,000 to 45,000 orders, for any seed', () => {
    for (const size of [shop, otherShop]) {
      expect(size.customers).toHaveLength(12_000);
      expect(size.orders.length).toBeGreaterThan(35_000);
      expect(size.orders.length).toBeLessThan(45_000);
    }
  });

  it('covers 30 calendar months on the wall of the shop and nothing after the last day', () => {
    const days = orders.map(dayOf);
    expect(days[0]! >= '2024-03-31').toBe(true);
    expect(days[0]! <= '2024-04-03').toBe(true);
    expect(days.at(-1)).toBe(END_DAY);
    const end = '2026-09-30T22:00:00Z';
    expect(orders.every((order) => order.updatedAt < end && (order.cancelledAt ?? '') < end)).toBe(true);
  });

  it('is the same to the byte for the same seed, and another for another seed', () => {
    const small = { seed: 5, endDay: END_DAY, customers: 300 };
    expect(JSON.stringify(simulateShop(small))).toBe(JSON.stringify(simulateShop(small)));
    expect(JSON.stringify(simulateShop(small))).not.toBe(JSON.stringify(simulateShop({ ...small, seed: 6 })));
  });

  it('lists orders and customers by time with unique ids beyond 32 bits', () => {
    for (const list of [orders, customers]) {
      expect(list.every((item, i) => i === 0 || list[i - 1]!.createdAt <= item.createdAt)).toBe(true);
      expect(list.every((item, i) => i === 0 || list[i - 1]!.id < item.id)).toBe(true);
      expect(list[0]!.id).toBeGreaterThan(2 ** 32);
    }
    const known = new Map(customers.map((customer) => [customer.id, customer]));
    for (const [id, history] of histories) {
      expect(known.get(id)!.createdAt <= history[0]!.createdAt).toBe(true);
    }
  });

  it('gains about a fifth more new customers in its last twelve months than in its first', () => {
    const firsts = Array.from(histories.values(), (history) => dayOf(history[0]!));
    const early = firsts.filter((day) => day >= '2024-04-01' && day < '2025-04-01').length;
    const late = firsts.filter((day) => day >= '2025-10-01').length;
    // The unpaid third grows by 15 % of the first day's a year: (1 + .15 * 2) / (1 + .15 / 2) = 1.21. Google and Meta keep
    // their budgets: 1. TikTok, 13 %, begins after nine months: 4. Together 1.23; both years hold every season once.
    expect(late / early).toBeGreaterThan(1.08);
    expect(late / early).toBeLessThan(1.4);
  });
});

describe('channels of the demo shop', () => {
  const channelOf = ({ origin }: SimulatedOrder): string | null => {
    if (origin === null) return null;
    if (origin.utmSource === null) return 'organic';
    return origin.utmSource === 'facebook' || origin.utmSource === 'instagram' ? 'meta' : origin.utmSource;
  };
  const byChannel = new Map<string, { repeats: number; returning: number; revenue: number; count: number }>();
  for (const history of histories.values()) {
    const channel = channelOf(history[0]!);
    if (channel === null) continue;
    const entry = byChannel.get(channel) ?? { repeats: 0, returning: 0, revenue: 0, count: 0 };
    entry.count++;
    entry.repeats += history.length - 1;
    entry.returning += history.length > 1 ? 1 : 0;
    entry.revenue += sum(history.map((order) => minor(order.total)));
    byChannel.set(channel, entry);
  }
  const LOYAL_FIRST = ['newsletter', 'organic', 'google', 'meta', 'tiktok'];

  it('orders them by loyalty and by revenue a customer: newsletter, organic, search, Meta, TikTok', () => {
    for (const measure of ['repeats', 'returning', 'revenue'] as const) {
      const ranked = LOYAL_FIRST.map((name) => byChannel.get(name)![measure] / byChannel.get(name)!.count);
      expect([...ranked].sort((a, b) => b - a)).toStrictEqual(ranked);
    }
  });

  it('separates them clearly: newsletter customers come back more than three times as often as TikTok ones', () => {
    const repeats = (name: string) => byChannel.get(name)!.repeats / byChannel.get(name)!.count;
    expect(repeats('newsletter') / repeats('tiktok')).toBeGreaterThan(3);
  });

  it('brings at least 1,000 customers by each', () => {
    expect(byChannel.size).toBe(5);
    expect(Math.min(...Array.from(byChannel.values(), ({ count }) => count))).toBeGreaterThan(1000);
  });
});

describe('seasons of the demo shop', () => {
  const byDay = new Map<string, number>();
  for (const order of orders) byDay.set(dayOf(order), (byDay.get(dayOf(order)) ?? 0) + 1);
  const inMonth = (month: string) =>
    sum([...byDay].filter(([day]) => day.startsWith(month)).map(([, n]) => n));

  it('sells most on Black Friday, in both years', () => {
    const best = [...byDay].sort((a, b) => b[1] - a[1]);
    expect(best[0]![0]).toBe('2025-11-28');
    expect(best.find(([day]) => day < '2025-10-01')![0]).toBe('2024-11-22');
  });

  it('sells less in August than in June and September', () => {
    for (const year of [2025, 2026]) {
      expect(inMonth(`${year}-08`)).toBeLessThan(inMonth(`${year}-06`));
      expect(inMonth(`${year}-08`)).toBeLessThan(inMonth(`${year}-09`));
    }
  });

  it('sells by day, not by night: under 6 % between midnight and seven on the wall', () => {
    const hour = new Intl.DateTimeFormat('en', {
      timeZone: shop.timeZone,
      hour: 'numeric',
      hourCycle: 'h23',
    });
    const night = share((order) => Number(hour.format(new Date(order.createdAt))) < 7);
    expect(night).toBeGreaterThan(0);
    expect(night).toBeLessThan(0.06);
  });
});

describe('money of the demo shop', () => {
  it('sums the lines to the total exactly, in two digits', () => {
    expect(orders.filter(({ lines }) => lines.length === 0)).toStrictEqual([]);
    const sumOf = ({ lines }: SimulatedOrder) => sum(lines.map((line) => minor(line.total)));
    expect(orders.filter((order) => sumOf(order) !== minor(order.total))).toStrictEqual([]);
    expect(orders.filter(({ total }) => !/^\d+\.\d\d$/.test(total))).toStrictEqual([]);
  });

  it('never returns more than was paid, and agrees with the status', () => {
    const agrees = ({ financialStatus, total, paid, refunded }: SimulatedOrder): boolean => {
      const rest = minor(paid) - minor(refunded);
      if (minor(paid) > minor(total) || rest < 0) return false;
      switch (financialStatus) {
        case 'PAID':
          return paid === total && refunded === '0.00';
        case 'PARTIALLY_REFUNDED':
          return rest > 0 && minor(refunded) > 0 && paid === total;
        case 'REFUNDED':
          return paid === total && refunded === total;
        case 'PARTIALLY_PAID':
          return minor(paid) > 0 && minor(paid) < minor(total);
        default:
          return paid === '0.00' && refunded === '0.00';
      }
    };
    expect(orders.filter((order) => !agrees(order))).toStrictEqual([]);
  });

  it('takes pounds from about 5 % of orders, at a rate that is one a day and moves', () => {
    const pounds = orders.filter((order) => order.presentmentCurrency === 'GBP');
    expect(pounds.length / orders.length).toBeGreaterThan(0.035);
    expect(pounds.length / orders.length).toBeLessThan(0.065);
    const rateOfDay = new Map<string, number>();
    for (const order of pounds) {
      const day = dayOf(order);
      expect(rateOfDay.get(day) ?? order.presentmentRate).toBe(order.presentmentRate);
      rateOfDay.set(day, order.presentmentRate);
    }
    const rates = [...rateOfDay.values()];
    expect(Math.min(...rates)).toBeGreaterThan(0.75);
    expect(Math.max(...rates)).toBeLessThan(0.98);
    expect(new Set(rates).size).toBeGreaterThan(300);
    expect(share((order) => order.presentmentCurrency === 'EUR' && order.presentmentRate !== 1)).toBe(0);
  });

  it.each([
    ['JPY', /^\d+$/],
    ['KWD', /^\d+\.\d{3}$/],
  ] as const)('prints %s with the digits of the currency', (currency, pattern) => {
    const small = simulateShop({ seed: 1, endDay: END_DAY, customers: 100, currency });
    for (const order of small.orders) {
      for (const amount of [
        order.total,
        order.paid,
        order.refunded,
        ...order.lines.map(({ total }) => total),
      ]) {
        expect(amount).toMatch(pattern);
      }
      expect(sum(order.lines.map((line) => minor(line.total, currency)))).toBe(minor(order.total, currency));
    }
  });
});

describe('what real shops have', () => {
  it('refunds, cancels, tests and leaves unpaid, every status at least once but the passing one', () => {
    const statuses = new Set(orders.map((order) => order.financialStatus));
    // AUTHORIZED lasts a week, so only the last orders can show it.
    for (const status of FINANCIAL_STATUSES) if (status !== 'AUTHORIZED') expect(statuses).toContain(status);
    expect(share((order) => order.financialStatus === 'PARTIALLY_REFUNDED')).toBeGreaterThan(0.03);
    expect(share((order) => order.cancelledAt !== null)).toBeGreaterThan(0.015);
    expect(share((order) => order.cancelledAt !== null)).toBeLessThan(0.03);
    expect(orders.filter((order) => order.test).length).toBeGreaterThan(10);
    expect(share((order) => order.test)).toBeLessThan(0.002);
  });

  it('updates a refunded or cancelled order later than it was placed, and an untouched one never', () => {
    for (const order of orders) {
      const touched = order.cancelledAt !== null || minor(order.refunded) > 0;
      if (touched) expect(order.updatedAt > order.createdAt).toBe(true);
      else expect(order.updatedAt >= order.createdAt).toBe(true);
      if (order.cancelledAt !== null) expect(order.cancelledAt).toBe(order.updatedAt);
    }
  });

  it('has about 6 % guests and a few customers who never bought', () => {
    expect(share((order) => order.customerId === null)).toBeCloseTo(0.06, 3);
    expect(customers.length - histories.size).toBe(240);
  });

  it('has two resellers who are far beyond the rest in money', () => {
    const spent = [...histories]
      .map(([id, history]) => ({
        id,
        value: sum(history.map((order) => minor(order.total))),
        n: history.length,
      }))
      .sort((a, b) => b.value - a.value);
    expect(spent[1]!.value).toBeGreaterThan(20 * spent[2]!.value);
    expect(Math.min(spent[0]!.n, spent[1]!.n)).toBeGreaterThan(100);
    const names = spent
      .slice(0, 2)
      .map(({ id }) => customers.find((customer) => customer.id === id)!.lastName);
    expect(names.toSorted()).toStrictEqual(['Cafeterías Ñandú S.L.', 'Hotel Gran Vía & Spa']);
  });

  it('has customers with two orders on one day', () => {
    let doubled = 0;
    for (const history of histories.values()) {
      doubled += history.length - new Set(history.map(dayOf)).size;
    }
    expect(doubled).toBeGreaterThan(100);
    expect(doubled / orders.length).toBeLessThan(0.03);
  });

  it.each([
    ['Spanish accents', /[áéíóúñ]/i],
    ['Arabic', /\p{Script=Arabic}/u],
    ['Chinese', /\p{Script=Han}/u],
    ['Japanese', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
    ['Cyrillic', /\p{Script=Cyrillic}/u],
    ['Greek', /\p{Script=Greek}/u],
    ['an apostrophe', /'/],
    ['emoji', /\p{Extended_Pictographic}/u],
    ['a formula', /^=/],
  ])('writes names with %s', (_what, pattern) => {
    const named = customers.filter(({ firstName, lastName }) => pattern.test(`${firstName} ${lastName}`));
    expect(named.length).toBeGreaterThan(0);
  });

  it('gives everybody an address of their own that nobody owns (RFC 2606)', () => {
    expect(new Set(customers.map(({ email }) => email)).size).toBe(customers.length);
    for (const { email } of customers) expect(email).toMatch(/^[a-z]+(\.[a-z]+)*\.\d+@example\.com$/);
  });
});

describe('shops of other sizes', () => {
  it.each([0, 1, 10, 99, 100])('simulates a shop of %i customers', (count) => {
    const small = simulateShop({ seed: 3, endDay: END_DAY, customers: count, months: 6 });
    expect(small.customers).toHaveLength(count);
    expect(small.orders.length).toBeGreaterThanOrEqual(Math.floor(count * 0.98));
    if (count === 0) expect(small.orders).toHaveLength(0);
  });

  it('refuses a number of customers that is none, and a history of no months', () => {
    expect(() => simulateShop({ seed: 3, endDay: END_DAY, customers: 1.5 })).toThrow('1.5');
    expect(() => simulateShop({ seed: 3, endDay: END_DAY, months: 0 })).toThrow('months');
  });
});
