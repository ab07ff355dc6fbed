import type { SpendPattern } from './spend-pattern';

/** What can be said of a channel and why, the gravest first; the words are for the faces to find. */
export type ChannelVerdict =
  | { readonly code: 'never-active' }
  /** The data hardly moved the starting assumption, or did not make "practically nothing" less likely. */
  | { readonly code: 'no-evidence'; readonly learning: number; readonly evidence: number }
  | { readonly code: 'new-channel'; readonly ageDays: number }
  | { readonly code: 'few-active-days'; readonly activeDays: number }
  | { readonly code: 'constant-spend'; readonly variation: number }
  | { readonly code: 'few-changes'; readonly changes: number; readonly variation: number }
  /** Only the sum of the two is known. */
  | { readonly code: 'collinear'; readonly withChannel: string; readonly correlation: number }
  /** The response of the last rows is smaller than that of the first, as a share of the mean. */
  | { readonly code: 'fading'; readonly change: number }
  | { readonly code: 'saturated'; readonly saturation: number }
  | { readonly code: 'learns-some'; readonly learning: number }
  | { readonly code: 'learns-well'; readonly learning: number };

export interface ChannelFindings {
  readonly learning: number;
  /** How many times less likely the data made it that the channel brings practically nothing. */
  readonly evidence: number;
  readonly pattern: SpendPattern;
  readonly partner: { readonly name: string; readonly correlation: number } | null;
  /** Change of effectiveness over the period where it is beyond doubt, else `null`. */
  readonly fading: number | null;
  /** Share of full saturation at today's spend, posterior mean. */
  readonly saturation: number;
}

const LEAST_LEARNING = 0.2;
const GOOD_LEARNING = 0.5;
const LEAST_EVIDENCE = 3;
/** A channel can be known to bring very little: nothing is then close, and yet told apart. */
const NAILED_DOWN = 0.75;
const LEAST_AGE_DAYS = 60;
const LEAST_ACTIVE_DAYS = 30;
const LEAST_VARIATION = 0.15;
/** A channel that was never paused must move more while it runs, to be seen at all. */
const VARIATION_WITHOUT_CHANGES = 0.3;
const LEAST_CHANGES = 2;
const SATURATED = 0.8;

export function channelVerdicts(findings: ChannelFindings): ChannelVerdict[] {
  const { learning, evidence, pattern, partner, fading, saturation } = findings;
  const verdicts: ChannelVerdict[] = [];
  const known = learning >= LEAST_LEARNING && (evidence >= LEAST_EVIDENCE || learning >= NAILED_DOWN);
  if (!known) verdicts.push({ code: 'no-evidence', learning, evidence });
  verdicts.push(...patternVerdicts(pattern));
  if (partner) {
    verdicts.push({ code: 'collinear', withChannel: partner.name, correlation: partner.correlation });
  }
  if (known && fading !== null) verdicts.push({ code: 'fading', change: fading });
  if (known && saturation > SATURATED) verdicts.push({ code: 'saturated', saturation });
  if (known) verdicts.push({ code: learning >= GOOD_LEARNING ? 'learns-well' : 'learns-some', learning });
  return verdicts;
}

/** Whether spend moved enough for a curve: otherwise only a range of ROI is told. */
export function supportsCurve(pattern: SpendPattern): boolean {
  return patternVerdicts(pattern).length === 0;
}

function patternVerdicts({ activeDays, variation, changes, ageDays }: SpendPattern): ChannelVerdict[] {
  const verdicts: ChannelVerdict[] = [];
  if (ageDays < LEAST_AGE_DAYS) verdicts.push({ code: 'new-channel', ageDays });
  if (activeDays < LEAST_ACTIVE_DAYS) verdicts.push({ code: 'few-active-days', activeDays });
  if (changes >= LEAST_CHANGES) return verdicts;
  if (variation < LEAST_VARIATION) verdicts.push({ code: 'constant-spend', variation });
  else if (variation < VARIATION_WITHOUT_CHANGES) verdicts.push({ code: 'few-changes', changes, variation });
  return verdicts;
}
