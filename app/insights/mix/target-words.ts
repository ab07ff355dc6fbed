import type { PlatformTarget } from '~/engine/budget/platform-target';
import { withRange, type Language, type Speaker } from './speaker';

/** What to type into the ad platform, and the catch of it. */
export function targetWords({ name, targetRoas, targetCpa }: PlatformTarget, say: Speaker): string {
  const { roas, roasAndCpa, catchOfIt } = PHRASES[say.language];
  const wanted = withRange(targetRoas, say.number, say);
  const target =
    targetCpa === null ? roas(name, wanted) : roasAndCpa(name, wanted, withRange(targetCpa, say.money, say));
  return `${target} ${catchOfIt(name, targetCpa !== null)}`;
}

interface TargetPhrases {
  readonly roas: (name: string, roas: string) => string;
  readonly roasAndCpa: (name: string, roas: string, cpa: string) => string;
  readonly catchOfIt: (name: string, withCpa: boolean) => string;
}

const PHRASES: Readonly<Record<Language, TargetPhrases>> = {
  en: {
    roas: (name, roas) => `In ${name}, type a target ROAS of ${roas}.`,
    roasAndCpa: (name, roas, cpa) =>
      `In ${name}, type a target ROAS of ${roas}, or a target cost per order of ${cpa}.`,
    catchOfIt: (name, withCpa) =>
      `These are sales that ${name} causes; if it claims more than that, the ROAS to type is higher${withCpa ? ', and the cost lower,' : ''} in the same proportion.`,
  },
  es: {
    roas: (name, roas) => `En ${name}, escribe un ROAS objetivo de ${roas}.`,
    roasAndCpa: (name, roas, cpa) =>
      `En ${name}, escribe un ROAS objetivo de ${roas}, o un coste objetivo por pedido de ${cpa}.`,
    catchOfIt: (name, withCpa) =>
      `Son las ventas que ${name} causa; si la plataforma se atribuye más, el ROAS que hay que escribir sube${withCpa ? ', y el coste baja,' : ''} en la misma proporción.`,
  },
};
