import { randomBytes } from 'node:crypto';

export const TOKEN_LIFETIMES_S = { offline: 3600, refresh: 90 * 86_400, online: 86_400 } as const;
const RECOVERY_S = 30 * 86_400;

export interface AccessToken {
  readonly value: string;
  readonly shop: string;
  readonly mode: 'offline' | 'online';
  readonly scopes: readonly string[];
  /** Real time in ms; `null` for the old kind that never expires. */
  expiresAtMs: number | null;
}

interface RefreshToken {
  readonly value: string;
  readonly shop: string;
  readonly expiresAtMs: number;
  readonly predecessor: RefreshToken | null;
  /** The pair that its first use gave; a retry gives the same one. */
  successor: TokenPair | null;
  firstUsedAtMs: number | null;
  retired: boolean;
}

export interface TokenPair {
  readonly access: AccessToken;
  readonly refresh: RefreshToken;
}

/**
 * Tokens as Shopify keeps them. A refresh token is replaced by its use, but may be used again until its replacement
 * is used (at most 30 days): https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens.
 * An access token lives to its own end whatever happens to the refresh token.
 */
export class AccessTokens {
  private readonly access = new Map<string, AccessToken>();
  private readonly refresh = new Map<string, RefreshToken>();
  private readonly offlineLifetimeS: number;

  constructor(offlineLifetimeS: number) {
    this.offlineLifetimeS = offlineLifetimeS;
  }

  find(value: string): AccessToken | null {
    const token = this.access.get(value);
    if (!token || (token.expiresAtMs !== null && token.expiresAtMs <= Date.now())) return null;
    return token;
  }

  issueOnline(shop: string, scopes: readonly string[]): AccessToken {
    return this.putAccess('shpua', shop, 'online', scopes, TOKEN_LIFETIMES_S.online);
  }

  issuePermanent(shop: string, scopes: readonly string[]): AccessToken {
    return this.putAccess('shpat', shop, 'offline', scopes, null);
  }

  /** A new pair from a session token; earlier refresh tokens of the shop are retired. */
  issueExpiring(shop: string, scopes: readonly string[]): TokenPair {
    for (const token of this.refresh.values()) if (token.shop === shop) token.retired = true;
    return this.putPair(shop, scopes, null);
  }

  /** The pair that replaces a refresh token; `null` when the token is unknown, replaced, expired or revoked. */
  refreshWith(value: string, shop: string, scopes: readonly string[]): TokenPair | null {
    const token = this.refresh.get(value);
    const now = Date.now();
    if (!token || token.shop !== shop || token.retired || token.expiresAtMs <= now) return null;
    if (token.predecessor) token.predecessor.retired = true;
    if (token.firstUsedAtMs !== null && now - token.firstUsedAtMs > RECOVERY_S * 1000) return null;
    token.firstUsedAtMs ??= now;
    if (token.successor) {
      // A retry after a lost answer: the same pair, its access token made to last again.
      token.successor.access.expiresAtMs = now + this.offlineLifetimeS * 1000;
      return token.successor;
    }
    token.successor = this.putPair(shop, scopes, token);
    return token.successor;
  }

  /** Ends every access token of a shop, leaving the refresh tokens: what an hour's wait does. */
  expireAccess(shop: string): void {
    for (const token of this.access.values()) if (token.shop === shop) token.expiresAtMs = 0;
  }

  /** Uninstalling the app ends everything. */
  revoke(shop: string): void {
    this.expireAccess(shop);
    for (const token of this.refresh.values()) if (token.shop === shop) token.retired = true;
  }

  private putAccess(
    prefix: string,
    shop: string,
    mode: AccessToken['mode'],
    scopes: readonly string[],
    lifetimeS: number | null,
  ): AccessToken {
    const token: AccessToken = {
      value: `${prefix}_${randomBytes(16).toString('hex')}`,
      shop,
      mode,
      scopes,
      expiresAtMs: lifetimeS === null ? null : Date.now() + lifetimeS * 1000,
    };
    this.access.set(token.value, token);
    return token;
  }

  private putPair(shop: string, scopes: readonly string[], predecessor: RefreshToken | null): TokenPair {
    const access = this.putAccess('shpat', shop, 'offline', scopes, this.offlineLifetimeS);
    const refresh: RefreshToken = {
      value: `shprt_${randomBytes(16).toString('hex')}`,
      shop,
      expiresAtMs: Date.now() + TOKEN_LIFETIMES_S.refresh * 1000,
      predecessor,
      successor: null,
      firstUsedAtMs: null,
      retired: false,
    };
    this.refresh.set(refresh.value, refresh);
    return { access, refresh };
  }
}
