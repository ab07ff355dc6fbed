export const rescueEn = {
  rescue: {
    title: 'Rescues',
    name: 'Rescue {number, number, whole}',
    back: 'All rescues',
    asOf: 'Forecasts of {day}',
    begun: 'Begun: {when}',
    unknown: {
      title: 'We cannot find this rescue',
      body: 'It may have been thrown away, or the address is incomplete.',
    },
    empty: {
      heading: 'Nothing to rescue yet',
      body: 'Once we have read your shop’s orders, you will see here whom it pays to win back, with which offer and, later, what each rescue really brought.',
      button: 'See how it is going',
    },
    noForecast:
      'Your shop does not have enough history for a forecast yet, and without one nobody can say whom it pays to write to. The dashboard says when that will be possible.',
    noForecastButton: 'Go to the dashboard',
    nothing:
      'Today no offer is expected to pay with anybody who is not in a rescue already. Doing nothing more earns most; we look again every night.',
    list: {
      title: 'Your rescues',
      none: 'You have not made one yet.',
      rescue: 'Rescue',
      customers: 'Customers',
      offer: 'Offer',
      state: 'State',
      result: 'Result',
      upTo: 'up to {discount}',
      message: 'message only',
      heldOut:
        '{count, plural, one {# without a message, to measure by} other {# without a message, to measure by}}',
    },
    status: {
      checking: 'Finding out who may be written to',
      ready: 'Unfinished',
      creating: 'Making codes',
      active: 'Running',
      measured: 'Measured',
      over: 'Over',
      undoing: 'Being undone',
      undone: 'Undone',
      failed: 'Failed',
      discarded: 'Thrown away',
    },
    stop: {
      'no-discount': {
        title: 'Discounts are stopped',
        body: 'In two rescues with a discount the probability that they paid was under 30%. Since then we only propose a message without a discount.',
      },
      'leave-alone': {
        title: 'Rescues are stopped',
        body: 'In two rescues without a discount the probability that they paid was under 30% as well. Since then we propose to write to nobody.',
      },
      lift: 'Try again',
      lifted: 'What pays is being worked out anew. What was learned stays.',
    },
    checking: {
      heading: 'Finding out who may be written to',
      body: 'We are asking Shopify, right now, who accepts messages and who has an open return or a subscription. It may take a minute; you can leave this page.',
    },
    steps: {
      label: 'Steps of the rescue',
      group: '1. The group',
      offer: '2. The offer',
      create: '3. Create',
      next: 'Next: the offer',
      last: 'Next: create',
      back: 'Back',
    },
    group: {
      heading:
        '{customers, plural, =0 {Nobody whom it pays to write to} one {# customer whom it pays to write to} other {{customers, number, whole} customers whom it pays to write to}}',
      nobody: 'Nobody is left in this group with whom an offer is expected to pay. Below is why.',
      gain: 'If you write to all of them, you most likely {end, select, either {end up between losing {low} and gaining {high}} other {gain {low} to {high}}} of margin ({times} times in {of}).',
      from: {
        recommended: 'Those we recommend: they are slipping away and an offer can bring them back.',
        filter: 'From the customers of your filter.',
        customers:
          '{count, plural, one {From the customer that you chose.} other {From the {count, number, whole} customers that you chose.}}',
      },
      reach:
        '{email, plural, =0 {None accepts e-mail} one {# accepts e-mail} other {{email, number, whole} accept e-mail}}; {whatsApp, plural, =0 {none accepts WhatsApp} one {# accepts WhatsApp} other {{whatsApp, number, whole} accept WhatsApp}}.',
      out: 'Who is left out',
      leftAlone:
        '{count, plural, one {# customer: no offer pays with them} other {{count, number, whole} customers: no offer pays with them}}',
      excluded: {
        'no-consent':
          '{count, plural, one {# accepts neither e-mail nor WhatsApp} other {{count, number, whole} accept neither e-mail nor WhatsApp}}',
        'open-return':
          '{count, plural, one {# has an open return} other {{count, number, whole} have an open return}}',
        subscription:
          '{count, plural, one {# has a subscription} other {{count, number, whole} have a subscription}}',
        'recent-rescue':
          '{count, plural, one {# was in a rescue less than 90 days ago} other {{count, number, whole} were in a rescue less than 90 days ago}}',
        gone: '{count, plural, one {# no longer exists in Shopify} other {{count, number, whole} no longer exist in Shopify}}',
      },
      notAsked:
        '{count, plural, one {# more could be in it, but your limit is {largest, number, whole} customers a rescue. <a>Change it</a>} other {{count, number, whole} more could be in it, but your limit is {largest, number, whole} customers a rescue. <a>Change it</a>}}',
      nobodyOut: 'Nobody: everybody with whom it pays may be written to.',
      table: 'Who is written to',
      caption: 'Customers of the rescue, those with most to gain first',
      customer: 'Customer',
      alone: 'Back anyway',
      aloneIn: 'in {days, plural, one {# day} other {# days}}',
      order: 'Usual order',
      expected: 'Expected gain',
      tier: 'Offer',
      change: 'Change',
      remove: 'Take out',
      removeThis: 'Take out customer {alias}',
      restore: 'Put back',
      restoreThis: 'Put back customer {alias}',
      removedTitle: 'Those you took out, or with whom it no longer pays',
      discard: 'Throw this rescue away',
      limited: {
        'no-discount': 'Discounts are stopped: only a message is proposed. <a>See why</a>',
        'leave-alone': 'Rescues are stopped: we propose to write to nobody. <a>See why</a>',
      },
    },
    tier: {
      'much-at-stake': 'Much at stake',
      'some-at-stake': 'Something at stake',
      'little-at-stake': 'Little at stake',
    },
    offer: {
      heading: 'What each group is offered',
      intro:
        'Each group gets the smallest discount that pays: a larger one would also go to those who would have come anyway.',
      introMessage:
        'Just a message: no discount is proposed for these customers. Below, offer by offer, is why.',
      discount: '{discount} off',
      message: 'A message, without a discount',
      customers: '{count, plural, one {# customer} other {{count, number, whole} customers}}',
      basket: 'From a basket of {amount}, once a customer, not combined with other discounts.',
      noBasket: 'Once a customer, not combined with other discounts.',
      gain: 'You most likely {end, select, either {end up between losing {low} and gaining {high}} other {gain {low} to {high}}} of margin ({times} times in {of}).',
      breakEven:
        '{extraCount, plural, =0 {It pays with any extra return} one {To pay it needs {extra} extra return in 100} other {To pay it needs {extra} extra returns in 100}}; {baseline} in 100 would come back by {baselineCount, plural, one {itself} other {themselves}}.',
      breakEvenNever: 'It would not pay even if all of them came back.',
      options: 'Why this offer and no other',
      optionsCaption: 'What each offer would bring to this group',
      option: 'Offer',
      optionGain: 'Expected gain',
      optionChance: 'Chance that it pays',
      optionVerdict: 'Why',
      chosen: 'The one chosen',
      verdict: {
        'pays-less': 'Pays, but is expected to gain less',
        'pays-hardly-more': 'Pays, but hardly more, with a larger discount',
        loses: 'Would cost more than it brings',
        'too-uncertain': 'Too uncertain',
        'margin-too-thin': 'Leaves less than 10% of margin',
        'above-own-limit': 'Above your limit',
        stopped: 'Discounts are stopped',
      },
      messageShort: 'Message only',
      holdOutTitle: 'How we will know whether it worked',
      holdOut:
        '{heldOut, plural, one {# customer} other {{heldOut, number, whole} customers}}, chosen at random ({share}), are not written to: comparing with them is the only thing that tells whether the rescue paid.',
      noHoldOut:
        'With fewer than {required, number, whole} customers nobody can be set apart: the rescue can be made, but nobody will know whether it paid.',
      contacted:
        'Writing to the others, you most likely {end, select, either {end up between losing {low} and gaining {high}} other {gain {low} to {high}}} of margin ({times} times in {of}); probability that it pays: {chance}.',
      contactedAll:
        'Writing to all of them, you most likely {end, select, either {end up between losing {low} and gaining {high}} other {gain {low} to {high}}} of margin ({times} times in {of}); probability that it pays: {chance}.',
      messageOnly: 'Without any discount the expected gain would be {money}.',
      messageOnlyLoss: 'Without any discount the expected loss would be {money}.',
      basis: {
        none: 'How your customers respond to an offer is still an assumption of ours: your first rescues will teach it.',
        some: 'Learned from {campaigns, plural, one {# measured rescue} other {# measured rescues}} of your shop, with {customers, plural, one {# customer} other {{customers, number, whole} customers}}.',
      },
      marginConfirmed: 'Calculated with your margin: {margin}.',
      marginEstimated: 'Calculated with an estimated margin: {margin}. <a>Set yours</a>',
      contactCost: 'Each message counts as {money}.',
      contactCostEstimated: 'Each message counts as {money}, an estimate of ours.',
    },
    create: {
      heading: 'What is going to happen',
      contacted:
        '{contacted, number, whole} of the {customers, number, whole} customers are written to. What each group is offered:',
      contactedAll:
        '{customers, plural, one {# customer is written to} other {All {customers, number, whole} customers are written to}}. What each group is offered:',
      tierDiscount:
        '{tier} ({count, plural, one {# customer} other {{count, number, whole} customers}}): {discount} off. {conditions}',
      tierMessage:
        '{tier} ({count, plural, one {# customer} other {{count, number, whole} customers}}): a message, without a discount.',
      codes:
        '{count, plural, =0 {No code is made: it is a message without a discount.} one {# code is made in Shopify, for these customers only.} other {# codes are made in Shopify, for these customers only.}}',
      until:
        '{codes, plural, one {The code can be used until {day}.} other {The codes can be used until {day}.}}',
      heldOut:
        '{count, plural, one {# customer of these groups, chosen at random, gets no message and appears in no file.} other {{count, number, whole} customers of these groups, chosen at random, get no message and appear in no file.}}',
      nobodyHeldOut: 'Nobody is set apart: the group is too small to measure.',
      send: 'Then you download the list for Klaviyo or WhatsApp and send the message yourself: Timón writes to nobody.',
      outcome:
        'The result will be there after {from, plural, one {# day} other {# days}} (up to {to, plural, one {# day} other {# days}} for those who buy less often).',
      outcomeOne: 'The result will be there after {days, plural, one {# day} other {# days}}.',
      disclosureTitle: 'The law asks that the message says so',
      disclosure: 'It is in the downloaded files already.',
      button: 'Create the rescue',
      missingScope: {
        title: 'Shopify does not let Timón make discounts yet',
        body: 'Open Timón again from the Shopify admin and accept the permission for discounts; this rescue will still be here.',
      },
      lookedUpAgain:
        'Some customers entered another rescue meanwhile. We have looked at the group again: please review it.',
      notReady: 'The rescue has changed meanwhile. Please review the group.',
    },
    creating: {
      heading: '{codes, plural, =0 {Preparing the rescue} other {Making the codes in Shopify}}',
      body: 'The control group is drawn and stored. You can leave this page.',
      progress: '{ready, number, whole} of {total, number, whole} codes',
    },
    undoing: {
      heading: '{codes, plural, =0 {Undoing the rescue} other {Taking the codes back}}',
      body: '{codes, plural, =0 {It takes a few seconds.} other {In a few seconds they can no longer be used.}}',
    },
    active: {
      headline:
        '{contacted, plural, one {<b># customer</b> is waiting for your message.} other {<b>{contacted, number, whole} customers</b> are waiting for your message.}}',
      headlineSent:
        '{contacted, plural, one {The list with <b># customer</b> was downloaded.} other {The list with <b>{contacted, number, whole} customers</b> was downloaded.}}',
      headlineUsed:
        '{used, plural, one {<b># customer</b> has used the code already.} other {<b>{used, number, whole} customers</b> have used the code already.}}',
      send: 'Download the list and send the message today: the time to measure is running already, until {day}.',
      sent: 'The response is measured until {day}.',
      neverSent:
        'The list of this rescue was never downloaded: probably nobody got the message, and then the result is only chance.',
      neverSentInTime: 'The codes no longer work, and nobody downloaded the list.',
      heldOut:
        '{count, plural, one {# customer gets nothing, on purpose: the comparison.} other {{count, number, whole} customers get nothing, on purpose: the comparison.}}',
      code: 'Code',
      codes: 'Codes',
      codesCaption: 'Codes of this rescue',
      percent: 'Discount',
      basket: 'Smallest basket',
      noBasket: 'none',
      customers: 'Customers',
      until: 'Until',
      codeStatus: 'State',
      codeState: { pending: 'Being made', ready: 'Active', ended: 'Ended', failed: 'Failed' },
      copy: 'Copy {code}',
      copyText: 'Copy the sentence',
      copied: 'Copied',
      copyFailed: 'It could not be copied: select it by hand.',
      undo: 'Undo the rescue',
      undoSure:
        'Sure? {codes, plural, =0 {What it brings will no longer be measured.} one {The code stops working at once, also for those who have received it.} other {The codes stop working at once, also for those who have received them.}}',
      undoYes: 'Yes, undo it',
      undoNo: 'No, keep it running',
      notUndone: 'The rescue could not be undone: its codes can still be used. Undo it again.',
      members: 'Who is in this rescue',
      arm: 'Gets',
      contacted: 'a message',
      'held-out': 'nothing: control group',
    },
    undone: {
      heading: 'Rescue undone',
      body: '{codes, plural, =0 {} one {Its code no longer works. } other {Its codes no longer work. }}{exported, select, yes {The list had been downloaded: we will not propose another rescue for those you wrote to within 90 days.} other {Nobody had downloaded the list, so its customers can be in another rescue.}}',
    },
    failed: {
      heading: 'The rescue could not be finished',
      before: 'Nothing was made in Shopify and nobody was set apart.',
      after: 'The control group is stored; what was made is still there. You can go on where it stopped.',
      gone: 'The forecasts that it stood on are gone. Begin another rescue with today’s.',
      retry: 'Go on where it stopped',
      again: 'Go to the rescues',
    },
    discarded: {
      heading: 'Rescue thrown away',
      body: 'Nothing was made in Shopify and nobody was set apart. An unfinished rescue is thrown away after a week: its forecasts are of another time.',
    },
    outcome: {
      heading: 'Result',
      measured: 'Measured with the orders up to {day}',
      'too-early':
        'Too early: {buyers, plural, one {# customer has bought} other {{buyers, number, whole} customers have bought}} of about {needed, number, whole} needed to tell. {daysLeft, plural, one {# day to go.} other {# days to go.}}',
      'still-open':
        'Not yet: {daysLeft, plural, one {# day} other {# days}} to go. {buyers, plural, one {# customer has} other {{buyers, number, whole} customers have}} bought, enough to tell by then.',
      'too-few-orders':
        'Too few orders to tell: {buyers, plural, one {# customer bought} other {{buyers, number, whole} customers bought}} of about {needed, number, whole} that it would take. What was learned adds to the next rescues.',
      'probably-paid': 'It probably paid ({chance}).',
      unclear:
        'Nobody can tell whether it paid (chance that it did: {chance}). The next rescues will make it clearer.',
      'did-not-pay':
        'It probably did not pay (chance that it did: {chance}). Next time, better write without a discount.',
      'did-not-pay-message': 'It probably did not pay (chance that it did: {chance}).',
      'no-hold-out':
        'Nobody can tell whether it paid: nobody was set apart to compare with. {daysLeft, plural, =0 {} one {# day of the window left.} other {# days of the window left.}}',
      rescued: 'Rescued',
      rescuedHelp:
        'Margin that the customers who were written to brought beyond what the control group brought, discounts and messages paid and net of refunds; it counts half of what those who came back are expected to bring in the year after.',
      rescuedPeriod: 'the days measured and half of the year after',
      till: 'Of it, in the till already',
      tillHelp:
        'The same, counting only the orders that came in the days measured, over all customers who were written to.',
      tillPeriod: 'the days measured',
      extra: 'Extra returns in 100',
      extraHelp: 'How many more customers bought, of 100 who were written to, than in the control group.',
      contacted: 'With a message',
      heldOut: 'Without (control)',
      bought: 'Bought',
      of: '{bought, number, whole} of {total, number, whole} ({share})',
      codeUsers: 'Used the code',
      others: 'All orders count, with the code or without: some come back for the message and do not use it.',
      othersMessage: 'All orders count, whether the message brought them or not: the comparison tells.',
      table: 'Who bought',
      group: 'Group',
    },
    disclosure: 'This discount was personalised using your purchase history.',
  },
};
