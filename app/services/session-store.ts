import type { SessionStore } from '~/auth/session-store';
import type { Db } from '~/data/db';
import {
  deleteSession,
  deleteSessions,
  findSessionsByShop,
  loadSession,
  storeSession,
} from '~/data/sessions/shopify-sessions';
import { listActiveShops } from '~/data/shops/list-active-shops';
import type { Clock } from '~/domain/clock';

/** Keeps sealed sessions in the database. */
export function createSessionStore(db: Db, clock: Clock): SessionStore {
  const toPort = ({ secrets, ...session }: NonNullable<Awaited<ReturnType<typeof loadSession>>>) => ({
    ...session,
    secrets: new Uint8Array(secrets),
  });
  return {
    put: (session) => storeSession(db, session, clock.now()),
    get: async (id) => {
      const session = await loadSession(db, id);
      return session && toPort(session);
    },
    remove: async (id) => {
      await deleteSession(db, id);
    },
    removeMany: (ids) => deleteSessions(db, ids),
    listByShop: async (shopDomain) => (await findSessionsByShop(db, shopDomain)).map(toPort),
    // Sessions are seen shop by shop, never all at once: row-level security knows no other way in.
    listSealedOtherwise: async (keyId, afterId, limit) => {
      const sessions = [];
      for (const shop of await listActiveShops(db))
        sessions.push(...(await findSessionsByShop(db, shop.domain)));
      return sessions
        .filter((session) => session.keyId !== keyId && (afterId === null || session.id > afterId))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(toPort);
    },
  };
}
