/** A session as it is stored: nothing in it lets anybody in. */
export interface StoredSession {
  readonly id: string;
  readonly shopDomain: string;
  readonly isOnline: boolean;
  /** Granted scopes, comma-separated. */
  readonly scope: string | null;
  readonly expiresAt: Date | null;
  /** Key that `secrets` is sealed with. */
  readonly keyId: string;
  /** Sealed: tokens, and who the user of an online session is. */
  readonly secrets: Uint8Array<ArrayBuffer>;
}

/** Where sessions are kept; the database implements it. */
export interface SessionStore {
  /** Inserts, or replaces the one with the same id. */
  put(session: StoredSession): Promise<void>;
  get(id: string): Promise<StoredSession | null>;
  remove(id: string): Promise<void>;
  removeMany(ids: readonly string[]): Promise<void>;
  listByShop(shopDomain: string): Promise<readonly StoredSession[]>;
  /** Sessions that are not sealed with this key, by ascending id, after `afterId`. */
  listSealedOtherwise(
    keyId: string,
    afterId: string | null,
    limit: number,
  ): Promise<readonly StoredSession[]>;
}

/**
 * Runs `work` while no other process runs work for the same shop. Not re-entrant.
 * With PostgreSQL: an advisory lock held on one connection for the time of the call.
 */
export type WithShopLock = <T>(shopDomain: string, work: () => Promise<T>) => Promise<T>;
