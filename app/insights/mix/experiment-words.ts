import type { ExperimentDesign, ExperimentDoubt, ExperimentProposal } from '~/engine/mmm/experiment';
import { listed, scaled, withRange, type Language, type Speaker } from './speaker';

/** The experiment that would settle a doubt, to be read in this order. */
export interface ExperimentWords {
  readonly doubt: string;
  /** What to do, or that nothing of the kind would be enough. */
  readonly proposal: string;
  readonly cost: string;
  readonly learning: string;
  /** What would be seen, and how exactly. */
  readonly measure: string;
  readonly warning: string | null;
}

type Kind = ExperimentDesign['kind'];

interface ExperimentPhrases {
  readonly doubts: Readonly<Record<ExperimentDoubt, (names: string) => string>>;
  readonly actions: Readonly<Record<Kind, (name: string, days: string) => string>>;
  readonly cheapest: (action: string) => string;
  readonly notEnough: (action: string) => string;
  readonly costs: (cost: string) => string;
  readonly saves: (saving: string) => string;
  readonly learning: (before: string, after: string) => string;
  readonly noLearning: string;
  readonly measure: (days: string, lift: string, error: string) => string;
  readonly untested: string;
  readonly none: string;
}

export function experimentWords(
  { doubt, channels, best }: ExperimentProposal,
  say: Speaker,
): ExperimentWords {
  const phrases = PHRASES[say.language];
  const { kind, channel, days, cost, learningBefore, learningAfter, expectedLift, standardError } = best;
  const action = phrases.actions[kind](channel, say.number(days));
  const [before, after] = [learningBefore, learningAfter].map((share) => say.percent(Math.max(0, share)));
  return {
    doubt: phrases.doubts[doubt](listed(channels, say.language)),
    proposal: best.enough ? phrases.cheapest(action) : phrases.notEnough(action),
    cost:
      cost.mean < 0
        ? phrases.saves(withRange(scaled(cost, -1), say.money, say))
        : phrases.costs(withRange(cost, say.money, say)),
    learning:
      before === undefined || after === undefined || before === after
        ? phrases.noLearning
        : phrases.learning(before, after),
    measure: phrases.measure(
      say.number(days),
      withRange(expectedLift, say.money, say),
      twoDigits(standardError, say),
    ),
    warning: best.untested ? phrases.untested : null,
  };
}

/** What to say where no experiment is proposed. */
export function noExperimentWords({ language }: Speaker): string {
  return PHRASES[language].none;
}

/** More digits of a standard error say nothing. */
function twoDigits(value: number, { money }: Speaker): string {
  return money(Number(value.toPrecision(2)));
}

const PHRASES: Readonly<Record<Language, ExperimentPhrases>> = {
  en: {
    doubts: {
      'weak-evidence': (name) => `What your data cannot tell: what ${name} really brings.`,
      split: (names) => `What your data cannot tell: which part of the sales is due to each of ${names}.`,
      fading: (name) =>
        `What your data cannot tell: whether ${name} has lost its effect or only wears off at today’s spend.`,
    },
    actions: {
      pause: (name, days) => `pause ${name} for ${days} days`,
      flights: (name, days) => `switch ${name} off and on again week by week for ${days} days`,
      halve: (name, days) => `halve the spend of ${name} for ${days} days`,
      double: (name, days) => `double the spend of ${name} for ${days} days`,
    },
    cheapest: (action) => `The cheapest way to find out: ${action} and leave everything else as it is.`,
    notEnough: (action) =>
      `No test of some weeks is likely to settle it: your sales vary too much for its size. The one that would teach most: ${action}.`,
    costs: (cost) => `Counting the change in spend, it would cost about ${cost}.`,
    saves: (saving) => `Counting the change in sales, it would save about ${saving}.`,
    learning: (before, after) =>
      `So far your data have removed ${before} of our initial doubt; with the test we expect about ${after}.`,
    noLearning: 'We expect to know hardly more after it than today.',
    measure: (days, lift, error) =>
      `In these ${days} days we expect a difference in sales of ${lift}, and could measure it to give or take ${error} (one standard error).`,
    untested: 'It spends more than you ever kept up: what it would bring there is not backed by your data.',
    none: 'No experiment is needed: your data tell enough about every channel that spends today.',
  },
  es: {
    doubts: {
      'weak-evidence': (name) => `Lo que tus datos no dicen: cuánto aporta de verdad ${name}.`,
      split: (names) => `Lo que tus datos no dicen: qué parte de las ventas se debe a cada uno de ${names}.`,
      fading: (name) =>
        `Lo que tus datos no dicen: si ${name} ha perdido efecto o solo se agota con la inversión de hoy.`,
    },
    actions: {
      pause: (name, days) => `pausar ${name} durante ${days} días`,
      flights: (name, days) => `apagar y encender ${name} por semanas alternas durante ${days} días`,
      halve: (name, days) => `reducir a la mitad la inversión en ${name} durante ${days} días`,
      double: (name, days) => `duplicar la inversión en ${name} durante ${days} días`,
    },
    cheapest: (action) => `La forma más barata de saberlo: ${action} y dejar todo lo demás como está.`,
    notEnough: (action) =>
      `Es poco probable que una prueba de unas semanas lo aclare: tus ventas varían demasiado para el tamaño del canal. La que más enseñaría: ${action}.`,
    costs: (cost) => `Contando el cambio de inversión, costaría alrededor de ${cost}.`,
    saves: (saving) => `Contando el cambio en las ventas, ahorraría alrededor de ${saving}.`,
    learning: (before, after) =>
      `Hasta ahora tus datos han despejado el ${before} de la duda inicial; con la prueba esperamos llegar a cerca del ${after}.`,
    noLearning: 'Esperamos saber después poco más que hoy.',
    measure: (days, lift, error) =>
      `En esos ${days} días esperamos una diferencia en ventas de ${lift}, y podríamos medirla con un error de ±${error} (un error estándar).`,
    untested:
      'Supone invertir más de lo que nunca has mantenido: lo que traería ahí no lo respaldan tus datos.',
    none: 'No hace falta ningún experimento: tus datos dicen lo suficiente de todos los canales en los que hoy inviertes.',
  },
};
