import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface CipherKeys {
  /** Seals what is written from now on. */
  readonly currentKeyId: string;
  /** Key id to 32 random bytes; old keys stay until nothing is sealed with them (see `rotateTokens`). */
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** What a sealed text belongs to: opened for anything else, it fails. */
interface CipherContext {
  /** Shop domain. */
  readonly shop: string;
  readonly purpose: string;
}

/** Not opened: altered, of another shop or purpose, or sealed with a key that is not configured. */
export class TokenCipherError extends Error {
  override readonly name = 'TokenCipherError';
}

export interface TokenCipher {
  readonly currentKeyId: string;
  /** Envelope: version, key id length, key id, nonce (12), tag (16), cipher text. */
  seal(text: string, context: CipherContext): Uint8Array<ArrayBuffer>;
  /** @throws TokenCipherError */
  open(envelope: Uint8Array, context: CipherContext): string;
}

/** AES-256-GCM with a fresh random nonce each time; key id, shop and purpose are authenticated. */
export function createTokenCipher({ currentKeyId, keys }: CipherKeys): TokenCipher {
  for (const [id, key] of keys) {
    if (key.length !== KEY_BYTES) throw new RangeError(`key ${id} has ${key.length} bytes; not ${KEY_BYTES}`);
    if (id === '' || Buffer.byteLength(id) > 255) throw new RangeError('a key id has 1 to 255 bytes');
  }
  const keyOf = (id: string): Uint8Array => {
    const key = keys.get(id);
    if (!key) throw new TokenCipherError(`no key ${id}`);
    return key;
  };
  keyOf(currentKeyId);

  return {
    currentKeyId,
    seal(text, context) {
      const header = headerOf(currentKeyId);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, keyOf(currentKeyId), nonce);
      cipher.setAAD(associatedData(header, context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([header, nonce, cipher.getAuthTag(), body]));
    },
    open(envelope, context) {
      const { header, keyId, nonce, tag, body } = split(Buffer.from(envelope));
      const decipher = createDecipheriv(ALGORITHM, keyOf(keyId), nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(associatedData(header, context));
      decipher.setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new TokenCipherError('the sealed text was altered or belongs elsewhere', { cause });
      }
    },
  };
}

function headerOf(keyId: string): Buffer {
  const id = Buffer.from(keyId, 'utf8');
  return Buffer.concat([Buffer.from([VERSION, id.length]), id]);
}

/** Lengths first, so that no two contexts read the same. */
function associatedData(header: Buffer, { shop, purpose }: CipherContext): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify([shop, purpose]), 'utf8')]);
}

function split(envelope: Buffer) {
  const bodyAt = 2 + (envelope[1] ?? 0) + NONCE_BYTES + TAG_BYTES;
  if (envelope[0] !== VERSION || envelope.length < bodyAt) throw new TokenCipherError('not a sealed text');
  const headerEnd = bodyAt - NONCE_BYTES - TAG_BYTES;
  return {
    header: envelope.subarray(0, headerEnd),
    keyId: envelope.toString('utf8', 2, headerEnd),
    nonce: envelope.subarray(headerEnd, headerEnd + NONCE_BYTES),
    tag: envelope.subarray(headerEnd + NONCE_BYTES, bodyAt),
    body: envelope.subarray(bodyAt),
  };
}
