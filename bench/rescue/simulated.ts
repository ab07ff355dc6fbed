/**
 * The rescue policy over shops where offers work, work a little, do not work or annoy, several campaigns each, beside flat
 * policies. `npx tsx bench/rescue/simulated.ts [--quick]`
 */
import { parseArgs } from 'node:util';
import { simulateRescueShop, type RescueShopKind } from '~/engine/simulate/rescue-shop';
import { flatProfit, FLAT_POLICIES } from './flat-policies';
import { printEndings, printHonesty, printProfits, type TriedShop } from './policy-tables';
import { RescuePolicy } from './rescue-policy';
import { shopGroup } from './shop-group';

/** No test and no choice of the policy looked at these. */
const FIRST_SEED = 3001;
const SHOPS = 60;
const QUICK_SHOPS = 10;
/** Two years, for nobody is in two rescues within 90 days. */
const CAMPAIGNS = 8;
const SIZES = [150, 600, 2400];
const KINDS: readonly RescueShopKind[] = ['works', 'works-a-little', 'does-not-work', 'annoys'];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(FIRST_SEED) },
    campaigns: { type: 'string', default: String(CAMPAIGNS) },
    shops: { type: 'string', default: '0' },
    size: { type: 'string', multiple: true },
  },
});
const shops = Number(options.shops) || (options.quick ? QUICK_SHOPS : SHOPS);
const campaignCount = Number(options.campaigns);
const firstSeed = Number(options.seed);
const sizes = options.size?.map(Number) ?? SIZES;

function tryShop(kind: RescueShopKind, seed: number, size: number): TriedShop {
  const shop = simulateRescueShop(kind, seed);
  const policy = new RescuePolicy(shop);
  const unlearning = new RescuePolicy(shop, false);
  const campaigns = Array.from({ length: campaignCount }, (_, campaign) => {
    const group = shopGroup(shop, campaign, size);
    return {
      trial: policy.run(group, campaign),
      unlearning: unlearning.run(group, campaign).profit,
      flat: FLAT_POLICIES.map((flat) => flatProfit(shop, group, flat)),
    };
  });
  return {
    kind,
    size,
    profits: [
      ...FLAT_POLICIES.map(({ label }, f) => ({
        label,
        total: campaigns.reduce((sum, { flat }) => sum + (flat[f] ?? 0), 0),
      })),
      { label: 'ours without learning', total: campaigns.reduce((sum, one) => sum + one.unlearning, 0) },
      { label: 'ours', total: campaigns.reduce((sum, { trial }) => sum + trial.profit, 0) },
    ],
    trials: campaigns.map(({ trial }) => trial),
  };
}

const started = process.cpuUsage();
for (const size of sizes) {
  const tried = KINDS.flatMap((kind) =>
    Array.from({ length: shops }, (_, i) => tryShop(kind, firstSeed + i, size)),
  );
  console.log(
    `## ${size} customers in danger, ${campaignCount} campaigns, ${shops} shops of each kind, seeds from ${firstSeed}\n`,
  );
  printProfits(KINDS, tried, campaignCount);
  printEndings(KINDS, tried);
  printHonesty(KINDS, tried);
}
const { user, system } = process.cpuUsage(started);
console.log(`${((user + system) / 1e6).toFixed(1)} CPU seconds`);
