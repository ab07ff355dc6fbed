import type { SessionStore, StoredSession, WithShopLock } from './session-store';

/** Sessions in memory, for tests. `sessions` is what a thief of the database would see. */
export function createMemorySessionStore(): SessionStore & { readonly sessions: Map<string, StoredSession> } {
  const sessions = new Map<string, StoredSession>();
  return {
    sessions,
    put: (session) => {
      sessions.set(session.id, session);
      return Promise.resolve();
    },
    get: (id) => Promise.resolve(sessions.get(id) ?? null),
    remove: (id) => {
      sessions.delete(id);
      return Promise.resolve();
    },
    removeMany: (ids) => {
      for (const id of ids) sessions.delete(id);
      return Promise.resolve();
    },
    listByShop: (shop) =>
      Promise.resolve([...sessions.values()].filter(({ shopDomain }) => shopDomain === shop)),
    listSealedOtherwise: (keyId, afterId, limit) =>
      Promise.resolve(
        [...sessions.values()]
          .filter((session) => session.keyId !== keyId && (afterId === null || session.id > afterId))
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, limit),
      ),
  };
}

/** A lock for the processes that share this object. */
export function createMemoryLock(): WithShopLock {
  const tails = new Map<string, Promise<unknown>>();
  return (shop, work) => {
    const before = tails.get(shop) ?? Promise.resolve();
    const run = before.then(work);
    tails.set(
      shop,
      run.catch(() => undefined),
    );
    return run;
  };
}
