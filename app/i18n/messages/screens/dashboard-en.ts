export const dashboardEn = {
  dashboard: {
    title: {
      rescue: 'One decision is worth your time today',
      'send-rescue': 'One decision is worth your time today',
      'look-at-risk': 'One decision is worth your time today',
      'all-quiet': 'All quiet: nothing urgent today',
      'too-early': 'It is too early to forecast',
      'no-orders': 'No orders to learn from yet',
      empty: 'Welcome to Timón',
    },
    eyebrow: 'Recommendation',
    decision: {
      'look-at-risk':
        'Look today at the <b>{customers, plural, one {# customer} other {{customers, number, whole} customers}}</b> who {customers, plural, one {is} other {are}} slipping away: <b>{money}</b> of your next 12 months {customers, plural, one {depends} other {depend}} on them.',
      'look-at-top':
        'Start today with {topCustomers, plural, one {<b># customer</b>, the most valuable} other {<b>{topCustomers, number, whole} customers</b>, the most valuable}} of the {customers, number, whole} who are slipping away. <b>{money}</b> of your next 12 months depend on them all.',
      concentration:
        '{topCustomers, plural, one {That customer holds} other {Those {topCustomers, number, whole} customers hold}} {topShare} of that money.',
      'all-quiet':
        'None of your <b>{customers, plural, one {# customer} other {{customers, number, whole} customers}}</b> has fallen behind their own rhythm. You can spend today on something else.',
      'too-early':
        'A reliable forecast needs <b>{required, plural, one {# customer} other {{required, number, whole} customers}}</b> who have bought more than once; you have <b>{repeat, number, whole}</b>, in {days, plural, one {# day} other {{days, number, whole} days}} of history.',
      overdue:
        '{count, plural, =0 {Meanwhile, by simple rules, nobody is late.} one {Meanwhile, by simple rules, # customer is taking longer than usual to come back.} other {Meanwhile, by simple rules, {count, number, whole} customers are taking longer than usual to come back.}}',
      progress: 'Customers who have bought again: {repeat, number, whole} of {required, number, whole}',
      'no-orders':
        'Shopify is connected, but there is no paid order from a known customer yet. When they arrive, your first numbers appear here by themselves.',
    },
    action: {
      'send-rescue': 'Get the list',
      'look-at-risk': 'See who they are',
      'all-quiet': 'See all customers',
      'too-early': 'See customers',
      'no-orders': 'See the connection',
    },
    why: {
      show: 'Why',
      hide: 'Hide the reason',
      title: 'How this was worked out',
      rhythm:
        'Each customer is compared with their own rhythm: 60 days without an order is normal for one and a warning in another.',
      chance:
        'From everybody’s orders we learn the probability that each customer is still active and will order again in the next 90 days.',
      money:
        'Money at risk is what a customer would spend in 12 months if they were still active, times the probability that they have already left. The recommendation adds up the customers slipping away.',
      certainty:
        'Certainty: the range runs from {below} below to {above} above the central figure. It is an estimate, not a promise.',
      quiet: 'A customer stands out only when their silence is unusual for them and there is money at stake.',
      sendLate:
        'The time to measure has been running since the rescue was created, for those who get the message and for those who do not: the later it goes out, the more the result is left to chance.',
      sendKnown:
        'We know it by the list, which was not downloaded, and by the codes, which nobody has used. Timón writes to nobody itself.',
      early:
        'With few repeat purchases, a probability would be a guess. Until then customers are ranked by days since their last order.',
    },
    certainty: {
      high: 'High certainty',
      medium: 'Medium certainty',
      low: 'Low certainty',
    },
    numbers: {
      title: 'The money',
      next12: 'next 12 months',
      atRisk: 'Money at risk',
      atRiskHelp:
        'What your customers would spend in the next 12 months if they were still active, times the probability that they have already left. It is revenue, net of refunds, not margin.',
      atRiskLeaving:
        '{money} of it with {customers, plural, one {# customer} other {{customers, number, whole} customers}} slipping away now; the rest with those who have probably left.',
      atRiskLink: 'Go\u00a0to\u00a0them',
      atRiskSpread: 'Spread over many customers; nobody stands out today.',
      notYet: 'Not yet',
      notYetNote: 'It appears when there are enough repeat purchases.',
      help: 'What does “{metric}” mean?',
    },
    danger: {
      title: 'Slipping away, by money at risk',
      ruleTitle: 'Taking longer than usual',
      empty: 'No customer stands out today.',
      all: 'See them all',
    },
    basis: {
      title: 'What these numbers come from',
      orders: 'Orders counted',
      customers: 'Customers',
      revenue: 'Net revenue',
      period: 'Period',
      periodValue: '{first} to {last}',
      guests: 'Guest orders',
      guestsValue:
        '{count, plural, =0 {None} one {# (in the totals, without a forecast)} other {{count, number, whole} (in the totals, without a forecast)}}',
      excluded: 'Left out',
      excludedNone: 'Nothing',
      excludedTest: '{count, plural, one {# test order} other {{count, number, whole} test orders}}',
      excludedCancelled: '{count, plural, one {# cancelled} other {{count, number, whole} cancelled}}',
      excludedUnpaid: '{count, plural, one {# unpaid} other {{count, number, whole} unpaid}}',
      excludedNothingPaid:
        '{count, plural, one {# refunded in full or free, from the forecast only} other {{count, number, whole} refunded in full or free, from the forecast only}}',
      modelled: 'Learned from',
      modelledValue:
        '{purchases, plural, one {# purchase} other {{purchases, number, whole} purchases}} by {customers, plural, one {# customer} other {{customers, number, whole} customers}}',
      model: 'Model',
      analysis: 'Seen from',
    },
    asOf: {
      cutoff: 'Orders up to: {when}',
      computed: 'Computed: {when}',
      next: 'Next update: {when}',
      stale: 'Out of date',
    },
    recalculate: 'Recalculate now',
    notices: 'Good to know',
    possibleOn: 'At this pace it will be possible around {day}.',
  },
  reconciliation: {
    title: 'Checked against Shopify',
    match: 'It matches',
    close: 'Small difference',
    differs: 'It differs',
    orders: 'Here {here, number, whole} orders; in Shopify {source, number, whole}.',
    revenue: 'Here {here}; in Shopify {source}: {difference} difference.',
    at: 'Checked: {when}',
    repaired:
      '{count, plural, one {# order was read again.} other {{count, number, whole} orders were read again.}}',
    none: 'Not checked yet: it is done after every update.',
  },
  run: {
    firstTitle: 'Reading your store',
    firstBody: 'You can leave this page: the work goes on and the numbers will be here when you come back.',
    refreshTitle: 'Updating the numbers',
    refreshBody: 'You are seeing the previous numbers until the new ones are complete.',
    current: '{step}: {detail}',
    start: 'Analyse my orders',
    startTitle: 'Your first decision in a few minutes',
    startBody:
      'Timón reads your store’s orders, learns each customer’s rhythm and tells you who is slipping away and what that is worth. It changes nothing in your store.',
    step: {
      waiting: 'Waiting',
      running: 'In progress',
      done: 'Done',
      failed: 'Failed',
    },
    orders: '{count, plural, one {# order} other {{count, number, whole} orders}}',
    ordersOf:
      '{count, number, whole} of {total, plural, one {# order} other {{total, number, whole} orders}}',
    customers: '{count, plural, one {# customer} other {{count, number, whole} customers}}',
    retrying: '{what}. Trying again by itself (attempt {attempt, number}).',
    bar: 'Progress: {step}',
    announce: '{step}: {phase}',
    finished: 'The numbers are ready.',
    failedFirst: 'The first reading could not be finished',
    failedRefresh: 'The last update could not be finished',
    cancelled: 'The reading was stopped before it ended',
    effectFirst: 'There are no numbers yet. Nothing was saved halfway.',
    effectRefresh: 'The numbers you see are still the earlier ones, complete: {when}.',
    retryAt: 'Next automatic attempt: {when}.',
    retry: 'Try again now',
    preview: 'What you will see here',
    preview1: 'The one decision of the day, with its money and its certainty.',
    preview2: 'The customers who are slipping away, in order of what is at stake.',
    preview3: 'What it was computed from, checked against Shopify.',
  },
} as const;
