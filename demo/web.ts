import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import express from 'express';
import { isbot } from 'isbot';
import { readFileSync } from 'node:fs';
import { closeServer, listen, openWeb } from '~/start-web.server';
import { fetchVia } from '../tests/standins/shopify/fetch-via';
import { mintSessionToken } from '../tests/standins/shopify/session-token';
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

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const admin = { shopName: setup.shopName, today: setup.now.slice(0, 10) };
const stub = readFileSync(new URL('app-bridge-stub.js', import.meta.url), 'utf8');
const front = express();
front.disable('x-powered-by');
front.get('/__demo/app-bridge.js', (_request, response) => {
  response.type('js').send(`window.demoAdmin = ${JSON.stringify(admin)};\n${stub}`);
});
const sessionToken = () =>
  mintSessionToken({ apiKey: DEMO_API_KEY, apiSecret: DEMO_API_SECRET }, DEMO_SHOP, 1);
front.get('/__demo/token', (_request, response) => {
  response.type('text').send(sessionToken());
});
front.get('/', (request, response) => {
  response.redirect(`/app${request.url.slice(1)}`);
});
front.use((request, _response, next) => {
  // Webhooks are signed by Shopify; everything else comes from a merchant whose browser holds a session token.
  if (!request.path.startsWith('/webhooks')) request.headers.authorization = `Bearer ${sessionToken()}`;
  // Shopify's library turns away what does not look like a browser: here a script may look, too.
  if (isbot(request.headers['user-agent'] ?? '')) request.headers['user-agent'] = BROWSER;
  next();
});
front.use(handler);

const server = await listen(front, { host: '127.0.0.1', port: setup.port });
endWithParent(
  async () => {
    await closeServer(server, 2_000);
    await composition.close();
  },
  () => stopUnusedPostgres(setup.dataDir),
);
process.send?.({ ready: true });
