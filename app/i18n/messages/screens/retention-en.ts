export const retentionEn = {
  retention: {
    history: 'Money at risk over time',
    decision: {
      discount:
        'Write to <b>{customers, plural, one {# customer} other {{customers, number, whole} customers}}</b> who {customers, plural, one {is} other {are}} slipping away, with <b>{discount}</b>.',
      upTo: 'Write to <b>{customers, plural, one {# customer} other {{customers, number, whole} customers}}</b> who {customers, plural, one {is} other {are}} slipping away, with <b>{discount}</b> at most.',
      message:
        'Write to <b>{customers, plural, one {# customer} other {{customers, number, whole} customers}}</b> who {customers, plural, one {is} other {are}} slipping away, without a discount.',
      gain: 'Most likely you {end, select, either {end up between <b>losing {low} and gaining {high}</b>} other {gain <b>{low} to {high}</b>}} of margin ({times} times in {of}).',
      gainLess:
        'Most likely you {end, select, either {end up between <b>losing {low} and gaining {high}</b>} other {gain <b>{low} to {high}</b>}} of margin ({times} times in {of}); without a discount, about {less} less.',
      gainSame:
        'Most likely you {end, select, either {end up between <b>losing {low} and gaining {high}</b>} other {gain <b>{low} to {high}</b>}} of margin ({times} times in {of}); without a discount, about the same.',
      chance: 'Chance that it pays: {chance}.',
      create: 'Create rescue',
    },
    send: {
      headline:
        'Send the message of <b>rescue {number, number, whole}</b> to <b>{customers, plural, one {# customer} other {{customers, number, whole} customers}}</b>: they have not been written to, and it can be done until {until}.',
    },
    why: {
      who: 'They are not the ones most likely to leave but the ones with most to win: who would come back anyway, or will not come back for anything, is left out.',
      breakEven:
        'A {discount} code to someone with a {baseline} chance of returning anyway needs {extra} extra {extraCount, plural, one {return} other {returns}} in 100 to pay.',
      breakEvenMessage:
        'A message without a discount to someone with a {baseline} chance of returning anyway needs {extra} extra {extraCount, plural, one {return} other {returns}} in 100 to pay.',
      learnedNone:
        'No rescue has been measured in your store yet: how customers answer is a careful assumption of ours, and that is why the range is wide. The first ones will teach it.',
      learnedFrom:
        'How customers answer was learned from {campaigns, plural, one {# rescue measured} other {# rescues measured}} in your store, with {customers, plural, one {# customer} other {{customers, number, whole} customers}}.',
      marginConfirmed: 'The margin is yours: {margin}. <a>Change it</a>',
      marginEstimated:
        'The margin is estimated: {margin}. With your own figure the recommendation may change. <a>Tell us your margin</a>',
      windowOne:
        'What counts is the margin of {days, plural, one {the next day} other {the next {days, number, whole} days}}, and half of that of the year after; the other half would have come anyway.',
      windows:
        'What counts is the margin of the next {from, number, whole} to {to, number, whole} days, by each customer’s rhythm, and half of that of the year after; the other half would have come anyway.',
      leftAlone:
        '{customers, plural, one {# more customer is} other {{customers, number, whole} more customers are}} in danger, but no offer to them can be expected to pay: better not to write.',
      holdOut:
        'A part of the group, drawn by lot, is left alone: only so can it be seen what the rescue really brought.',
    },
    numbers: {
      marginAtRisk: 'Margin at risk',
      marginAtRiskHelp:
        'What your customers would leave you in the next 12 months after paying for the goods if they were still active, times the probability that they have already left.',
      ofRevenue: 'It is {margin} of {revenue} of revenue: your own margin.',
      wouldBe: 'It is revenue. With an estimated margin of {margin}, {low} to {high} of margin.',
      setMargin: 'Set\u00a0yours',
      rescuable: 'Rescuable',
      rescuableHelp:
        'Margin that writing today to the recommended customers can be expected to bring beyond leaving them alone, with discounts and contacts paid. It counts the days in which the answer is measured and half of the year after.',
      rescuablePeriodOne: '{days, plural, one {# day} other {# days}}, then 12 months',
      rescuablePeriod: '{from, number, whole} to {to, number, whole} days, then 12 months',
      rescuableNote:
        'Margin, with {customers, plural, one {# customer} other {{customers, number, whole} customers}} to write to. Chance that it pays: {chance}.',
      rescuableNone: 'Nothing today',
      rescuableNobody:
        'No offer is expected to pay with anybody who is not in a rescue already: today it is better not to write to them.',
      rescuableStopped: 'Rescues are stopped. <a>See why</a>',
      rescued: 'Rescued',
      rescuedHelp:
        'Margin that finished rescues brought, measured against the part of each group that was left alone on purpose. Discounts and contacts are paid, refunds taken off.',
      rescuedPeriod: '{from} to {to}',
      rescuedNote:
        '{campaigns, plural, one {# rescue} other {# rescues}}, measured against those left alone. Chance that {campaigns, plural, one {it} other {they}} paid: {chance}.',
      rescuedNone: 'Not measured yet',
      rescuedNoneNote:
        'What your rescues bring beyond a group left alone on purpose will be here. Create one; its result arrives when the customers’ time to answer is over, 30 to 90 days later.',
    },
    danger: {
      title: 'In danger, by what can be recovered',
      caption: 'Customers in danger, first those from whom most can be recovered',
      riskCaption: 'Customers slipping away, first those with most money at risk',
      ruleCaption: 'Customers who take longer than usual, the longest silent first',
      showAll: 'Show all {count, number, whole}',
      showFirst: 'Show only the first {count, number, whole}',
      shown: '{count, plural, one {# customer shown} other {{count, number, whole} customers shown}}',
    },
    segments: {
      title: 'Your customers, by what to do',
      caption: 'Segments with their customers, their value and what to do',
      segment: 'Segment',
      customers: 'Customers',
      share: '{share} of all',
      value: '12-month value',
      atRisk: 'At risk',
      action: 'What to do',
      range:
        'Revenue. Each amount is about as uncertain as the total: from {below} below to {above} above, {times} times in {of}.',
      total: 'All of them together, in 12 months: {mean}, most likely between {low} and {high}.',
      about: {
        'vip-at-risk': 'Among the best fifth by value, and probably not coming back by themselves.',
        loyal: 'They keep coming, at their rhythm.',
        'potential-whale': 'Among the best tenth by value, still without a fixed rhythm.',
        standard: 'Nothing special to do today.',
        lost: 'They have been silent for too long, and little would come back.',
      },
      do: {
        rescue: 'Create rescue',
        care: 'Look after them',
        watch: 'See them closely',
        see: 'See them',
        leave: 'Leave them alone',
      },
      leaveWhy: 'What they would bring does not pay for the offer.',
      doFor: '{action}: {segment}',
    },
    findings: {
      title: 'What has changed',
      none: 'Nothing stands out since the last update. That is good news.',
      kind: { opportunity: 'Opportunity', alert: 'Alert', success: 'Success' },
      act: 'Go to it',
      actFor: 'Go to it: {kind}',
    },
    stopped: {
      noDiscountTitle: 'Discounts are stopped: from now on only messages',
      noDiscount:
        'Two rescues with a discount probably did not pay, so we recommend only writing. The numbers on this page already count on it.',
      leaveAloneTitle: 'Rescues are stopped',
      leaveAlone:
        'Two rescues without a discount probably did not pay either, so we recommend not writing. It is better to know than to go on paying.',
      link: 'See the results or lift the stop',
    },
  },
} as const;
