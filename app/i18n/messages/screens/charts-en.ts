export const chartsEn = {
  charts: {
    table: 'See it as a table',
    day: 'Day',
    range: 'Range',
    rangeValue: '{low} to {high}',
    analysis: 'analysis: {day}',
    atRisk: {
      title: 'Money at risk over time',
      begins:
        '{now} The line begins here: each new calculation adds a point, and then it shows what changes.',
      now: 'On {day}, {mean} was at risk; most likely between {low} and {high}, {times} times in {of}.',
      nowExact: 'On {day}, {mean} was at risk; rounded, the whole range is that figure.',
      realMore: 'Since {day}: {amount} more. The ranges do not touch, so it is a real change.',
      realLess: 'Since {day}: {amount} less. The ranges do not touch, so it is a real change.',
      withinMore: 'Since {day}: {amount} more, within the ranges: no real change.',
      withinLess: 'Since {day}: {amount} less, within the ranges: no real change.',
      same: 'Since {day}: no change.',
      legend:
        'The line is the most likely amount at each calculation; the band holds the true amount {times} times in {of}.',
      thinned: '{shown, number, whole} of {all, number, whole} calculations are drawn.',
      caption: 'Money at risk at each calculation, the latest first',
      money: 'At risk',
    },
    chance: {
      title: 'Probability of an order over time',
      fell: 'Since the last order, the probability of another within {days, number} days has fallen from {then} to {now}. After {days, number} more days without one it will be {later}.',
      rose: 'Since the last order, the probability of another within {days, number} days has risen from {then} to {now}. After {days, number} more days without one it will be {later}.',
      steady:
        'The probability of an order within {days, number} days is {now}, as right after the last one. After {days, number} more days without one it will be {later}.',
      fresh:
        'The probability of an order within {days, number} days is {now}. After {days, number} days without one it will be {later}.',
      legend:
        'Short bars are orders. Up to the analysis the line is solid; dashed is what comes if they do not order. The band holds the true probability {times} times in {of}.',
      how: 'Calculated with the model of {day}, for each day with the orders up to it. Your shop’s own past corrects the last point; the whole line is moved with it.',
      caption: 'Probability of an order within {days, number} days, the latest day first',
      column: 'Order within {days, number} days',
      event: 'That day',
      order: 'order',
      none: '–',
      ifNone: 'if they do not order',
    },
  },
} as const;
