import { calibrationErrorOf, calibrationGroups, rankingArea } from '~/engine/clv/forecast-score';
import { fixed, printTable, shareOf, signed, withError } from '../support/markdown';
import type { HeldTotal } from './measure-forecast';
import type { TriedShop } from './simulated-shop';
import { meanWithError } from '../support/statistics';

/** The shops of one kind, a seed each. */
export interface TriedKind {
  readonly label: string;
  readonly shops: readonly TriedShop[];
  readonly withoutModel: number;
}

export function printAccuracy(kinds: readonly TriedKind[]): void {
  printTable(
    'Forecasts of a year, plain MBG/NBD and automatic choice. Gains are paired by shop, above 0 where the automatic choice is better.',
    [
      ...[
        'shop',
        'MAE plain',
        'gain in MAE',
        'gain in log score',
        'AUC plain',
        'gain in AUC',
        'gain in Gini CLV',
      ],
      ...[
        'ECE plain',
        'ECE automatic',
        'chosen',
        'chances corrected',
        'counts corrected',
        'season used',
        'no model',
      ],
    ],
    kinds.map(({ label, shops, withoutModel }) => {
      const over = (f: (shop: TriedShop) => number) => meanWithError(shops.map(f));
      const used = (f: (shop: TriedShop) => boolean): string => String(shops.filter(f).length);
      return [
        label,
        fixed(over(({ plain }) => plain.meanAbsoluteError ?? NaN).mean),
        withError(over(({ gain }) => gain)),
        withError(over(({ scoreGain }) => scoreGain)),
        fixed(over(({ plain }) => plain.rankingArea).mean),
        withError(over(({ plain, automatic }) => automatic.rankingArea - plain.rankingArea)),
        withError(over(({ plain, automatic }) => (automatic.gini ?? 0) - (plain.gini ?? 0))),
        fixed(over(({ plain }) => plain.calibrationError ?? NaN).mean),
        fixed(over(({ automatic }) => automatic.calibrationError ?? NaN).mean),
        chosenCounts(shops),
        used(({ model }) => model.chancesCorrected),
        used(({ model }) => model.countsCorrected),
        used(({ season }) => season),
        String(withoutModel),
      ];
    }),
  );
}

function chosenCounts(shops: readonly TriedShop[]): string {
  const names = [...new Set(shops.map(({ model }) => model.chosen))];
  const counts = names.map((name) => ({
    name,
    count: shops.filter(({ model }) => model.chosen === name).length,
  }));
  return counts
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${count} ${name}`)
    .join(', ');
}

export function printCustomers(kinds: readonly TriedKind[]): void {
  printTable(
    'Customers whose year lay in their 90 % range (automatic choice). Counts are whole numbers, so their ranges hold more than asked.',
    ['shop', 'orders', 'value', 'orders, plain MBG/NBD', 'value, plain MBG/NBD'],
    kinds.map(({ label, shops }) => {
      const trials = shops.reduce((sum, { outcome }) => sum + outcome.customerIds.length, 0);
      const share = (f: (shop: TriedShop) => number | null): string =>
        shareOf(
          shops.reduce((sum, shop) => sum + (f(shop) ?? 0), 0),
          trials,
        );
      return [
        label,
        share(({ automatic }) => automatic.ordersInRange),
        share(({ automatic }) => automatic.valueInRange),
        share(({ plain }) => plain.ordersInRange),
        share(({ plain }) => plain.valueInRange),
      ];
    }),
  );
}

export function printTotals(kinds: readonly TriedKind[]): void {
  const held = (shops: readonly TriedShop[], f: (shop: TriedShop) => HeldTotal | null): string =>
    shareOf(shops.filter((shop) => f(shop)?.holds === true).length, shops.length, 2);
  const row = (label: string, shops: readonly TriedShop[]): readonly string[] => {
    const ratio = (f: (shop: TriedShop) => HeldTotal | null): string =>
      withError(meanWithError(shops.map((shop) => (f(shop)?.ratio ?? NaN) - 1)), 3);
    return [
      label,
      ratio(({ plain }) => plain.total),
      ratio(({ automatic }) => automatic.total90),
      ratio(({ automatic }) => automatic.total),
      held(shops, ({ automatic }) => automatic.total90),
      held(shops, ({ automatic }) => automatic.totalRevenue90),
      held(shops, ({ automatic }) => automatic.total),
      held(shops, ({ automatic }) => automatic.totalRevenue),
      held(shops, ({ plain }) => plain.total),
      fixed(meanWithError(shops.map(({ automatic }) => widthOf(automatic.total))).mean, 2),
    ];
  };
  printTable(
    'Totals: forecast / actual - 1, and shops whose total lay in its 80 % range; width is high / low of the range of a year.',
    [
      ...['shop', 'off, 365 d, plain', 'off, 90 d, automatic', 'off, 365 d, automatic'],
      ...['held: orders 90 d', 'held: revenue 90 d', 'held: orders 365 d', 'held: revenue 365 d'],
      ...['held: orders 365 d, plain', 'width'],
    ],
    [
      ...kinds.map(({ label, shops }) => row(label, shops)),
      row(
        'all',
        kinds.flatMap(({ shops }) => shops),
      ),
    ],
  );
}

function widthOf(total: HeldTotal | null): number {
  return total === null ? NaN : total.high / total.low;
}

export function printAlive(kinds: readonly TriedKind[]): void {
  printTable(
    'P(alive) against who was (automatic choice; shops where it claims one).',
    ['shop', 'shops', 'mean P(alive)', 'alive', 'calibration error', 'AUC'],
    kinds.map(({ label, shops }) => {
      const claims = shops.map(({ alive }) => alive).filter((alive) => alive !== null);
      if (claims.length === 0) return [label, '0', '-', '-', '-', '-'];
      const over = (f: (claim: (typeof claims)[number]) => number): string =>
        fixed(meanWithError(claims.map(f)).mean);
      const everybodyStays = claims.every(({ actual }) => actual.every((alive) => alive === 1));
      return [
        label,
        String(claims.length),
        over(({ claimed }) => meanWithError(claimed).mean),
        over(({ actual }) => meanWithError(actual).mean),
        over(({ claimed, actual }) => calibrationErrorOf(calibrationGroups(claimed, actual))),
        everybodyStays ? '-' : over(({ claimed, actual }) => rankingArea(claimed, actual)),
      ];
    }),
  );
}

/** Where to look first. */
export function printFarthest(kinds: readonly TriedKind[]): void {
  const all = kinds.flatMap(({ label, shops }) => shops.map((shop) => ({ label, shop })));
  const most = (f: (shop: TriedShop) => number) => all.toSorted((a, b) => f(b.shop) - f(a.shop)).slice(0, 6);
  const off = ({ automatic }: TriedShop): number => Math.abs(Math.log(automatic.total?.ratio ?? 1));
  printTable(
    'The shops that came out worst.',
    ['what', 'shop', 'seed', 'figure', 'model'],
    [
      ...most(({ gain }) => -gain).map(({ label, shop }) => [
        ...['loss in MAE', label, String(shop.seed), signed(shop.gain, 4), shop.model.chosen],
      ]),
      ...most(({ scoreGain }) => -scoreGain).map(({ label, shop }) => [
        ...['loss in log score', label, String(shop.seed), signed(shop.scoreGain, 4), shop.model.chosen],
      ]),
      ...most(off).map(({ label, shop }) => [
        ...[
          'total of a year',
          label,
          String(shop.seed),
          fixed(shop.automatic.total?.ratio),
          shop.model.chosen,
        ],
      ]),
    ],
  );
}
