import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { compose, type Composition } from '../../app/composition.server';
import { listActiveShops } from '../../app/data/shops/list-active-shops';
import type { Clock } from '../../app/domain/clock';
import { parseEnv } from '../../app/env.server';
import { jobCatalog, type JobDefinitions } from '../../app/jobs/catalog';
import type { StallPolicy } from '../../app/jobs/drivers/stall-policy';
import { action as webhookAction } from '../../app/routes/webhooks.$';
import type { RunView } from '../../app/services/views/run-view';
import { openWorker, type WorkerProcess } from '../../app/start-worker.server';
import { createTimon, type Merchant, type Timon } from '../../app/timon.server';
import { fetchVia } from '../standins/shopify/fetch-via';
import { createShopifyStandin, type ShopifyStandin } from '../standins/shopify/shopify-standin';
import type { StandinOptions, StandinShopOptions } from '../standins/shopify/standin-options';
import { createTestDatabase, type TestDatabase } from './database';
import type { ProductWorkerOrders } from './product-worker';

const API = {
  SHOPIFY_API_KEY: 'product-key',
  SHOPIFY_API_SECRET: 'product-secret-of-32-characters',
} as const;
const APP_URL = 'https://timon.example';
/** A dead worker's job is taken over within about two seconds. */
const QUICK_STALLS: StallPolicy = { lockMs: 1_500, checkMs: 300, maxStalls: 5 };
const QUICK_RETRY_MS = 100;
const DEADLINE_MS = 45_000;
const POLL_MS = 25;

export interface ProductOptions {
  readonly shops: readonly StandinShopOptions[];
  /** The shops' now when the product starts; from then on their clock runs, unless it stands. */
  readonly now?: string;
  readonly clockStands?: boolean;
  readonly standin?: Partial<Omit<StandinOptions, 'shops' | 'clock'>>;
  /** Variables to change, such as a DATABASE_URL that goes through a proxy. */
  readonly env?: (database: TestDatabase) => Promise<Readonly<Record<string, string>>>;
}

