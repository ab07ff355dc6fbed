import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { closeServer, listen, openWeb } from '~/start-web.server';
import { fetchVia } from '../tests/standins/shopify/fetch-via';
import { mintSessionToken } from '../tests/standins/shopify/session-token';
import { adminFront } from '../tests/support/admin-front';
import { endWithParent, readBrief } from './child';
import { stopUnusedPostgres } from './last-out';
import { DEMO_API_KEY, DEMO_API_SECRET, DEMO_SHOP } from './settings';

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

const front = adminFront(handler, {
  sessionToken: () => mintSessionToken({ apiKey: DEMO_API_KEY, apiSecret: DEMO_API_SECRET }, DEMO_SHOP, 1),
  shopName: setup.shopName,
  today: setup.now.slice(0, 10),
  appBridgeStub: new URL('app-bridge-stub.js', import.meta.url),
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
