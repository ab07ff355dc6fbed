import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { compose } from '~/composition.server';
import { parseEnv } from '~/env.server';
import { closeServer, listen } from '~/start-web.server';
import { createTimon } from '~/timon.server';
import { createWebApp } from '~/web-app.server';
import { fetchVia } from '../../tests/standins/shopify/fetch-via';
import { createShopifyStandin } from '../../tests/standins/shopify/shopify-standin';
import { APP, SHOP, smallShop } from '../../tests/standins/shopify/small-shop';
import { adminFront } from '../../tests/support/admin-front';
import { freePort } from '../../tests/support/free-port';

interface BenchPages {
  readonly origin: string;
  readonly shopId: string;
  readonly now: Date;
  close(): Promise<void>;
}

const BUILD = new URL('../../build/', import.meta.url);

/** The built product's pages on a database, for a shop that was just installed and has no worker. */
export async function openPages(databaseUrl: string): Promise<BenchPages> {
  const now = new Date('2022-06-04T09:00:00Z');
  const clock = { now: () => now };
  const standin = await createShopifyStandin({ ...APP, clock, shops: [{ domain: SHOP, data: smallShop }] });
  const doFetch = fetchVia(standin);
  setAbstractFetchFunc(doFetch);
  const env = parseEnv({
    ...{ SHOPIFY_API_KEY: APP.apiKey, SHOPIFY_API_SECRET: APP.apiSecret },
    ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', SHOPIFY_APP_URL: 'https://timon.example' },
    ...{ TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`, DATABASE_URL: databaseUrl },
    APP_BRIDGE_URL: '/__demo/app-bridge.js',
  });
  const web = await compose({ env, service: 'web', clock, fetch: doFetch });
  const timon = createTimon(web);
  const build = (await import(new URL('server/index.js', BUILD).href)) as ServerBuild;
  const front = adminFront(createWebApp(timon, build, fileURLToPath(new URL('client', BUILD))), {
    sessionToken: () => standin.mintSessionToken(SHOP),
    shopName: smallShop.name,
    today: () => now.toISOString().slice(0, 10),
    appBridgeStub: new URL('demo/app-bridge-stub.js', BUILD),
  });
  const port = await freePort();
  const server = await listen(front, { host: '127.0.0.1', port });
  const { shopId } = await timon.authenticateAdmin(
    new Request('https://timon.example/app', {
      headers: {
        Authorization: `Bearer ${standin.mintSessionToken(SHOP)}`,
        'User-Agent': 'Mozilla/5.0 Firefox/140.0',
      },
    }),
  );
  return {
    ...{ origin: `http://127.0.0.1:${port}`, shopId, now },
    close: async () => {
      await closeServer(server, 2_000);
      await web.close();
      await standin.close();
    },
  };
}
