export const settingsEn = {
  settings: {
    title: 'Settings',
    subtitle: 'Three answers that make the recommendations yours. You can change them at any time.',
    back: 'Back to the dashboard',
    save: 'Save',
    saved: 'Saved. The recommendations are being worked out again.',
    savedCurrency: 'Confirmed.',
    notSaved: 'Nothing was saved yet: look at what is marked.',
    confirmedOn: 'Confirmed: {when}',
    state: { confirmed: 'Confirmed', estimated: 'Estimated', open: 'To be confirmed' },
    margin: {
      title: 'Gross margin',
      body: 'What is left of a sale after paying for the goods. It decides how large a discount can be and still pay.',
      category: 'What you mostly sell',
      categoryNone: 'I would rather not say',
      categoryHelp:
        'Until you tell us your figure we work with {margin}: the careful end of what published tables of online shops call usual. Wherever it is used you will see “estimated”.',
      own: 'Your gross margin, in per cent',
      ownHelp:
        'For example 42, if the goods of a sale of 100 cost you 58. Without VAT. Leave it empty to go on with the estimate.',
      inUse: 'In use now: {margin}',
      kinds: {
        fashion: 'Clothes, shoes and accessories',
        beauty: 'Beauty and personal care',
        food: 'Food and drink',
        home: 'Home and garden',
        electronics: 'Electronics',
        sports: 'Sports and outdoors',
        other: 'Something else, or a bit of everything',
      },
    },
    currency: {
      title: 'Currency',
      body: 'Your store works in <b>{currency}</b>: so Shopify tells us, and all amounts are shown in it.',
      orders:
        'Orders paid in another currency arrive already converted by Shopify, at the rate of each order’s own day.',
      wrong: 'If it is not the one you keep your books in, change it in Shopify’s settings before going on.',
      confirm: 'Yes, it is right',
      sample: 'This is how we write an amount: {amount}',
    },
    limits: {
      title: 'Limits of your rescues',
      body: 'No recommendation goes beyond them, however much it promises.',
      maxDiscount: 'Largest discount',
      maxDiscountHelp:
        'The smallest one that pays is always offered; this is only the ceiling. It also stays 10 points below your margin.',
      messageOnly: 'None: only a message',
      contactCost: 'What it costs to write to one customer, in {currency}',
      contactCostHelp:
        'Between {least} and {most}. Leave it empty and we assume a thousandth of your average order.',
      largestRescue: 'Most customers in one rescue',
      largestRescueHelp:
        'Those with most to win go first. Between {least, number, whole} and {most, number, whole}.',
      codeDays: 'Days that a code can be used',
      codeDaysHelp: 'Between {least, number, whole} and {most, number, whole}.',
    },
    fault: {
      'not-a-number': 'Write a number between {least, number} and {most, number}.',
      'not-whole': 'Write a whole number between {least, number, whole} and {most, number, whole}.',
      'out-of-bounds': 'It must lie between {least, number} and {most, number}.',
      'not-a-choice': 'Choose one of the list.',
    },
  },
  setup: {
    title: 'Getting started',
    progress: '{done, number} of {possible, number} steps possible now',
    complete: 'Everything that can be set up now is done.',
    body: 'Each takes less than a minute, and you can go on another day.',
    state: { done: 'Done', open: 'To do', later: 'Not available yet' },
    step: {
      margin: 'Gross margin',
      currency: 'Currency',
      'rescue-limits': 'Limits of your rescues',
      ads: 'Connect your ads',
      slack: 'Slack',
    },
    why: {
      margin: 'Without it, what a rescue gains is only an estimate.',
      currency: 'A look is enough: we show the one Shopify tells us.',
      'rescue-limits': 'The largest discount, the most customers, how long a code lasts.',
      ads: 'Google, Meta and TikTok will be connected here.',
      slack: 'The decision of the day, where your team talks.',
    },
    action: { open: 'Set up', done: 'Change' },
    actionFor: '{action}: {step}',
    settings: 'All settings',
  },
} as const;
