import type { RescueShopKind } from '~/engine/simulate/rescue-shop';
import { printTable, shareOf, signed } from '../support/markdown';
import { meanWithError } from '../support/statistics';
import type { RescueTrial } from './rescue-policy';

export interface TriedShop {
  readonly kind: RescueShopKind;
  /** Customers in danger of each campaign. */
  readonly size: number;
  /** Margin of all campaigns over leaving everybody alone. */
  readonly profits: readonly { readonly label: string; readonly total: number }[];
  readonly trials: readonly RescueTrial[];
}

const HUNDRED = 100;

/** Profit per 100 customers in danger and campaign: mean by kind, over all kinds alike, and the worst shop. */
export function printProfits(
  kinds: readonly RescueShopKind[],
  tried: readonly TriedShop[],
  campaigns: number,
): void {
  const labels = tried[0]?.profits.map(({ label }) => label) ?? [];
  const profitsOf = (label: string, shops: readonly TriedShop[]): readonly number[] =>
    shops.map(({ profits, size }) => {
      const total = profits.find((one) => one.label === label)?.total ?? NaN;
      return (total / campaigns / size) * HUNDRED;
    });
  const money = (values: readonly number[]): string => {
    const { mean, error } = meanWithError(values);
    return `${signed(mean, 1)} ± ${error.toFixed(1)}`;
  };
  printTable(
    'Incremental margin per 100 customers in danger and campaign, the truth of the simulation. ± is the standard error over shops; gains of ours are paired by shop.',
    ['policy', ...kinds, 'all kinds', 'gain of ours', 'worst shop', 'shops that lost'],
    labels.map((label) => {
      const all = profitsOf(label, tried);
      const ours = profitsOf('ours', tried);
      return [
        label,
        ...kinds.map((kind) =>
          money(
            profitsOf(
              label,
              tried.filter((shop) => shop.kind === kind),
            ),
          ),
        ),
        money(all),
        label === 'ours' ? '-' : money(ours.map((value, i) => value - (all[i] ?? 0))),
        signed(Math.min(...all), 1),
        `${all.filter((value) => value < 0).length} of ${all.length}`,
      ];
    }),
  );
}

/** Campaigns after which the shops are looked at. */
const LOOKS = [1, 2, 4, 8, 16];

export function printEndings(kinds: readonly RescueShopKind[], tried: readonly TriedShop[]): void {
  const campaigns = tried[0]?.trials.length ?? 0;
  const looks = LOOKS.filter((look) => look <= campaigns);
  printTable(
    'Ours, campaign by campaign: mean discount (0 for who is left alone), and the share of shops that gave none in the last.',
    [
      'shop',
      ...looks.map((look) => `campaign ${look}`),
      'no discount in the last',
      'nobody contacted in the last',
    ],
    kinds.map((kind) => {
      const shops = tried.filter((shop) => shop.kind === kind);
      const at = (look: number) => shops.flatMap(({ trials }) => trials.slice(look - 1, look));
      const last = at(campaigns);
      const none = last.filter(({ meanDiscount }) => (meanDiscount ?? 0) === 0).length;
      const silent = last.filter(({ contacted }) => contacted === 0).length;
      return [
        kind,
        ...looks.map((look) => meanOf(at(look))),
        shareOf(none, last.length, 2),
        shareOf(silent, last.length, 2),
      ];
    }),
  );
}

function meanOf(trials: readonly RescueTrial[]): string {
  const { mean } = meanWithError(trials.map(({ meanDiscount }) => meanDiscount ?? 0));
  return `${(HUNDRED * mean).toFixed(1)} %`;
}

export function printHonesty(kinds: readonly RescueShopKind[], tried: readonly TriedShop[]): void {
  printTable(
    'Ours: shares of 80 % intervals that held the truth (plan, measured extra returns, measured worth), and what verdicts were worth.',
    [
      'shop',
      'plan, first campaign',
      'plan, later',
      'extra returns',
      'worth',
      '"probably paid": paid',
      '"did not pay": paid',
      'too few orders',
    ],
    [...kinds, 'all kinds'].map((kind) => {
      const shops = tried.filter((shop) => kind === 'all kinds' || shop.kind === kind);
      const trials = shops.flatMap((shop) => shop.trials);
      const held = (values: readonly (boolean | null)[]): string => {
        const known = values.filter((value) => value !== null);
        return shareOf(known.filter(Boolean).length, known.length, 2);
      };
      const paidWhere = (code: RescueTrial['verdict']): string =>
        held(trials.map(({ verdict, paid }) => (verdict === code ? paid : null)));
      const few = trials.filter(({ verdict }) => verdict === 'too-few-orders').length;
      return [
        kind,
        held(shops.map((shop) => shop.trials[0]?.planHeld ?? null)),
        held(shops.flatMap((shop) => shop.trials.slice(1).map(({ planHeld }) => planHeld))),
        held(trials.map(({ returnsHeld }) => returnsHeld)),
        held(trials.map(({ worthHeld }) => worthHeld)),
        paidWhere('probably-paid'),
        paidWhere('did-not-pay'),
        shareOf(few, trials.filter(({ verdict }) => verdict !== null).length, 2),
      ];
    }),
  );
}
