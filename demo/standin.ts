import { dirname } from 'node:path';
import { createShopifyStandin } from '../tests/standins/shopify/shopify-standin';
import { demoClock } from './clock';
import { endWithParent, onMessage, timePassed } from './child';
import { loadDemoShop } from './demo-shop';
import { stopUnusedPostgres } from './last-out';
import { writeMarketingFile } from './marketing-file';
import { DemoError, parseDemoOptions } from './options';
import { passTime } from './pass-time';
import { rescueResponse } from './rescue-response';
import { DEMO_API_KEY, DEMO_API_SECRET, DEMO_SHOP, loadSettings } from './settings';

/** Of a generated shop's customers who would have stayed away, how many a code brings back: what a rescue has to find out. */
const BROUGHT_BACK_SHARE = 0.1;
const RESPONSE_SEED = 1;

/** Shopify's place in the demo: a process of its own, so that its work never holds up the product's. */
const [settingsFile = '', realStart = '', ...args] = process.argv.slice(2);
try {
  const options = parseDemoOptions(args, process.cwd());
  if (options === 'help') process.exit(0);
  const { shop, marketing, now, replay, remarks } = await loadDemoShop(options, () =>
    loadSettings(settingsFile, new Date(realStart)),
  );
  const clock = demoClock(now, new Date(realStart));
  const dataDir = dirname(settingsFile);
  const marketingFile = marketing === null ? null : await writeMarketingFile(dataDir, marketing);
  const standin = await createShopifyStandin({
    apiKey: DEMO_API_KEY,
    apiSecret: DEMO_API_SECRET,
    shops: [{ domain: DEMO_SHOP, data: shop, plan: 'advanced' }],
    clock,
    webhooks: { appUrl: `http://127.0.0.1:${options.port}` },
    // Long enough to be seen, short enough not to be waited for.
    bulkTiming: { startDelayMs: 300, batchPauseMs: 5 },
  });
  if (replay !== null) {
    // A file's customers do what they did: what a code would have changed in that, nobody knows.
    const response = rescueResponse(RESPONSE_SEED, options.ordersFile === null ? BROUGHT_BACK_SHARE : 0);
    onMessage(timePassed, async ({ aheadMs }) => {
      const from = clock.now();
      const to = new Date(from.getTime() + aheadMs - clock.aheadMs);
      await passTime(standin, { replay, response }, { from, to });
      clock.aheadMs = aheadMs;
    });
  }
  endWithParent(
    () => standin.close(),
    () => stopUnusedPostgres(dataDir),
  );
  process.send?.({
    url: standin.url,
    now: now.toISOString(),
    shopName: shop.name,
    orders: shop.orders.length,
    remarks,
    replayEnd: replay?.end.toISOString() ?? null,
    marketing: marketingFile === null ? null : { file: marketingFile, country: shop.countryCode },
  });
} catch (error) {
  const told =
    error instanceof DemoError
      ? { error: error.message, todo: error.todo }
      : { error: String(error), todo: '' };
  process.send?.(told, () => process.exit(1));
}
