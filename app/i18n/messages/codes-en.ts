import { findingsEn } from './findings-en';

/**
 * What other rooms send as a code: errors, notices, activity, phases, models, reasons, segments. A new code needs an entry here
 * and in Spanish; until then the `unknown` entry of its group is shown.
 */
export const codesEn = {
  findings: findingsEn,
  errors: {
    unauthorized: {
      what: 'Shopify no longer accepts our access',
      advice: 'Open the app again from Shopify admin to renew the permission.',
    },
    'payment-required': {
      what: 'Shopify has paused this store’s plan',
      advice: 'When the store’s Shopify plan is active again, reading resumes by itself.',
    },
    'missing-scope': {
      what: 'A permission of Shopify is missing: to read orders and customers, or to make discounts',
      advice: 'Open the app again and accept the permissions that Shopify asks for.',
    },
    'shop-gone': {
      what: 'Shopify says this store no longer exists or is closed',
      advice: 'If the store is open, uninstall the app and install it again.',
    },
    forbidden: {
      what: 'Shopify does not let the app into this store',
      advice:
        'Open the app again from Shopify admin; if it goes on, ask whoever manages the store’s permissions.',
    },
    throttled: {
      what: 'Shopify asks us to go slower',
      advice: 'Nothing to do: we wait and go on where we stopped.',
    },
    'too-costly': {
      what: 'Shopify finds one of our queries too large',
      advice: 'Try again; if it goes on, write to us and give the time of this message.',
    },
    unavailable: {
      what: 'Shopify is not answering right now',
      advice: 'It usually passes within minutes. We try again by ourselves.',
    },
    'queue-unavailable': {
      what: 'The queue of our own jobs does not answer',
      advice: 'Nothing was lost: we go on by ourselves as soon as it answers.',
    },
    'bulk-refused': {
      what: 'Shopify refused the bulk export of orders',
      advice: 'We read the orders page by page instead, which takes longer.',
    },
    'bulk-failed': {
      what: 'Shopify could not finish the export of orders',
      advice: 'We ask for a new one. If it fails again, we read page by page.',
    },
    truncated: {
      what: 'The file of orders arrived cut short',
      advice: 'Nothing was saved halfway. We download it again.',
    },
    'expired-url': {
      what: 'The link to the exported orders has expired',
      advice: 'We ask Shopify for a new export.',
    },
    'invalid-response': {
      what: 'Shopify answered something we do not understand',
      advice: 'Try again; if it goes on, write to us and give the time of this message.',
    },
    timeout: {
      what: 'The work took longer than allowed',
      advice: 'Try again: it goes on from the last step that was finished.',
    },
    'worker-died': {
      what: 'The work was cut off several times in a row',
      advice: 'Try again; if it goes on, write to us and give the time of this message.',
    },
    internal: {
      what: 'Something failed on our side',
      advice: 'Try again; if it goes on, write to us and give the time of this message.',
    },
    unknown: {
      what: 'Something failed that we have no name for yet ({code})',
      advice: 'Try again; if it goes on, write to us and give the code above.',
    },
  },
  notices: {
    'short-order-scope': {
      title: 'Shopify lets us see only the last {days, plural, one {day} other {# days}} of orders',
      body: 'Older customers look new, so the forecasts are less reliable than they should be. Accept the permission to read all orders and they will be recomputed.',
    },
    'history-may-start-late': {
      title: 'The history may begin in the middle of the story',
      body: '{share, number, smallPercent} of the customers appear in the first {days, number, whole} days: many had probably bought before. Their rhythm is estimated with less certainty.',
    },
    'few-repeat-customers': {
      title:
        '{repeatCustomers, plural, one {Only # customer has} other {Only {repeatCustomers, number, whole} customers have}} bought more than once',
      body: 'There is a forecast, but its ranges are wide. From {recommended, number, whole} on they become narrow.',
    },
    'model-needs-repeat-customers': {
      title: 'More customers who buy again are needed',
      body: 'There are {repeatCustomers, number, whole}, and {required, number, whole} are needed for a forecast. Until then simple rules rank the customers.',
    },
    'model-needs-history': {
      title: 'More history is needed',
      body: 'There are {historyDays, number, whole} days of orders, and {requiredDays, number, whole} are needed: twice the usual time between two purchases. Until then simple rules rank the customers.',
    },
    'model-did-not-fit': {
      title: 'The model does not fit these orders',
      body: 'We prefer to give no forecast to giving one that we do not trust. Simple rules rank the customers meanwhile.',
    },
    'wholesale-set-aside': {
      title:
        '{customers, plural, one {One customer buys very differently from the rest} other {{customers, number, whole} customers buy very differently from the rest}}',
      body: 'They look like wholesale. They keep their own forecast, but they do not shape everybody else’s.',
    },
    'no-churn-detectable': {
      title: 'Nobody seems to be leaving for good in this period',
      body: 'The orders do not show customers who stop buying, so we do not calculate the probability that they have left.',
    },
    'value-depends-on-frequency': {
      title: 'Those who buy more often also spend differently per order',
      body: 'The value of each customer is computed in a way that takes this into account, and is somewhat less certain.',
    },
    'value-fallback': {
      title: 'The value per order is a cautious average',
      body: 'The amounts do not follow the usual pattern, so each customer’s value leans on their own orders and on the shop’s average.',
    },
    'no-revenue': {
      title: 'The orders carry no amounts',
      body: 'There are forecasts of orders, but none of money.',
    },
    'empty-days': {
      title:
        '{days, plural, one {One day of purchases came to nothing} other {{days, number, whole} days of purchases came to nothing}}',
      body: 'Everything bought on them was free or refunded, so they do not count as purchases.',
    },
    'refunds-without-order': {
      title:
        '{customers, plural, one {One customer has a refund without its order} other {{customers, number, whole} customers have refunds without their order}}',
      body: 'The order is older than what we can see. The refund is not taken from any other order.',
    },
    'totals-interval-default': {
      title: 'The ranges of the totals are still cautious',
      body: 'We add {modelError, number, smallPercent} of possible error of the model itself: {origins, plural, =0 {your history does not yet allow trying the forecast on the past} one {your history allows only one trial on the past} other {your history allows only # trials on the past}}, too little to measure that error on your shop.',
    },
    'customers-older-than-data': {
      title:
        '{customers, plural, one {One customer was buying before the data begin} other {{customers, number, whole} customers were buying before the data begin}}',
      body: 'That is {share, number, smallPercent} of your customers. They keep their own forecast, but as their first orders are not in sight they do not shape everybody else’s.',
    },
    'season-used': {
      title: 'The forecasts follow your shop’s own season',
      body: 'In {years, plural, one {# year} other {# years}} of orders the peak is around week {peakWeek, number} of the year, with {peakFactor, number, ::.0#} times the purchases of a usual week. With this the forecasts of the past came out better, so it is used.',
    },
    unknown: {
      title: 'A note about the data ({code})',
      body: 'There is no explanation for this note yet.',
    },
  },
  activity: {
    'rescue-created':
      'Rescue {number} created: {contacted, plural, one {# customer with a message} other {{contacted, number, whole} customers with a message}} and {heldOut, plural, one {# without} other {{heldOut, number, whole} without}}, to measure.',
    'rescue-undone': 'Rescue {number} undone: its codes no longer work.',
    'rescue-measured': 'Rescue {number} measured: what it brought is known.',
    'sync-finished':
      'Read {orders, plural, one {# order} other {{orders, number, whole} orders}} from {customers, plural, one {# customer} other {{customers, number, whole} customers}}.',
    'ingest-failed': 'Could not read the orders: {errorCode}.',
    'changes-applied':
      '{orders, plural, =0 {No order had changed.} one {# new or changed order applied.} other {{orders, number, whole} new or changed orders applied.}}',
    'fit-finished':
      'Computed the forecast of {customers, plural, one {# customer} other {{customers, number, whole} customers}}.',
    'clv-failed': 'Could not compute the forecast: {errorCode}.',
    'insights-failed': 'Could not prepare the decision: {errorCode}.',
    'fit-too-early':
      'Too few repeat purchases for a forecast; customers are ranked by simple rules meanwhile.',
    reconciled:
      'Checked {orders, plural, one {# order} other {{orders, number, whole} orders}} against Shopify: {difference, number, smallPercent} difference in revenue.',
    'reconciled-repaired':
      '{orders, plural, one {# order that was missing or different has} other {{orders, number, whole} orders that were missing or different have}} been read again from Shopify.',
    'compliance-data-request': 'A customer asked for their data; the request has its receipt.',
    'compliance-customer-redacted': 'A customer’s data were erased at their request.',
    'shop-installed': 'The app was installed.',
    'shop-uninstalled': 'The app was uninstalled; nothing more is read.',
    'scopes-changed': 'The app’s permissions in Shopify changed.',
    unknown: 'Activity without a description yet ({code}).',
  },
  steps: {
    ingest: 'Read the orders',
    clv: 'Compute the forecast',
    insights: 'Prepare the decision',
  },
  phases: {
    requesting: 'Asking Shopify for the orders',
    exporting: 'Shopify is preparing the export',
    downloading: 'Downloading the orders',
    paging: 'Reading the orders page by page',
    saving: 'Saving the orders',
    reading: 'Gathering each customer’s purchases',
    fitting: 'Learning each customer’s rhythm',
    storing: 'Saving the forecasts',
    writing: 'Writing the recommendation',
    unknown: 'Working',
  },
  models: {
    'mbg-nbd': 'MBG/NBD: each customer buys at their own rhythm and may leave after any order',
    'bg-nbd': 'BG/NBD: each customer buys at their own rhythm and may leave after an order',
    'mbg-cnbd-2':
      'MBG/CNBD-2: each customer buys at their own, fairly regular rhythm and may leave after any order',
    'mbg-cnbd-3':
      'MBG/CNBD-3: each customer buys at their own, very regular rhythm and may leave after any order',
    nbd: 'NBD: each customer buys at their own rhythm; nobody is seen to leave',
    rules: 'Rules: time since the last order, number of orders and spend',
    unknown: '{code}',
  },
  /** Candidates of the comparison with the past, shorter than `models`. */
  candidates: {
    hiatus: 'Rule: days since the last order',
    'last-window': 'Rule: the same as in the last period',
    'bg-nbd': 'Own rhythm, may leave after buying again (BG/NBD)',
    'mbg-nbd': 'Own rhythm, may leave after any order (MBG/NBD)',
    'mbg-cnbd-2': 'Fairly regular rhythm, may leave after any order (MBG/CNBD-2)',
    'mbg-cnbd-3': 'Very regular rhythm, may leave after any order (MBG/CNBD-3)',
    nbd: 'Own rhythm, nobody leaves (NBD)',
    corrected: 'The chosen model, corrected by what the past taught',
    unknown: '{code}',
  },
  /** Why a model was chosen; `gain` and `error` come as they are read. */
  choices: {
    'default-held':
      'It is the one we start from, and in {origins, plural, one {# trial on your past} other {# trials on your past}} no other beat it by more than chance explains.',
    'better-in-backtest':
      'In {origins, plural, one {# trial on your past} other {# trials on your past}} it forecast better than the one we start from: {gain} points of score per customer, with a margin of error of {error}.',
    'as-good-and-likelier':
      'In {origins, plural, one {# trial on your past} other {# trials on your past}} it forecast as well as the one we start from, and your customers’ orders are far likelier under it: they come more regularly than chance.',
    'default-unchecked':
      'It is the one we start from: there is too little history to compare it with others on your shop.',
    'no-churn-detectable':
      'Your orders do not tell those who leave from those who buy rarely, so the model assumes that nobody leaves.',
    unknown: 'The reason has no description yet ({code}).',
  },
  /** Facts that move a customer’s chance of another order; amounts, `times` and `perYear` come as they are read. */
  reasons: {
    overdue:
      '{days, plural, one {# day} other {{days, number, whole} days}} without an order, when {usualGapDays, plural, one {every day} other {every {usualGapDays, number, whole} days}} is usual for this customer: {times} times as long.',
    'on-rhythm':
      '{days, plural, =0 {Ordered on the very day of the analysis} one {# day without an order} other {{days, number, whole} days without an order}}: normal for this customer, who usually orders {usualGapDays, plural, one {every day} other {every {usualGapDays, number, whole} days}}.',
    'one-time':
      'Has bought only once, {days, plural, =0 {today} one {# day ago} other {{days, number, whole} days ago}}.',
    new: 'A new customer: the first order came {days, plural, =0 {today} one {# day ago} other {{days, number, whole} days ago}}.',
    frequent:
      'Orders far more often than most of your customers: {orders, plural, one {# order} other {{orders, number, whole} orders}}, a pace of {perYear} a year.',
    rare: 'Orders far less often than most of your customers: {orders, plural, one {# order} other {{orders, number, whole} orders}}, a pace of {perYear} a year.',
    slowing:
      'Is slowing down: {recentGapDays, plural, one {# day} other {{recentGapDays, number, whole} days}} between the last two orders, when {usualGapDays, plural, one {# day} other {{usualGapDays, number, whole} days}} was usual.',
    'big-spender': 'Spends {orderValue} an order; the usual order in your shop is {shopMedian}.',
    'small-spender': 'Spends only {orderValue} an order; the usual order in your shop is {shopMedian}.',
    unknown: 'There is a reason without a description yet ({code}).',
  },
  segments: {
    leaving: 'Slipping away',
    'vip-at-risk': 'VIP at risk',
    lost: 'Unlikely to return',
    loyal: 'Loyal',
    'potential-whale': 'High potential',
    standard: 'Standard',
    unknown: '{code}',
  },
} as const;
