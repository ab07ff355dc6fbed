import { describe, expect, it } from 'vitest';
import { codedMessage, errorText, noticeText } from './coded-message';
import { createTranslator } from './translator';

const es = createTranslator({ language: 'es', tag: 'es-ES' });
const en = createTranslator({ language: 'en', tag: 'en-US' });

describe('codedMessage', () => {
  it('fills in the values that came with the code', () => {
    expect(codedMessage(es, 'activity', 'changes-applied', { orders: 1 })).toBe(
      'Aplicado 1 pedido nuevo o modificado.',
    );
    expect(codedMessage(es, 'activity', 'sync-finished', { orders: 5_000, customers: 1 })).toBe(
      'Leídos 5.000 pedidos de 1 cliente.',
    );
  });

  it('says an error inside an activity in words', () => {
    expect(codedMessage(en, 'activity', 'ingest-failed', { errorCode: 'throttled' })).toBe(
      'Could not read the orders: Shopify asks us to go slower.',
    );
  });

  it.each(['brand-new', 'unknown', 'sync-finished', '__proto__', 'a.b', ''])(
    'gives the general sentence for %j without values',
    (code) => {
      expect(codedMessage(en, 'activity', code)).toBe(`Activity without a description yet (${code}).`);
    },
  );

  it('names an unknown error by its code and still says what to do', () => {
    expect(errorText(es, 'E42')).toEqual({
      what: 'Ha fallado algo que aún no sabemos nombrar (E42)',
      advice: 'Vuelve a intentarlo; si sigue igual, escríbenos e indica ese código.',
    });
  });

  it('gives a notice its title and its effect', () => {
    expect(noticeText(en, 'wholesale-set-aside', { customers: 2 }).title).toBe(
      '2 customers buy very differently from the rest',
    );
  });
});
