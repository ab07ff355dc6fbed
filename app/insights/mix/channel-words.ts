import type { ChannelVerdict } from '~/engine/mmm/channel-verdict';
import type { ChannelFit } from '~/engine/mmm/mix-fit';
import { CHANNEL_WORDS_EN } from './channel-words-en';
import { CHANNEL_WORDS_ES } from './channel-words-es';
import { HARDLY_LEARNT, scaled, withRange, type Language, type Speaker } from './speaker';

/** What is so, and what to do about it. */
export interface SaidVerdict {
  readonly says: string;
  readonly advice: string;
}

/** Sentences on one channel. */
export interface ChannelWords {
  readonly name: string;
  /** The gravest verdict. */
  readonly headline: string;
  readonly advice: string;
  /** Return, contribution, next money; of a channel without evidence what was assumed; of half a pair nothing. */
  readonly figures: readonly string[];
  /** All other verdicts, the gravest first. */
  readonly more: readonly SaidVerdict[];
  /** Headline, figures and advice in a row. */
  readonly text: string;
}

type VerdictOf<Code extends ChannelVerdict['code']> = Extract<ChannelVerdict, { readonly code: Code }>;

/** The words of one language. Money is per hundred currency units where it is a rate. */
export interface ChannelPhrases {
  readonly verdicts: {
    readonly [Code in ChannelVerdict['code']]: (
      verdict: VerdictOf<Code>,
      name: string,
      say: Speaker,
    ) => SaidVerdict;
  };
  readonly assumed: (perHundred: string, hundred: string) => string;
  /** Beside the assumption, where the data moved it. */
  readonly soFar: (perHundred: string) => string;
  readonly roas: (perHundred: string, hundred: string, name: string) => string;
  readonly contribution: (money: string, share: string, name: string) => string;
  readonly marginal: (perHundred: string, hundred: string, name: string) => string;
  /** Spends nothing today. */
  readonly noMarginal: (name: string) => string;
}

const PHRASES: Readonly<Record<Language, ChannelPhrases>> = { es: CHANNEL_WORDS_ES, en: CHANNEL_WORDS_EN };
const HUNDRED = 100;

export function verdictWords(verdict: ChannelVerdict, name: string, say: Speaker): SaidVerdict {
  // The code chooses the phrase that takes its own verdict: the compiler cannot follow that through an index.
  const phrase = PHRASES[say.language].verdicts[verdict.code] as (
    verdict: ChannelVerdict,
    name: string,
    say: Speaker,
  ) => SaidVerdict;
  return phrase(verdict, name, say);
}

export function channelWords(channel: ChannelFit, say: Speaker): ChannelWords {
  const { name } = channel;
  const [first, ...more] = channel.verdicts.map((verdict) => verdictWords(verdict, name, say));
  const { says: headline, advice } = first ?? { says: '', advice: '' };
  const figures = figuresOf(channel, say);
  return { name, headline, advice, figures, more, text: [headline, ...figures, advice].join(' ') };
}

/** Sentences on a channel that never spent. */
export function silentWords(
  { name, verdicts }: { readonly name: string; readonly verdicts: readonly ChannelVerdict[] },
  say: Speaker,
): readonly SaidVerdict[] {
  return verdicts.map((verdict) => verdictWords(verdict, name, say));
}

function figuresOf(channel: ChannelFit, say: Speaker): readonly string[] {
  const { name, learning, roas, marginalRoas, contribution, share, priorRoas, verdicts } = channel;
  const phrases = PHRASES[say.language];
  const hundred = say.money(HUNDRED);
  const perHundred = (rate: typeof roas): string => withRange(scaled(rate, HUNDRED), say.money, say);
  if (!channel.hasEvidence) {
    const { median, low, high, level } = priorRoas;
    const assumed = phrases.assumed(perHundred({ mean: median, low, high, level }), hundred);
    return learning < HARDLY_LEARNT ? [assumed] : [assumed, phrases.soFar(perHundred(roas))];
  }
  if (verdicts.some(({ code }) => code === 'collinear')) return [];
  return [
    phrases.roas(perHundred(roas), hundred, name),
    phrases.contribution(withRange(contribution, say.money, say), withRange(share, say.percent, say), name),
    marginalRoas === null
      ? phrases.noMarginal(name)
      : phrases.marginal(perHundred(marginalRoas), hundred, name),
  ];
}
