import { Session } from '@shopify/shopify-api';
import type { Clock } from '~/domain/clock';
import { ConnectorError } from '~/connectors/contract';
import { retry, type Sleep, sleepFor } from '~/connectors/retry';
import { isShopDomain } from '~/connectors/shopify/shop-domain';
import { type RefreshedTokens, refreshGrant } from './refresh-grant';
import { openSession, sealSession } from './session-envelope';
import type { SessionStore, WithShopLock } from './session-store';
import { type TokenCipher, TokenCipherError } from './token-cipher';

/** Refreshed this long before the end; the same margin as the library's, which so never finds one to refresh. */
const MARGIN_MS = 5 * 60_000;

export interface OfflineTokensOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly store: SessionStore;
  readonly cipher: TokenCipher;
  readonly withLock: WithShopLock;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly sleep?: Sleep;
}

export interface OfflineTokens {
  /**
   * An access token that lasts at least another five minutes wherever Shopify gives one.
   * @param refused the token that the shop has just answered with 401, never returned again
   * @throws ConnectorError `unauthorized` when the merchant has to open the app again
   */
  accessTokenFor(shop: string, refused?: string): Promise<string>;
}

/** The library's id of a shop's offline session. */
export function offlineSessionId(shop: string): string {
  return `offline_${shop}`;
}

/**
 * Offline access for workers. Refreshing replaces the refresh token, so one process at a time does it per shop; the
 * others wait and use its result.
 */
export function createOfflineTokens(options: OfflineTokensOptions): OfflineTokens {
  const { store, cipher, clock, withLock } = options;
  // One waiter a process: a burst of requests must not queue up on database connections for the lock.
  const inFlight = new Map<string, Promise<string>>();

  async function load(shop: string): Promise<Session> {
    const stored = await store.get(offlineSessionId(shop));
    if (!stored) throw new ConnectorError('unauthorized', `no session of ${shop}: the app has to be opened`);
    try {
      return openSession(stored, cipher);
    } catch (cause) {
      if (!(cause instanceof TokenCipherError)) throw cause;
      throw new ConnectorError('unauthorized', `the session of ${shop} cannot be opened`, { cause });
    }
  }

  function lastsFor(session: Session, refused: string | undefined): number {
    if (!session.accessToken || session.accessToken === refused) return -1;
    return session.expires ? session.expires.getTime() - clock.now().getTime() : Number.POSITIVE_INFINITY;
  }

  async function refreshUnderLock(shop: string, refused: string | undefined): Promise<string> {
    const session = await load(shop);
    const left = lastsFor(session, refused);
    // Another process was first.
    if (left > MARGIN_MS && session.accessToken) return session.accessToken;
    try {
      const tokens = await refresh(session);
      const renewed = withTokens(session, tokens);
      await store.put(sealSession(renewed, cipher));
      return tokens.accessToken;
    } catch (error) {
      // The old token lives to its own end: a token endpoint that is away does not stop the work before that.
      const retryable = error instanceof ConnectorError && error.retryable;
      if (retryable && left > 0 && session.accessToken) return session.accessToken;
      // Neither token opens the door any more, though by the clock one still should. As long as the session lay there,
      // the merchant's next visit would find it unexpired and not ask for a new one.
      if (
        refused !== undefined &&
        session.accessToken === refused &&
        error instanceof ConnectorError &&
        error.code === 'unauthorized'
      ) {
        await store.remove(session.id);
      }
      throw error;
    }
  }

  async function refresh({ shop, refreshToken, refreshTokenExpires }: Session): Promise<RefreshedTokens> {
    const ended = refreshTokenExpires !== undefined && refreshTokenExpires.getTime() <= clock.now().getTime();
    if (!refreshToken || ended) {
      throw new ConnectorError('unauthorized', `access to ${shop} has ended: the app has to be opened`);
    }
    const policy = {
      sleep: options.sleep ?? sleepFor,
      random: Math.random,
      tries: 3,
      throttledTries: 3,
      baseMs: 300,
      capMs: 3_000,
    };
    return retry(() => refreshGrant(shop, refreshToken, options), policy);
  }

  return {
    async accessTokenFor(shop, refused) {
      if (!isShopDomain(shop)) throw new RangeError(`not a shop domain: ${shop}`);
      const session = await load(shop);
      if (session.accessToken && lastsFor(session, refused) > MARGIN_MS) return session.accessToken;
      const key = `${shop} ${refused ?? ''}`;
      let running = inFlight.get(key);
      if (!running) {
        running = withLock(shop, () => refreshUnderLock(shop, refused)).finally(() => inFlight.delete(key));
        inFlight.set(key, running);
      }
      return running;
    },
  };
}

function withTokens(session: Session, tokens: RefreshedTokens): Session {
  return new Session({ ...session.toObject(), ...tokens });
}
