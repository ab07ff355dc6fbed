import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { customerLocale } from './export-locale';
import { personalMessage, type MessageFacts } from './personal-message';

const SPAIN = { language: 'es', tag: 'es-ES' } as const;
const BRITAIN = { language: 'en', tag: 'en-GB' } as const;
const offer = {
  code: 'VUELVE-7K2QM',
  share: 0.1,
  minimum: { minor: 4_000n, currency: 'EUR' },
  lastDay: isoDay('2026-03-31'),
  endsAt: '2026-03-31T21:59:59Z',
};
const facts: MessageFacts = { name: 'Núria', shopName: 'Luma', occasion: 'missed', offer };
/** With ordinary spaces, as a person reads it. */
const written = (changes: Partial<MessageFacts>, locale: typeof SPAIN | typeof BRITAIN): string =>
  personalMessage({ ...facts, ...changes }, locale).replaceAll('\u00a0', ' ');

describe('a personal message', () => {
  it('says the name, the code and its terms, that the price is personal, and a way out', () => {
    expect(written({}, SPAIN)).toBe(
      '¡Hola, Núria! Hace tiempo que no te vemos por Luma y nos gustaría que volvieras. Con el código VUELVE-7K2QM tienes un 10 % de descuento en pedidos a partir de 40 €, hasta el 31 de marzo. Este descuento se ha personalizado a partir de tu historial de compras. Si no quieres recibir más mensajes, responde BAJA.',
    );
    expect(written({}, BRITAIN)).toBe(
      'Hi Núria! We haven’t seen you at Luma for a while and would love to have you back. With code VUELVE-7K2QM you get 10% off orders from €40, until 31 March. This discount was personalised using your purchase history. To stop receiving messages, reply STOP.',
    );
  });

  it('leaves out the terms that the code does not have', () => {
    const plain = { ...offer, share: 0.075, minimum: null, lastDay: null, endsAt: null };
    expect(written({ offer: plain }, SPAIN)).toContain(
      'Con el código VUELVE-7K2QM tienes un 7,5 % de descuento. Este descuento',
    );
    expect(written({ offer: plain }, BRITAIN)).toContain('With code VUELVE-7K2QM you get 7.5% off. This');
    const cents = { ...offer, minimum: { minor: 3_990n, currency: 'EUR' } };
    expect(written({ offer: cents }, SPAIN)).toContain('a partir de 39,90 €');
  });

  it('without a code promises no discount and needs no disclosure', () => {
    expect(written({ offer: null }, SPAIN)).toBe(
      '¡Hola, Núria! Hace tiempo que no te vemos por Luma y nos acordamos de ti. Si podemos ayudarte con algo, responde a este mensaje. Si no quieres recibir más mensajes, responde BAJA.',
    );
    expect(written({ offer: null }, BRITAIN)).toBe(
      'Hi Núria! We haven’t seen you at Luma for a while and thought of you. If we can help with anything, just reply. To stop receiving messages, reply STOP.',
    );
  });

  it('tells only who has been away that they have been missed', () => {
    expect(written({ offer: null, occasion: 'hello' }, SPAIN)).not.toContain('Hace tiempo');
    expect(written({ offer: null, occasion: 'hello' }, BRITAIN)).not.toContain('for a while');
  });

  it('greets without a name where there is none that can be said', () => {
    expect(written({ name: null }, SPAIN)).toMatch(/^¡Hola! Hace/);
    expect(written({ name: null }, BRITAIN)).toMatch(/^Hi! We/);
  });
});

describe('the language of a message', () => {
  it.each([
    ['es', 'es', 'es'],
    ['es-MX', 'es', 'es-MX'],
    ['en_GB', 'en', 'en-GB'],
    ['EN', 'en', 'en'],
    ['es-ES-u-nu-arab', 'es', 'es-ES'],
  ])('of a customer of %s is %s', (tag, language, written) => {
    expect(customerLocale(tag, SPAIN)).toEqual({ language, tag: written });
  });

  it.each(['fr', 'ca-ES', '', '???', 'eso'])('of a customer of %j is the campaign’s', (tag) => {
    expect(customerLocale(tag, BRITAIN)).toBe(BRITAIN);
  });
});
