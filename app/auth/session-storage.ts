import { Session } from '@shopify/shopify-api';
import { ConnectorError } from '~/connectors/contract';
import type { OfflineTokens } from './offline-tokens';
import { openSession, sealSession } from './session-envelope';
import type { SessionStore, StoredSession, WithShopLock } from './session-store';
import { type TokenCipher, TokenCipherError } from './token-cipher';

/** The five methods of the library's SessionStorage. */
export interface SessionStorage {
  storeSession(session: Session): Promise<boolean>;
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
}

export interface SessionStorageOptions {
  readonly store: SessionStore;
  readonly cipher: TokenCipher;
  readonly tokens: OfflineTokens;
  readonly withLock: WithShopLock;
}

/**
 * The library's session storage with sealed secrets. It also keeps the library from refreshing tokens on its own, which
 * it would do without a lock: a session is refreshed before it is handed over, and its refresh token stays here.
 */
export function createSessionStorage(options: SessionStorageOptions): SessionStorage {
  const { store, cipher, tokens, withLock } = options;

  /** A session that no configured key opens is none: the merchant's next visit makes a new one. */
  function tryOpen(stored: StoredSession | null): Session | undefined {
    if (!stored) return undefined;
    try {
      return openSession(stored, cipher);
    } catch (error) {
      if (error instanceof TokenCipherError) return undefined;
      throw error;
    }
  }

  const read = async (id: string): Promise<Session | undefined> => tryOpen(await store.get(id));

  return {
    async storeSession(session) {
      if (session.isOnline) {
        await store.put(sealSession(session, cipher));
        return true;
      }
      return withLock(session.shop, async () => {
        const merged = mergeOffline(await read(session.id), session);
        if (merged) await store.put(sealSession(merged, cipher));
        return true;
      });
    },

    async loadSession(id) {
      const session = await read(id);
      if (!session || session.isOnline) return session;
      const fresh = await refreshed(session, tokens, read);
      return fresh && withoutRefreshToken(fresh);
    },

    async deleteSession(id) {
      await store.remove(id);
      return true;
    },

    async deleteSessions(ids) {
      await store.removeMany(ids);
      return true;
    },

    async findSessionsByShop(shop) {
      const stored = await store.listByShop(shop);
      return stored.flatMap((one) => {
        const session = tryOpen(one);
        return session ? [withoutRefreshToken(session)] : [];
      });
    },
  };
}

/**
 * What to store when the library hands over an offline session; `null` to leave what there is. The library's copy never
 * has the refresh token unless it has just been issued.
 */
function mergeOffline(known: Session | undefined, given: Session): Session | null {
  if (!known) return given;
  if (given.refreshToken) {
    // Two first visits at once: the tokens issued last are the ones that count, whoever stores first.
    const older = known.accessToken && known.expires && given.expires && known.expires > given.expires;
    return older ? null : given;
  }
  // Invalidated after a 401, or new scopes on the same token: the refresh token is still what renews it.
  const same = given.accessToken === undefined || given.accessToken === known.accessToken;
  if (!same || !known.refreshToken) return given;
  return new Session({
    ...given.toObject(),
    refreshToken: known.refreshToken,
    ...(known.refreshTokenExpires ? { refreshTokenExpires: known.refreshTokenExpires } : {}),
  });
}

/** The session after a refresh where one is due; as it was when that fails, and the library asks the merchant. */
async function refreshed(
  session: Session,
  tokens: OfflineTokens,
  read: (id: string) => Promise<Session | undefined>,
): Promise<Session | undefined> {
  if (!session.refreshToken) return session;
  try {
    const token = await tokens.accessTokenFor(session.shop);
    return token === session.accessToken ? session : await read(session.id);
  } catch (error) {
    if (error instanceof ConnectorError) return session;
    throw error;
  }
}

function withoutRefreshToken(session: Session): Session {
  const { refreshToken: _kept, refreshTokenExpires: _keptToo, ...rest } = session.toObject();
  return new Session(rest);
}
