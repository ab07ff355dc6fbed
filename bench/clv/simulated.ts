/**
 * What the engine says about simulated shops against their futures: each kind keeps or breaks one assumption of it.
 * `npx tsx bench/clv/simulated.ts [--quick]`
 */
import { parseArgs } from 'node:util';
import type { RetentionShopKind } from '~/engine/simulate/retention-shop';
import { tryShop, type ShopToTry } from './simulated-shop';
import {
  printAccuracy,
  printAlive,
  printCustomers,
  printFarthest,
  printTotals,
  type TriedKind,
} from './simulated-tables';

/** No test and no decision in the engine looked at these. */
const FIRST_SEED = 2001;
const SEEDS = 20;
const QUICK_SEEDS = 3;
const SIZE = { customers: 3000, historyDays: 1095 };

const KINDS: readonly RetentionShopKind[] = [
  ...(['mbg-nbd', 'bg-nbd', 'mbg-cnbd-2', 'mbg-cnbd-3', 'pareto-nbd', 'nbd', 'regular'] as const),
  ...(['seasonal', 'drifting', 'trending', 'one-timers', 'spend-frequency', 'wholesale', 'dirty'] as const),
  'left-censored',
];
const SHOPS: readonly ShopToTry[] = [
  ...KINDS.map((kind) => ({ label: kind, kind, marksOlder: false })),
  { label: 'left-censored, older customers marked', kind: 'left-censored', marksOlder: true },
];

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const seeds = Array.from({ length: options.quick ? QUICK_SEEDS : SEEDS }, (_, i) => FIRST_SEED + i);
const kinds = SHOPS.map((shop): TriedKind => {
  const tried = seeds.map((seed) => tryShop(shop, seed, SIZE));
  const shops = tried.filter((one) => one !== null);
  return { label: shop.label, shops, withoutModel: tried.length - shops.length };
});
console.log(
  `${SIZE.customers} customers, ${SIZE.historyDays} days of history, seeds ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}. ± is the standard error over seeds, ranges in brackets hold the chance behind a share with 95 %.\n`,
);
printAccuracy(kinds);
printCustomers(kinds);
printTotals(kinds);
printAlive(kinds);
printFarthest(kinds);
