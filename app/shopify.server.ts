import '@shopify/shopify-app-remix/adapters/node';
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { SessionStorage } from '~/auth/session-storage';

export interface ShopifyOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Where the app is reached, for example `https://timon.example`. */
  readonly appUrl: string;
  readonly scopes: readonly string[];
  readonly sessionStorage: SessionStorage;
  /** After a shop has handed us a token: at installation, and again whenever one is exchanged. Idempotent. */
  readonly afterAuth: (install: {
    readonly shop: string;
    readonly scopes: readonly string[];
  }) => Promise<void>;
  readonly log: (level: 'error' | 'warn' | 'info' | 'debug', message: string) => void;
}

/**
 * The one place that configures Shopify's library. Requests of the library go through its `abstractFetch`; whoever runs
 * the app elsewhere than in front of Shopify sets that before the first request. Webhooks and scopes are declared in
 * `shopify.app.toml`.
 */
export function createShopify(options: ShopifyOptions) {
  const admin = shopifyApp(configure(options, options.sessionStorage));
  // A webhook needs no token of ours. Given sessions, the library would load one for each and refresh it if due, without
  // a lock and within the five seconds that Shopify waits.
  const webhooks = shopifyApp(configure(options, NO_SESSIONS));
  return {
    authenticate: { admin: admin.authenticate.admin, webhook: webhooks.authenticate.webhook },
    addDocumentResponseHeaders: admin.addDocumentResponseHeaders,
  };
}

export type Shopify = ReturnType<typeof createShopify>;

function configure(options: ShopifyOptions, sessionStorage: SessionStorage) {
  return {
    apiKey: options.apiKey,
    apiSecretKey: options.apiSecret,
    appUrl: options.appUrl,
    scopes: [...options.scopes],
    apiVersion: ApiVersion.October26,
    distribution: AppDistribution.AppStore as const,
    authPathPrefix: '/auth',
    sessionStorage,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true } as const,
    hooks: {
      afterAuth: ({ session }: { session: { shop: string; scope?: string | undefined } }) =>
        options.afterAuth({
          shop: session.shop,
          scopes: (session.scope ?? '').split(',').filter((scope) => scope !== ''),
        }),
    },
    logger: {
      // Its debug messages hold session tokens, and its information is one line a request.
      level: LogSeverity.Warning,
      log: (severity: LogSeverity, message: string) => {
        options.log(LEVELS[severity], message);
      },
    },
  };
}

const LEVELS = {
  [LogSeverity.Error]: 'error',
  [LogSeverity.Warning]: 'warn',
  [LogSeverity.Info]: 'info',
  [LogSeverity.Debug]: 'debug',
} as const;

const NO_SESSIONS: SessionStorage = {
  storeSession: () => Promise.resolve(true),
  loadSession: () => Promise.resolve(undefined),
  deleteSession: () => Promise.resolve(true),
  deleteSessions: () => Promise.resolve(true),
  findSessionsByShop: () => Promise.resolve([]),
};
