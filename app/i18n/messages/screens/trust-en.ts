export const trustEn = {
  trust: {
    title: 'Can we be trusted?',
    kind: {
      shown: 'A forecast we showed you',
      past: 'The same method, tried on your past',
      none: 'Not checked yet',
    },
    window: '{first} to {last}',
    ago: '{months, plural, =0 {{days, plural, one {# day ago} other {# days ago}}} one {a month ago} other {# months ago}}',
    headline: {
      shown: {
        high: 'The forecast made {ago} was <b>{percent} high</b>: {expectedCount, plural, one {{expected} order} other {{expected} orders}} expected, {actual, plural, one {# came} other {{actual, number, whole} came}}.',
        low: 'The forecast made {ago} was <b>{percent} low</b>: {expectedCount, plural, one {{expected} order} other {{expected} orders}} expected, {actual, plural, one {# came} other {{actual, number, whole} came}}.',
        exact:
          'The forecast made {ago} was <b>right to within one per cent</b>: {expectedCount, plural, one {{expected} order} other {{expected} orders}} expected, {actual, plural, one {# came} other {{actual, number, whole} came}}.',
        nothing:
          'The forecast made {ago} expected {expectedCount, plural, one {{expected} order} other {{expected} orders}}, and <b>none came</b>.',
      },
      past: {
        high: 'A forecast made {ago}, with only what was known then, would have been <b>{percent} high</b>: {expectedCount, plural, one {{expected} order} other {{expected} orders}} expected, {actual, plural, one {# came} other {{actual, number, whole} came}}.',
        low: 'A forecast made {ago}, with only what was known then, would have been <b>{percent} low</b>: {expectedCount, plural, one {{expected} order} other {{expected} orders}} expected, {actual, plural, one {# came} other {{actual, number, whole} came}}.',
        exact:
          'A forecast made {ago}, with only what was known then, would have been <b>right to within one per cent</b>: {expectedCount, plural, one {{expected} order} other {{expected} orders}} expected, {actual, plural, one {# came} other {{actual, number, whole} came}}.',
        nothing:
          'A forecast made {ago}, with only what was known then, would have expected {expectedCount, plural, one {{expected} order} other {{expected} orders}}, and <b>none came</b>.',
      },
    },
    inside: 'The range we gave, {low} to {high}, held what came. It should do so {times} times in {of}.',
    outside:
      'What came fell outside the range we gave, {low} to {high}, which was to hold it {times} times in {of}.',
    notShown:
      'You never saw this forecast: no forecast of ours has run its full time yet. It is how today’s method would have done, which says less than a forecast given in advance.',
    unlikely:
      'Of {customers, plural, one {# customer} other {{customers, number, whole} customers}} we gave less than 20%, {cameBack, plural, =0 {<b>nobody came back</b>} other {<b>{share}</b> came back ({cameBack, number, whole})}}; expected {low} to {high}.',
    unlikelyExact:
      'Of {customers, plural, one {# customer} other {{customers, number, whole} customers}} we gave less than 20%, {cameBack, plural, =0 {<b>nobody came back</b>} other {<b>{share}</b> came back ({cameBack, number, whole})}}; expected {low}.',
    unlikelyVerdict: {
      inside: 'As it should be.',
      above: 'More than expected: we gave some of them up too soon.',
      below: 'Fewer than expected: we were too hopeful about them.',
    },
    unlikelyNobody: 'We gave nobody less than 20%.',
    ranking:
      'Between a customer who came back and one who did not, we had rated the right one higher <b>{times, number, whole} times in 100</b>; tossing a coin gives 50.',
    calibrationError:
      'On average the chances we gave were <b>{points} points</b> away from the share that came back.',
    record:
      '{checked, plural, one {# forecast of ours has been checked} other {# forecasts of ours have been checked}}; the orders that came were within the range in {held, number} of them.',
    next: 'The next forecast is checked on {day}.',
    model: 'In use now: {model}.',
    correction: {
      both: 'The chances and the numbers of orders are corrected by what earlier trials got wrong.',
      chances: 'The chances are corrected by what earlier trials got wrong.',
      counts: 'The numbers of orders are corrected by what earlier trials got wrong.',
    },
    none: {
      body: 'Nothing can be checked yet. None of our forecasts has run its full time, and there is too little history to try the method on the past.',
      due: 'The first forecast can be checked on {day}.',
      later: 'The first forecast is checked when the days that it looks ahead have passed.',
      missing:
        'For a trial on the past, your orders must reach back long enough to leave the most recent part out, forecast it and compare. It appears here by itself.',
      meanwhile: 'Until then, take the ranges as a careful estimate, not as a proven one.',
    },
    rules:
      'There is no forecast yet, so there is nothing to check. When there is one, what we said will be compared here with what happened.',
    calibration: {
      title: 'When we say 30%, is it 30%?',
      summary:
        '{groups, plural, one {In the one group of customers} other {Of # groups of customers}}, {inside, plural, =0 {none came back as often as expected} one {# came back as often as expected} other {# came back as often as expected}}.',
      chart:
        'Chance given and share that came back, by group. {summary} Customers given {first} came back in {firstActual} of cases, customers given {last} in {lastActual}.',
      axis: 'Share that came back',
      given: 'We said',
      came: 'Came back',
      expected: 'what we said',
      band: 'expected 9 times in 10',
      inRange: 'came back',
      outOfRange: 'came back, outside the range',
      table: 'See it as a table',
      customers: 'Customers',
      range: 'Expected range',
      inside: 'within the range',
      above: 'more often than expected',
      below: 'less often than expected',
      verdict: 'Verdict',
      rangeValue: '{low} to {high}',
    },
    detail: {
      title: 'Forecasts that have been checked',
      made: 'Made on',
      kind: 'Kind',
      shown: 'Shown to you',
      past: 'Trial on the past',
      until: 'Until',
      expected: 'Expected',
      range: 'Range',
      actual: 'Came',
      error: 'Difference',
      held: 'Within the range',
      yes: 'Yes',
      no: 'No',
      high: '{percent} high',
      low: '{percent} low',
      exact: 'under 1%',
      lastTitle: 'The latest forecast shown, in full',
      lastCaption: 'Forecast of {made} for the time to {until}',
      what: 'What',
      purchases: 'Orders',
      buyers: 'Customers who bought',
      revenue: 'Revenue',
      note: 'Orders of one customer on the same day count as one. Trials on the past have no range of their own: their errors are what the ranges are made from.',
    },
    candidates: {
      title: 'Models we compared',
      body: 'All of them forecast the same {customers, plural, one {customer} other {{customers, number, whole} customers}} from what was known {origins, plural, one {on # day} other {on # days}} of your past, and {horizonDays, plural, one {# day} other {# days}} later we looked at what had happened.',
      name: 'Forecast',
      inUse: 'In use',
      off: 'Orders off, per customer',
      ranking: 'Right one first, of 100',
      calibration: 'Chances off, points',
      total: 'Total',
      onlyRanks: 'only ranks',
      explain:
        '“Right one first” takes a customer who came back and one who did not, and counts how often the forecast had put the right one higher: 50 is chance, 100 is perfect. “Orders off” and “Chances off” are better the smaller they are.',
      ruleBetter:
        'To be honest: “{rule}” ranks customers better than our model here ({ruleTimes, number, whole} against {ourTimes, number, whole} of 100). The model is used all the same because a rule gives no chances, no money and no ranges.',
      ruleEqual:
        'To be honest: “{rule}” ranks customers as well as our model here ({ruleTimes, number, whole} of 100 both). What the model adds are chances, money and ranges, not a better order.',
      ruleWorse:
        'No simple rule ranks customers better: “{rule}” has the right one first {ruleTimes, number, whole} times in 100, our model {ourTimes, number, whole}.',
    },
    number: {
      significant: '{value, number, ::@@}',
      decimal: '{value, number, ::.0}',
      small: 'under {value, number, ::.0}',
    },
  },
} as const;
