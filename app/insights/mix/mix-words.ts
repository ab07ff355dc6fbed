import type { HistoryDepth } from '~/engine/mmm/history-check';
import type { JoinedChannels } from '~/engine/mmm/join-twins';
import type { ChannelPair, MixFit } from '~/engine/mmm/mix-fit';
import { channelWords, silentWords, type ChannelWords, type SaidVerdict } from './channel-words';
import { listed, scaled, withRange, type Language, type Speaker } from './speaker';

/** Everything that a fit says, in sentences. */
export interface MixWords {
  /** What would have been sold without advertising. */
  readonly baseline: string;
  readonly channels: readonly ChannelWords[];
  readonly pairs: readonly string[];
  readonly joined: readonly string[];
  readonly silent: readonly SaidVerdict[];
  /** What a short history does not allow. */
  readonly history: readonly string[];
}

export function mixWords(fit: MixFit, say: Speaker): MixWords {
  return {
    baseline: baselineWords(fit.baseline, say),
    channels: fit.channels.map((channel) => channelWords(channel, say)),
    pairs: fit.pairs.map((pair) => pairWords(pair, say)),
    joined: fit.joined.map((joined) => joinedWords(joined, say)),
    silent: fit.silent.flatMap((channel) => silentWords(channel, say)),
    history: historyWords(fit.history, say),
  };
}

interface MixPhrases {
  readonly baseline: (share: string) => string;
  readonly pair: (names: string, money: string, perHundred: string, hundred: string) => string;
  readonly joined: (names: string) => string;
  readonly history: Readonly<Record<Exclude<keyof HistoryDepth, 'days'>, string>>;
}

const PHRASES: Readonly<Record<Language, MixPhrases>> = {
  en: {
    baseline: (share) => `Without any advertising you would have sold ${share} of your revenue.`,
    pair: (names, money, perHundred, hundred) =>
      `${names} together brought ${money} of revenue: ${perHundred} for each ${hundred} spent on the two. The split between them is not known.`,
    joined: (names) =>
      `You always spent on ${names} in step, so they are counted as one: no data of this kind can split them. Change one without the other, and they can be told apart.`,
    history: {
      curves:
        'There is less than half a year of history: we draw no response curves yet, because spend has not been seen going up and down enough.',
      season: 'There is less than a year of history: we claim nothing about a yearly season.',
    },
  },
  es: {
    baseline: (share) => `Sin ninguna publicidad habrías vendido el ${share} de tus ingresos.`,
    pair: (names, money, perHundred, hundred) =>
      `${names} han aportado juntos ${money} de ingresos: ${perHundred} por cada ${hundred} invertidos en los dos. No se sabe cómo se reparten.`,
    joined: (names) =>
      `Siempre has invertido a la par en ${names}, así que cuentan como uno solo: con datos así nadie puede separarlos. Cambia uno sin tocar el otro y se podrán distinguir.`,
    history: {
      curves:
        'Hay menos de medio año de historial: aún no dibujamos curvas de respuesta, porque la inversión no ha subido y bajado lo suficiente.',
      season: 'Hay menos de un año de historial: no afirmamos nada sobre la temporada del año.',
    },
  },
};

function baselineWords({ share }: Pick<MixFit['baseline'], 'share'>, say: Speaker): string {
  return PHRASES[say.language].baseline(withRange(share, say.percent, say));
}

/** The sum of two channels of which only the sum is known. */
function pairWords({ names, contribution, roas }: ChannelPair, say: Speaker): string {
  return PHRASES[say.language].pair(
    listed(names, say.language),
    withRange(contribution, say.money, say),
    withRange(scaled(roas, 100), say.money, say),
    say.money(100),
  );
}

function joinedWords({ names }: JoinedChannels, { language }: Speaker): string {
  return PHRASES[language].joined(listed(names, language));
}

/** @returns nothing where a year is known */
export function historyWords(depth: Omit<HistoryDepth, 'days'>, { language }: Speaker): readonly string[] {
  const { curves, season } = PHRASES[language].history;
  return [...(depth.curves ? [] : [curves]), ...(depth.season ? [] : [season])];
}
