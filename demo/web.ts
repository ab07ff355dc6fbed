import { once } from 'node:events';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { closeServer, listen, openWeb } from '~/start-web.server';
import { fetchVia } from '../tests/standins/shopify/fetch-via';
import { mintSessionToken } from '../tests/standins/shopify/session-token';
import { adminFront } from '../tests/support/admin-front';
import { endWithParent, readBrief } from './child';
import { stopUnusedPostgres } from './last-out';
import { DEMO_API_KEY, DEMO_API_SECRET, DEMO_SHOP } from './settings';

const DAY_MS = 86_400_000;

/** The real web process, behind a front that does what Shopify's admin does: it says who the merchant is. */
const setup = readBrief();
const standinFetch = fetchVia({ url: setup.standinUrl, shops: [DEMO_SHOP] });
setAbstractFetchFunc(standinFetch);
// This file runs as build/demo/web.js.
const buildFolder = new URL('../', import.meta.url);
const { composition, handler } = await openWeb(
  { env: setup.env, clock: setup.clock, fetch: standinFetch },
  buildFolder,
);

const end = setup.replayEnd === null ? null : Date.parse(setup.replayEnd);
const daysLeft = (): number =>
  end === null ? 0 : Math.max(0, Math.round((end - setup.clock.now().getTime()) / DAY_MS));

const front = adminFront(handler, {
  sessionToken: () => mintSessionToken({ apiKey: DEMO_API_KEY, apiSecret: DEMO_API_SECRET }, DEMO_SHOP, 1),
  shopName: setup.shopName,
  today: () => setup.clock.now().toISOString().slice(0, 10),
  appBridgeStub: new URL('app-bridge-stub.js', import.meta.url),
  time: {
    daysLeft,
    pass: async (days) => {
      const asked = Math.min(days, daysLeft());
      if (asked === 0) return;
      // The demo tells this process last: by then all others have the new time.
      const told = once(process, 'message');
      process.send?.({ passDays: asked });
      await told;
    },
  },
});

const server = await listen(front, { host: '127.0.0.1', port: setup.port });
endWithParent(
  async () => {
    await closeServer(server, 2_000);
    await composition.close();
  },
  () => stopUnusedPostgres(setup.dataDir),
);
process.send?.({ ready: true });
