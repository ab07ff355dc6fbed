import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTokenCipher, TokenCipherError } from './token-cipher';

const old = new Uint8Array(randomBytes(32));
const current = new Uint8Array(randomBytes(32));
const context = { shop: 'demo.myshopify.com', purpose: 'session' };
const cipher = createTokenCipher({
  currentKeyId: 'k2',
  keys: new Map([
    ['k1', old],
    ['k2', current],
  ]),
});

describe('createTokenCipher', () => {
  it('opens what it sealed', () => {
    expect(cipher.open(cipher.seal('shpat_ñ', context), context)).toBe('shpat_ñ');
  });

  it('never seals the same text to the same bytes, and shows nothing of it', () => {
    const sealed = Array.from({ length: 50 }, () => Buffer.from(cipher.seal('shpat_secret', context)));
    expect(new Set(sealed.map((bytes) => bytes.toString('hex'))).size).toBe(50);
    for (const bytes of sealed) expect(bytes.includes('shpat')).toBe(false);
  });

  it('fails on any byte that was altered, the key id and the length included', () => {
    const sealed = cipher.seal('shpat_secret', context);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = new Uint8Array(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => cipher.open(altered, context), `byte ${index}`).toThrow(TokenCipherError);
    }
    expect(() => cipher.open(sealed.slice(0, -1), context)).toThrow(TokenCipherError);
    expect(() => cipher.open(new Uint8Array(), context)).toThrow(TokenCipherError);
  });

  it('fails for another shop and for another purpose', () => {
    const sealed = cipher.seal('shpat_secret', context);
    expect(() => cipher.open(sealed, { ...context, shop: 'other.myshopify.com' })).toThrow(TokenCipherError);
    expect(() => cipher.open(sealed, { ...context, purpose: 'export' })).toThrow(TokenCipherError);
  });

  it('opens what an old key sealed, and not once that key is gone', () => {
    const before = createTokenCipher({ currentKeyId: 'k1', keys: new Map([['k1', old]]) });
    const sealed = before.seal('shpat_secret', context);
    expect(cipher.open(sealed, context)).toBe('shpat_secret');
    const after = createTokenCipher({ currentKeyId: 'k2', keys: new Map([['k2', current]]) });
    expect(() => after.open(sealed, context)).toThrow('no key k1');
  });

  it('does not start with a key of the wrong length or without the current one', () => {
    const short = new Map([['k1', new Uint8Array(16)]]);
    expect(() => createTokenCipher({ currentKeyId: 'k1', keys: short })).toThrow('16 bytes; not 32');
    expect(() => createTokenCipher({ currentKeyId: 'k1', keys: new Map() })).toThrow('no key k1');
  });
});
