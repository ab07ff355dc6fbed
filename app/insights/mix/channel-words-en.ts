import type { ChannelPhrases } from './channel-words';
import { counted, HARDLY_LEARNT } from './speaker';

export const CHANNEL_WORDS_EN: ChannelPhrases = {
  verdicts: {
    'never-active': (_, name) => ({
      says: `${name} never spent anything in this period: there is nothing to say about it.`,
      advice: 'It can be judged once it has run for some weeks, with pauses.',
    }),
    'no-evidence': ({ learning, evidence }, name, { percent, number }) => ({
      says:
        learning < HARDLY_LEARNT
          ? 'Your data do not tell us; this is our starting assumption.'
          : `Your data do not rule out that ${name} brings practically nothing: ${
              evidence > 1.05
                ? `they make it only ${number(evidence)} times less likely than we assumed`
                : 'they make it no less likely than we assumed'
            }, although they removed ${percent(learning)} of our initial doubt.`,
      advice: `Do not move money because of this number. A test that changes ${name} on purpose would tell.`,
    }),
    'new-channel': ({ ageDays }, name, say) => ({
      says: `${name} is only ${counted(ageDays, 'day', 'days', say)} old: too young for a curve.`,
      advice: 'Let it run on, with a pause or two, and look again in some weeks.',
    }),
    'few-active-days': ({ activeDays }, name, say) => ({
      says: `${name} ran on only ${counted(activeDays, 'day', 'days', say)}: too few for a curve.`,
      advice: 'Give it more days before you judge it.',
    }),
    'constant-spend': ({ variation }, name, { percent }) => ({
      says: `${name} spends nearly the same all the time (it varies by ${percent(variation)}): its effect looks like sales that would come anyway.`,
      advice: 'Change its spend on purpose for some weeks, or pause it: only a change can show what it does.',
    }),
    'few-changes': ({ changes, variation }, name, { percent }) => ({
      says: `${name} was ${changes === 0 ? 'never switched on or off' : 'switched on or off only once'}, and while it ran its spend moved little (it varies by ${percent(variation)}): not enough for a curve.`,
      advice: 'Pause it for a week or two, or change its spend on purpose.',
    }),
    collinear: ({ withChannel }, name) => ({
      says: `Your data show what ${name} and ${withChannel} bring together, not which of the two brings it: what one is credited with, the other loses.`,
      advice: 'Decide about the two as one, or change only one of them for some weeks to tell them apart.',
    }),
    fading: ({ change }, name, { percent }) => ({
      says: `${name} brings less than it did for the same spend: from the first day to the last its effect ${
        change < 0 ? 'fell' : 'moved'
      } by about ${percent(Math.abs(change))} of its average.`,
      advice:
        'Its numbers are averages of the whole period; today it brings less. Look at its ads and audiences first.',
    }),
    saturated: ({ saturation }, name, { percent }) => ({
      says: `At today’s spend ${name} already gives about ${percent(saturation)} of the most it could ever give.`,
      advice:
        'More money here would bring little. See in the budget plan whether part of it does more elsewhere.',
    }),
    'learns-some': ({ learning }, name, { percent }) => ({
      says: `Your data tell something about ${name}: they removed ${percent(learning)} of our initial doubt.`,
      advice: 'Go by the range, not by the number in its middle.',
    }),
    'learns-well': ({ learning }, name, { percent }) => ({
      says: `Your data tell a good deal about what ${name} brings: they removed ${percent(learning)} of our initial doubt.`,
      advice: 'You can plan with it, within its range.',
    }),
  },
  assumed: (perHundred, hundred) => `What we assume: ${perHundred} of revenue for each ${hundred} spent.`,
  soFar: (perHundred) => `With the little that your data add: ${perHundred}.`,
  roas: (perHundred, hundred, name) =>
    `Each ${hundred} spent on ${name} brought in ${perHundred} of revenue.`,
  contribution: (money, share, name) => `Of your revenue, ${money} came from ${name}: ${share} of it.`,
  marginal: (perHundred, hundred) =>
    `At today’s spend, the next ${hundred} a day would bring in ${perHundred} a day.`,
  noMarginal: (name) => `${name} spends nothing today, so nothing can be said of its next money.`,
};
