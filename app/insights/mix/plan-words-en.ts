import type { PlanPhrases } from './plan-words';

export const PLAN_WORDS_EN: PlanPhrases = {
  answers: {
    'gain-shown': (chance) => `Change it: with a probability of ${chance}, the new split does better.`,
    'today-as-good': (_, tolerance) =>
      `Leave it: today’s split is worth within ${tolerance} of the best one that we can find.`,
    'gain-not-shown': () => 'Leave it; we cannot show that a change helps.',
    'today-not-allowed': () => 'Something has to change: your limits rule out today’s split.',
  },
  references: {
    today: 'today’s split',
    'today-scaled': 'today’s split with the smaller total',
  },
  objectives: {
    revenue: 'revenue',
    profit: 'profit',
    ltv: 'profit (counting what the new customers will be worth)',
  },
  chance: {
    exact: (percent) => percent,
    above: (percent) => `more than ${percent}`,
    below: (percent) => `less than ${percent}`,
  },
  gain: (gain, objective, days, reference, chance) =>
    `The best split we found would bring ${gain} of ${objective} on top of ${reference} over ${days} and their aftermath. Its probability of doing better is ${chance}.`,
  noGain: (reference) => `The best split we found is ${reference}.`,
  total: (daily, horizon, days) => `In all ${daily} a day, ${horizon} over ${days}.`,
  unspent: (money, per, why) =>
    `${money} ${per === 'day' ? 'a day' : 'of the total'} would stay unspent: ${why}.`,
  unspentReasons: {
    'left-alone': 'we do not advise spending more than today',
    'no-room': 'no channel may take more',
    limited:
      'channels in which it would pay stand at their limits, and in the others it would not pay for itself',
    'does-not-pay': 'the next money would not pay for itself',
    indivisible: 'it does not divide into whole cents a day',
  },
  days: ['day', 'days'],
  moves: {
    stay: (name, to) => `${name}: stay at ${to} a day.`,
    'stay-off': (name) => `${name}: nothing, as today.`,
    raise: (name, to, from) => `${name}: raise from ${from} to ${to} a day.`,
    lower: (name, to, from) => `${name}: lower from ${from} to ${to} a day.`,
    start: (name, to) => `${name}: start with ${to} a day.`,
    stop: (name, _, from) => `${name}: stop spending on it (${from} a day now).`,
  },
  range: (low, high, tolerance) =>
    `Any spend between ${low} and ${high} a day keeps the plan within ${tolerance} of the best.`,
  revenue: (name, money, days) =>
    `With it ${name} brings ${money} of revenue over ${days} and their aftermath.`,
  more: (perHundred, hundred) => `Each ${hundred} more bring in ${perHundred} of revenue.`,
  less: (perHundred, hundred) => `Each ${hundred} saved give up ${perHundred} of revenue.`,
  notes: {
    locked: 'You locked it at today’s spend.',
    'no-evidence': 'Your data do not tell what it does, so it gets no more than today.',
    untested: 'This is more than you ever kept up: untested.',
    'switched-off': 'The plan spends nothing on it.',
    'held-at-upper-limit':
      'It stands at its upper limit (the largest change, what was tried, or your maximum); more might pay.',
    'held-at-lower-limit':
      'It stands at its lower limit (the largest change or your minimum); less might do no harm.',
  },
};