/** The real product, web and worker, on a database of its own and a stand-in of Shopify. */
export interface Product {
  readonly standin: ShopifyStandin;
  readonly database: TestDatabase;
  /** The web process. */
  readonly web: Composition;
  readonly timon: Timon;
  readonly clock: Clock;
  passTime(ms: number): void;
  /** A merchant opens the app: the first time, that installs it. */
  open(domain: string): Promise<Merchant>;
  /** Installs, and waits until the first pass and everything it has caused is done. */
  sync(domain: string): Promise<Merchant>;
  /** "Recalculate", to the end of the pass. */
  recalculate(merchant: Pick<Merchant, 'shopId'>): Promise<RunView>;
  /** A worker in this process. Closed with the product unless closed before. */
  startWorker(): Promise<WorkerProcess>;
  /** A worker in a process of its own. */
  spawnWorker(): Promise<WorkerChild>;
  /** Waits until the newest run of the shop is over. */
  runOver(shopId: string): Promise<RunView>;
  /** Waits until no job waits or runs; the nights to come do not count. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startProduct(options: ProductOptions): Promise<Product> {
  let aheadMs = options.now === undefined ? 0 : Date.parse(options.now) - Date.now();
  const start = Date.now();
  const clock: Clock = {
    now: () => new Date((options.clockStands === true ? start : Date.now()) + aheadMs),
  };
  const database = await createTestDatabase();
  const shops = options.shops.map((shop) => ({ throttle: PLENTY, ...shop }));
  const standin = await createShopifyStandin({
    apiKey: API.SHOPIFY_API_KEY,
    apiSecret: API.SHOPIFY_API_SECRET,
    clock,
    bulkTiming: { startDelayMs: 1 },
    journeyDelayMs: 0,
    ...options.standin,
    shops,
  });
  const source: Record<string, string> = {
    ...API,
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    SHOPIFY_APP_URL: APP_URL,
    TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    DATABASE_URL: database.runtimeUrl,
    FIT_THREADS: '1',
    ...(await options.env?.(database)),
  };
  const env = parseEnv(source);
  const doFetch = fetchVia(standin);
  setAbstractFetchFunc(doFetch);
  const web = await compose({ env, service: 'web', clock, fetch: doFetch });
  const timon = createTimon(web);
  const webhooks = await listenForWebhooks(timon);
  standin.webhooks.setTarget({ appUrl: webhooks.url, retryDelaysMs: [] });
  const running = new Set<{ readonly close: () => Promise<void> }>();

  const product: Product = {
    standin,
    database,
    web,
    timon,
    clock,
    passTime: (ms) => void (aheadMs += ms),
    open: (domain) => timon.authenticateAdmin(pageRequest(standin.mintSessionToken(domain))),
    async sync(domain) {
      const merchant = await product.open(domain);
      await product.runOver(merchant.shopId);
      await product.quiet();
      return merchant;
    },
    async recalculate({ shopId }) {
      await timon.startRun(shopId, 'merchant:1');
      const run = await product.runOver(shopId);
      await product.quiet();
      return run;
    },
    async startWorker() {
      const times = { stalls: QUICK_STALLS, catalog: QUICK_CATALOG };
      const worker = await openWorker({ env, clock, fetch: doFetch, graceMs: 5_000, times });
      let closing: Promise<void> | undefined;
      const entry = { ...worker, close: () => (closing ??= worker.close()) };
      running.add(entry);
      return entry;
    },
    async spawnWorker() {
      const child = await WorkerChild.start({
        env: source,
        standin: { url: standin.url, shops: standin.shops },
        clockAheadMs: aheadMs,
        stalls: QUICK_STALLS,
      });
      running.add({ close: () => child.kill() });
      return child;
    },
    runOver: (shopId) =>
      eventually('the run is over', async () => {
        const run = await timon.readRun(shopId);
        return run !== null && run.status !== 'running' ? run : undefined;
      }),
    async quiet() {
      await eventually('the queue is quiet', async () => {
        const { waiting, active, delayed } = await web.queue.counts();
        const nights = (await listActiveShops(web.db)).length;
        return waiting + active === 0 && delayed <= nights ? true : undefined;
      });
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.close()));
      await webhooks.close();
      await standin.close();
      await web.close();
      await database.drop();
    },
  };
  return product;
}

/** A bucket that tests do not empty unless they mean to. */
const PLENTY = { maximumAvailable: 1e6, restoreRate: 1e5 } as const;

const QUICK_CATALOG = Object.fromEntries(
  Object.entries(jobCatalog).map(([name, job]) => [name, { ...job, backoffMs: QUICK_RETRY_MS }]),
) as unknown as JobDefinitions;

/** A request of the embedded app's page, as a browser in the Shopify admin sends it. */
function pageRequest(sessionToken: string): Request {
  return new Request(`${APP_URL}/app`, {
    headers: { Authorization: `Bearer ${sessionToken}`, 'User-Agent': 'Mozilla/5.0 Firefox/140.0' },
  });
}

/** A worker in a process of its own. */
class WorkerChild {
  private constructor(private readonly child: ChildProcess) {}

  static async start(orders: ProductWorkerOrders): Promise<WorkerChild> {
    const entry = fileURLToPath(new URL('product-worker.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', entry, JSON.stringify(orders)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const started = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)]);
    if (started === null) throw new Error('the worker process ended before it had started');
    return new WorkerChild(child);
  }

  /** kill -9: no farewell, no clean-up. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

/** The first answer that is not `undefined`. A failing question is asked again: servers may be away. */
export async function eventually<T>(what: string, answer: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + DEADLINE_MS;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const found = await answer();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
    await pause(POLL_MS);
  }
  throw new Error(`waited ${DEADLINE_MS / 1000} s in vain: ${what}`, { cause: last });
}

/** Serves the route of webhooks over HTTP, as Remix does. */
async function listenForWebhooks(
  timon: Timon,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const answer = async (incoming: IncomingMessage): Promise<Response> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const request = new Request(new URL(incoming.url ?? '/', APP_URL), {
      method: 'POST',
      headers,
      body: Buffer.concat(chunks),
    });
    try {
      return await webhookAction({ request, params: {}, context: { timon } });
    } catch (thrown) {
      // Remix answers with a thrown response, and with 500 for anything else.
      return thrown instanceof Response ? thrown : new Response(null, { status: 500 });
    }
  };
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    void answer(incoming).then(({ status }) => outgoing.writeHead(status).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
