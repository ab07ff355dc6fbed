import type { ServerBuild } from '@remix-run/node';
import { fileURLToPath } from 'node:url';
import { closeServer, listen } from '../../app/start-web.server';
import { createWebApp } from '../../app/web-app.server';
import { adminFront } from './admin-front';
import { freePort } from './free-port';
import type { Product } from './product';

const BUILD = new URL('../../build/', import.meta.url);
const CLOSE_WITHIN_MS = 2_000;

export interface ProductPages {
  /** Such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Where the pages of a product must be told to find App Bridge's stub. */
export const APP_BRIDGE_STUB = '/__demo/app-bridge.js';

/** Serves the built pages of a product to a browser, as Shopify's admin would frame them for a merchant. */
export async function servePages(product: Product, domain: string, shopName: string): Promise<ProductPages> {
  const build = (await import(new URL('server/index.js', BUILD).href)) as ServerBuild;
  const app = createWebApp(product.timon, build, fileURLToPath(new URL('client', BUILD)));
  const front = adminFront(app, {
    sessionToken: () => product.standin.mintSessionToken(domain),
    shopName,
    today: () => product.clock.now().toISOString().slice(0, 10),
    appBridgeStub: new URL('demo/app-bridge-stub.js', BUILD),
  });
  const port = await freePort();
  const server = await listen(front, { host: '127.0.0.1', port });
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server, CLOSE_WITHIN_MS) };
}
