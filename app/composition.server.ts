import { join } from 'node:path';
import { prepareDatabase } from '../prisma/prepare-database';
import { createOfflineTokens } from './auth/offline-tokens';
import { createSessionStorage } from './auth/session-storage';
import { rotateTokens, type RotationOutcome } from './auth/rotate-tokens';
import type { WithShopLock } from './auth/session-store';
import { createTokenCipher } from './auth/token-cipher';
import { createShopifyClient } from './connectors/shopify/client';
import { APP_SCOPES } from './connectors/shopify/scopes';
import type { Db } from './data/db';
import { ensureEmbeddedPostgres } from './data/embedded-postgres/ensure-embedded-postgres';
import { openDatabase } from './data/open-database';
import { pingDatabase } from './data/ping-database';
import { withShopLock } from './data/with-shop-lock';
import { systemClock, type Clock } from './domain/clock';
import type { Env } from './env.server';
import { createFitPool } from './jobs/fits/fit-pool.server';
import { createQueue, type QueueDriver } from './jobs/queue-driver.server';
import type { JobQueue } from './jobs/queue';
import { createLogger, type Logger } from './observability/logger.server';
import { createMetrics, type Metrics } from './observability/metrics.server';
import { createSessionStore } from './services/session-store';
import type { ServiceContext } from './services/context';
import { createShopify, type Shopify } from './shopify.server';

const READY_WITHIN_MS = 3_000;
/** Web requests are short and many, jobs long and few. */
const CONNECTIONS = { web: 10, worker: 12 } as const;

export interface CompositionOptions {
  readonly env: Env;
  readonly service: 'web' | 'worker';
  /** The shops' idea of now; the system's unless told. Tokens always run on the system's. */
  readonly clock?: Clock;
  /** The way out to Shopify; the platform's unless told. */
  readonly fetch?: typeof fetch;
}

/** One process of the product, composed. */
export interface Composition {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly db: Db;
  readonly queue: JobQueue;
  readonly queueDriver: QueueDriver;
  readonly shopify: Shopify;
  readonly services: ServiceContext;
  readonly readiness: () => Promise<Readiness>;
  /** Seals every stored token with the current key. */
  rotateTokens(): Promise<RotationOutcome>;
  readonly close: () => Promise<void>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly queue: boolean;
}

/**
 * Builds everything a process works with: the only place that joins database, queue, connectors and clock.
 * @throws Error with a sentence for the operator when a server does not answer
 */
export async function compose({ env, service, ...given }: CompositionOptions): Promise<Composition> {
  const clock = given.clock ?? systemClock;
  const doFetch = given.fetch ?? fetch;
  const log = createLogger({ level: env.LOG_LEVEL, service });
  const metrics = createMetrics();
  const databaseUrl = env.DATABASE_URL ?? (await startEmbeddedDatabase(env));
  const db = await openDatabase(databaseUrl, { max: CONNECTIONS[service] });
  const queueDriver: QueueDriver =
    env.REDIS_URL === undefined
      ? { kind: 'postgres', url: databaseUrl }
      : { kind: 'redis', url: env.REDIS_URL };
  const queue = createQueue(queueDriver, log);
  metrics.watchQueue(() => queue.counts());

  const store = createSessionStore(db, systemClock);
  const cipher = createTokenCipher(env.TOKEN_KEYS);
  const withLock: WithShopLock = (shop, work) => withShopLock(db, `tokens ${shop}`, work);
  const app = { apiKey: env.SHOPIFY_API_KEY, apiSecret: env.SHOPIFY_API_SECRET };
  const tokens = createOfflineTokens({ ...app, store, cipher, withLock, fetch: doFetch, clock: systemClock });
  const sessionStorage = createSessionStorage({ store, cipher, tokens, withLock });
  const fits = createFitPool({ threads: env.FIT_THREADS });

  const services: ServiceContext = {
    db,
    queue,
    clock,
    log,
    connectShopify: (shop) =>
      createShopifyClient({
        shop,
        accessToken: (refused) => tokens.accessTokenFor(shop, refused),
        fetch: doFetch,
        clock: systemClock,
        observe: ({ operation, outcome, requestedCost }) =>
          metrics.callFinished({ operation, cost: requestedCost ?? 0, throttled: outcome === 'throttled' }),
      }),
    renewAccess: async (shop) => {
      await tokens.accessTokenFor(shop, await tokens.accessTokenFor(shop));
    },
    forgetSessions: async (domain) => {
      const sessions = await store.listByShop(domain);
      await store.removeMany(sessions.map(({ id }) => id));
    },
    valueCustomers: (input, signal) => fits.valueCustomers(input, { signal }),
  };

  return {
    env,
    clock,
    log,
    metrics,
    db,
    queue,
    queueDriver,
    services,
    shopify: createShopify({
      ...app,
      appUrl: env.SHOPIFY_APP_URL,
      scopes: APP_SCOPES,
      sessionStorage,
      // Installing is done on the first authenticated request, where a failure can be shown.
      afterAuth: () => Promise.resolve(),
      log: (level, message) => log[level](message),
    }),
    readiness: async () => {
      const [database, queueAnswers] = await Promise.all([
        answers(pingDatabase(db)),
        answers(queue.counts()),
      ]);
      return { ready: database && queueAnswers, database, queue: queueAnswers };
    },
    rotateTokens: () => rotateTokens({ store, cipher, withLock }),
    close: async () => {
      await queue.close();
      await fits.close();
      await db.close();
    },
  };
}

/** Any number of processes may do this at once: the first starts the server, the others find it. */
async function startEmbeddedDatabase(env: Env): Promise<string> {
  const server = await ensureEmbeddedPostgres({ dir: join(env.DATA_DIR, 'postgres'), durable: true });
  await prepareDatabase(server);
  return server.runtimeUrl;
}

async function answers(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
  });
  const inTime = question.then(
    () => true,
    () => false,
  );
  return Promise.race([inTime, late]).finally(() => clearTimeout(timer));
}
