import { Session } from '@shopify/shopify-api';
import { z } from 'zod';
import type { StoredSession } from './session-store';
import type { TokenCipher } from './token-cipher';

const secretsSchema = z.object({
  state: z.string(),
  accessToken: z.string().exactOptional(),
  refreshToken: z.string().exactOptional(),
  /** Milliseconds since 1970. */
  refreshTokenExpires: z.number().exactOptional(),
  onlineAccessInfo: z
    .object({
      expires_in: z.number(),
      associated_user_scope: z.string(),
      associated_user: z.object({
        id: z.number(),
        first_name: z.string(),
        last_name: z.string(),
        email: z.string(),
        email_verified: z.boolean(),
        account_owner: z.boolean(),
        locale: z.string(),
        collaborator: z.boolean(),
      }),
    })
    .exactOptional(),
});

/** A session bound to its own id: one shop's offline secrets do not open as another of its sessions. */
const contextOf = (id: string, shop: string) => ({ shop, purpose: `session ${id}` });

/** The library's session with everything secret or personal sealed. */
export function sealSession(session: Session, cipher: TokenCipher): StoredSession {
  const secrets = {
    state: session.state,
    accessToken: session.accessToken,
    refreshToken: session.refreshToken,
    refreshTokenExpires: session.refreshTokenExpires?.getTime(),
    onlineAccessInfo: session.onlineAccessInfo,
  };
  return {
    id: session.id,
    shopDomain: session.shop,
    isOnline: session.isOnline,
    scope: session.scope ?? null,
    expiresAt: session.expires ?? null,
    keyId: cipher.currentKeyId,
    secrets: cipher.seal(JSON.stringify(secrets), contextOf(session.id, session.shop)),
  };
}

/** @throws TokenCipherError */
export function openSession(stored: StoredSession, cipher: TokenCipher): Session {
  const text = cipher.open(stored.secrets, contextOf(stored.id, stored.shopDomain));
  const { refreshTokenExpires, ...secrets } = secretsSchema.parse(JSON.parse(text));
  return new Session({
    id: stored.id,
    shop: stored.shopDomain,
    isOnline: stored.isOnline,
    ...secrets,
    ...(stored.scope === null ? {} : { scope: stored.scope }),
    ...(stored.expiresAt === null ? {} : { expires: stored.expiresAt }),
    ...(refreshTokenExpires === undefined ? {} : { refreshTokenExpires: new Date(refreshTokenExpires) }),
  });
}
