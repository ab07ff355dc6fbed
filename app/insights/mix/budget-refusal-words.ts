import type { BudgetRefusal } from '~/engine/budget/budget-request';
import type { Language, Speaker } from './speaker';

/** Why there is no plan, and what would make one. */
export interface BudgetRefusalWords {
  readonly what: string;
  readonly advice: string;
}

type Phrases = Readonly<
  Record<BudgetRefusal['reason'], (channel: string, needed: string) => BudgetRefusalWords>
>;

export function budgetRefusalWords(
  { reason, channel, neededMinor }: BudgetRefusal,
  say: Speaker,
  minorPerUnit = 100,
): BudgetRefusalWords {
  return PHRASES[say.language][reason](channel ?? '', say.money((neededMinor ?? 0) / minorPerUnit));
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    'no-evidence': () => ({
      what: 'There is no plan: your data do not tell what any channel brings, so money would move on assumptions alone.',
      advice: 'Start with an experiment on the channel that costs most.',
    }),
    'unknown-channel': (channel) => ({
      what: `There is no channel called ${channel}.`,
      advice: 'Use the names of the channels as they are in your data.',
    }),
    'no-value': (channel) => ({
      what: `It is not known yet what the new customers of ${channel} will be worth.`,
      advice: 'Plan for profit or revenue until then.',
    }),
    'minimum-above-maximum': (channel) => ({
      what: `The minimum of ${channel} is above its maximum.`,
      advice: 'Lower one or raise the other.',
    }),
    'minimum-without-evidence': (channel) => ({
      what: `Your data do not tell what ${channel} brings, so the plan gives it no more than today, and its minimum asks for more.`,
      advice: 'Lower its minimum to today’s spend, or test the channel first.',
    }),
    'minimum-beyond-curve': (channel) => ({
      what: `The minimum of ${channel} is more than three times what was ever spent on it: nothing is known so far out.`,
      advice: 'Lower its minimum, and go up in steps.',
    }),
    'total-below-minimums': (_, needed) => ({
      what: `By your limits the channels get at least ${needed} a day, which is more than the total.`,
      advice: 'Raise the total, lower the minimums or allow larger changes.',
    }),
  },
  es: {
    'no-evidence': () => ({
      what: 'No hay plan: tus datos no dicen qué aporta ningún canal, así que el dinero se movería solo por suposiciones.',
      advice: 'Empieza por un experimento con el canal que más cuesta.',
    }),
    'unknown-channel': (channel) => ({
      what: `No hay ningún canal que se llame ${channel}.`,
      advice: 'Usa los nombres de los canales tal como están en tus datos.',
    }),
    'no-value': (channel) => ({
      what: `Aún no se sabe cuánto valdrán los clientes nuevos de ${channel}.`,
      advice: 'Hasta entonces, planifica por beneficio o por ingresos.',
    }),
    'minimum-above-maximum': (channel) => ({
      what: `El mínimo de ${channel} está por encima de su máximo.`,
      advice: 'Baja uno o sube el otro.',
    }),
    'minimum-without-evidence': (channel) => ({
      what: `Tus datos no dicen qué aporta ${channel}, así que el plan no le da más que hoy, y su mínimo pide más.`,
      advice: 'Baja su mínimo a la inversión de hoy, o haz antes una prueba con el canal.',
    }),
    'minimum-beyond-curve': (channel) => ({
      what: `El mínimo de ${channel} es más del triple de lo que nunca has invertido en él: tan lejos no se sabe nada.`,
      advice: 'Baja su mínimo y sube por pasos.',
    }),
    'total-below-minimums': (_, needed) => ({
      what: `Con tus límites los canales reciben al menos ${needed} al día, más que el total.`,
      advice: 'Sube el total, baja los mínimos o permite cambios mayores.',
    }),
  },
};
