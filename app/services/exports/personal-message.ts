import { DISCLOSURE } from './disclosure';
import type { ExportLanguage, ExportLocale } from './export-locale';
import type { RescueOffer } from './rescue-offer';
import { spokenDay, spokenMoney, spokenPercent } from './spoken-values';

export interface MessageFacts {
  /** Fit to be said (`greetingName`); `null` for a greeting without a name. */
  readonly name: string | null;
  /** Who writes: the law wants senders of advertising to say so. */
  readonly shopName: string;
  /** What the message is for: `hello` to anybody, `missed` to who has not been seen for long. */
  readonly occasion: 'hello' | 'missed';
  readonly offer: RescueOffer | null;
}

interface Words {
  greeting(name: string | null): string;
  hello(shop: string): string;
  missed(shop: string): string;
  missedWithOffer(shop: string): string;
  offer(values: { code: string; percent: string; until: string | null; minimum: string | null }): string;
  readonly wayOut: string;
}

const WORDS: Readonly<Record<ExportLanguage, Words>> = {
  es: {
    greeting: (name) => (name === null ? '¡Hola!' : `¡Hola, ${name}!`),
    hello: (shop) => `Gracias por comprar en ${shop}. Si podemos ayudarte con algo, responde a este mensaje.`,
    missed: (shop) =>
      `Hace tiempo que no te vemos por ${shop} y nos acordamos de ti. Si podemos ayudarte con algo, responde a este mensaje.`,
    missedWithOffer: (shop) => `Hace tiempo que no te vemos por ${shop} y nos gustaría que volvieras.`,
    offer: ({ code, percent, until, minimum }) =>
      `Con el código ${code} tienes un ${percent} % de descuento${minimum === null ? '' : ` en pedidos a partir de ${minimum}`}${until === null ? '' : `, hasta el ${until}`}.`,
    wayOut: 'Si no quieres recibir más mensajes, responde BAJA.',
  },
  en: {
    greeting: (name) => (name === null ? 'Hi!' : `Hi ${name}!`),
    hello: (shop) => `Thank you for shopping at ${shop}. If we can help with anything, just reply.`,
    missed: (shop) =>
      `We haven’t seen you at ${shop} for a while and thought of you. If we can help with anything, just reply.`,
    missedWithOffer: (shop) => `We haven’t seen you at ${shop} for a while and would love to have you back.`,
    offer: ({ code, percent, until, minimum }) =>
      `With code ${code} you get ${percent}% off${minimum === null ? '' : ` orders from ${minimum}`}${until === null ? '' : `, until ${until}`}.`,
    wayOut: 'To stop receiving messages, reply STOP.',
  },
};

/**
 * A message to one customer, ready to be sent: who writes and why, the offer with its terms and the disclosure where
 * there is one, and a way out of further messages.
 */
export function personalMessage(facts: MessageFacts, locale: ExportLocale): string {
  const words = WORDS[locale.language];
  return [
    words.greeting(facts.name),
    ...body(facts, words, locale),
    ...(facts.offer === null ? [] : [DISCLOSURE[locale.language]]),
    words.wayOut,
  ]
    .join(' ')
    .replace(/\s+/g, ' ');
}

function body({ shopName, occasion, offer }: MessageFacts, words: Words, locale: ExportLocale): string[] {
  if (offer === null) return [words[occasion](shopName)];
  const { code, share, minimum, lastDay } = offer;
  return [
    words.missedWithOffer(shopName),
    words.offer({
      code,
      percent: spokenPercent(share, locale),
      until: lastDay === null ? null : spokenDay(lastDay, locale),
      minimum: minimum === null ? null : spokenMoney(minimum, locale),
    }),
  ];
}
