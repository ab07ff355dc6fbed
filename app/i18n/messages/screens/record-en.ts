export const recordEn = {
  record: {
    back: 'All customers',
    unknown: {
      title: 'We do not know this customer',
      body: 'Your latest numbers hold no customer with this address. They may have been erased because they asked for it, or have no order that counts.',
      button: 'See all customers',
    },
    leaving: 'Slipping away',
    lastOrder: 'Last order: {ago} ({day})',
    seenFrom: 'Seen from {day}',
    decision: {
      act: 'Write to this customer: <b>{money}</b> of their next 12 months is at stake.',
      actNoMoney: 'Write to this customer: their silence is longer than usual for them.',
      keep: 'Look after this customer: <b>{money}</b> is expected of them in the next 12 months.',
      'let-go':
        'Spend nothing on winning this customer back: <b>a return is unlikely</b>, and little is expected of them.',
      calm: 'Nothing is urgent with this customer. In the next 12 months <b>{money}</b> is expected of them.',
      rules: 'There is no forecast for this customer yet.',
    },
    rulesBody:
      'Your shop’s orders do not yet allow a probability that is more than a guess. Until then, what they have done stands below.',
    value:
      'As things stand, their orders of the next 12 months will be worth {mean}; most likely between {low} and {high}, {times} times in {of}.',
    valueExact:
      'As things stand, their orders of the next 12 months will be worth {mean}; rounded, the whole range is that figure.',
    why: 'Why',
    setAside:
      'This customer buys very differently from the rest, as wholesale buyers do. The forecast is their own, it does not shape everybody else’s, and it is less certain.',
    action: { leaving: 'See everybody slipping away', all: 'See all customers' },
    chances: {
      title: 'Probability of coming back',
      name: 'Back within {days, number} days',
      help: 'Probability of at least one order within {days, number} days of the analysis day. The range says how well your shop’s data pin it down.',
      chart: '{mean}; the probability lies between {low} and {high}, {times} times in {of}.',
      orders:
        '{expectedCount, plural, one {{expected} order} other {{expected} orders}} expected; {times} times in {of}, {low} to {high}.',
      ordersExact:
        '{expectedCount, plural, one {{expected} order} other {{expected} orders}} expected; {times} times in {of}, {low}.',
      under: 'under {percent}',
      over: 'over {percent}',
    },
    money: {
      title: 'What they are worth',
      value: 'Value',
      valueHelp:
        'Revenue, net of refunds, expected of this customer in the next 12 calendar months, with later money counted somewhat less (discounted). The range holds what they really spend as often as it says.',
      margin: '{money} of it margin.',
      noMargin: 'It is revenue, not margin.',
      order: 'Per order',
      orderHelp: 'Mean value, net of refunds, of this customer’s future orders.',
      orderNote: 'So far: {money} an order.',
      drop: 'Against their own past',
      dropHelp:
        'How the value of the next 12 months compares with the value that the same customer had right after their last order. Each day of silence takes some of it.',
      dropNote: 'Less than right after their last order.',
      dropNone: 'No loss',
      dropNoneNote: 'Worth as much as right after their last order.',
      atRisk:
        'At risk: {money} of the next 12 months. It is what they would spend if they were still active, times the probability that they have already left.',
    },
    next: {
      title: 'When the next order is due',
      body: 'If they are still a customer:',
      label: { p50: '5 times in 10', p80: '8 times in 10', p95: '95 times in 100' },
      before:
        '{days, plural, =0 {today} one {by {day} (in # day)} other {by {day} (in {days, number, whole} days)}}',
      never: 'not within ten years',
    },
    inside: {
      title: 'What the model sees',
      churn: 'Will not order in {days, plural, one {# day} other {{days, number, whole} days}}',
      churnValue: '{mean} ({low} to {high})',
      alive: 'Still a customer, P(alive)',
      aliveNone: 'Not calculated: in your shop nobody is seen to leave',
      aliveHelp:
        'P(alive) is a quantity inside the model: the probability that the customer has not left for good. It does not say that they will order soon; the probabilities above do.',
      model: 'Model',
    },
    history: {
      title: 'What they have done',
      first: 'First order',
      last: 'Last order',
      orders: 'Orders counted',
      gap: 'Usually orders',
      gapValue: '{days, plural, one {every day} other {every {days, number, whole} days}}',
      gapNone: 'No rhythm yet: it takes three orders',
      mean: 'Mean order',
      note: 'Orders of the same day count as one.',
    },
    lifeline: {
      title: 'Their orders over time',
      summary:
        '{orders, plural, one {One order, on {last}} other {{orders, number, whole} orders from {first} to {last}}}; {days, plural, =0 {the last one on the day of the analysis, {today}} one {# day without one on {today}} other {{days, number, whole} days without one on {today}}}.',
      today: 'analysis: {day}',
      dueFar:
        'The next order is due, 8 times in 10 if they are still a customer, up to {day}: the shaded stretch goes on beyond the drawing.',
      due: 'The shaded stretch is where the next order is due, 8 times in 10 if they are still a customer: up to {day}.',
      legend: 'Each bar is a day with an order; the taller, the more was spent.',
      latest: 'Only the latest {shown, number, whole} of {orders, number, whole} are drawn.',
      none: 'No order can be shown.',
      table: 'See it as a table',
      caption: 'Orders, the latest first',
      day: 'Day',
      gap: 'Days since the one before',
      net: 'Amount, net of refunds',
      gapFirst: '–',
    },
  },
} as const;
