import { openSession, sealSession } from './session-envelope';
import type { SessionStore, WithShopLock } from './session-store';
import { type TokenCipher, TokenCipherError } from './token-cipher';

const BATCH = 100;

export interface RotationOutcome {
  readonly rotated: number;
  /** Ids of sessions that no configured key opens. */
  readonly unreadable: readonly string[];
}

/**
 * Seals every session with the current key. To rotate: add a new key and make it current, keeping the old one; restart
 * web and worker; run this; when `unreadable` is empty, remove the old key. Sessions are also sealed with the current
 * key each time they are saved, so that an hour of refreshes does most of it.
 */
export async function rotateTokens(options: {
  readonly store: SessionStore;
  readonly cipher: TokenCipher;
  readonly withLock: WithShopLock;
}): Promise<RotationOutcome> {
  const { store, cipher, withLock } = options;
  const unreadable: string[] = [];
  let rotated = 0;
  let afterId: string | null = null;
  for (;;) {
    const batch = await store.listSealedOtherwise(cipher.currentKeyId, afterId, BATCH);
    for (const { id, shopDomain } of batch) {
      afterId = id;
      const done = await withLock(shopDomain, () => reseal(id, store, cipher));
      if (done) rotated += 1;
      else unreadable.push(id);
    }
    if (batch.length < BATCH) return { rotated, unreadable };
  }
}

/** Read again under the lock: a refresh may have replaced it since it was listed. */
async function reseal(id: string, store: SessionStore, cipher: TokenCipher): Promise<boolean> {
  const stored = await store.get(id);
  if (!stored) return true;
  try {
    await store.put(sealSession(openSession(stored, cipher), cipher));
    return true;
  } catch (error) {
    if (error instanceof TokenCipherError) return false;
    throw error;
  }
}
