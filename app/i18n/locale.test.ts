import { describe, expect, it } from 'vitest';
import { resolveLocale } from './locale';

describe('resolveLocale', () => {
  it.each([
    ['es-MX', 'en-US', { language: 'es', tag: 'es-MX' }],
    ['en', null, { language: 'en', tag: 'en-US' }],
    ['es', 'en-US,es-MX;q=0.8', { language: 'es', tag: 'es-MX' }],
    ['es', 'en-US', { language: 'es', tag: 'es-ES' }],
    ['pt-BR', 'en-GB,en;q=0.9', { language: 'en', tag: 'en-GB' }],
    [null, 'de;q=0.9,en-GB;q=0.2,es-AR;q=0.7', { language: 'es', tag: 'es-AR' }],
    [null, 'fr', { language: 'es', tag: 'es-ES' }],
    [null, null, { language: 'es', tag: 'es-ES' }],
    ['es_MX', null, { language: 'es', tag: 'es-MX' }],
    ['"><script>', 'en-US', { language: 'en', tag: 'en-US' }],
    ['en-US-u-nu-arab', null, { language: 'en', tag: 'en-US' }],
  ])('locale %s with Accept-Language %s is %o', (wanted, accepted, expected) => {
    expect(resolveLocale(wanted, accepted)).toEqual(expected);
  });
});
