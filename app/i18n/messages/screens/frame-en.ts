export const frameEn = {
  nav: {
    dashboard: 'Dashboard',
    customers: 'Customers',
    rescues: 'Rescues',
    marketing: 'Marketing',
    simulator: 'Simulator',
    connections: 'Connections',
  },
  moment: {
    today: 'today, {time}',
    yesterday: 'yesterday, {time}',
    tomorrow: 'tomorrow, {time}',
    other: '{date}, {time}',
  },
  range: {
    between: 'between {low} and {high}',
    exact: 'the whole range: {low}',
    likely: 'Most likely between {low} and {high}, {times} times in {of}.',
    chart: '{mean}; most likely between {low} and {high}, {times} times in {of}.',
  },
  failure: {
    title: 'This page could not be shown',
    effect: 'Your data and your numbers are safe: nothing was changed.',
    notFoundTitle: 'This page does not exist',
    notFoundEffect: 'The address may be old or mistyped.',
    deniedTitle: 'Your session has expired',
    deniedEffect: 'Shopify asks to confirm who you are before showing the numbers.',
    retry: 'Try again',
    home: 'Go to the dashboard',
    reference: 'Code {status}',
  },
  landing: {
    title: 'Know which customers are leaving, and what that is worth',
    body: 'Timón reads your Shopify orders and says each day how much money is at risk, with which customers, and how sure it is.',
    open: 'Timón works inside Shopify admin: open your store, then Apps, then Timón.',
    button: 'Go to Shopify admin',
  },
} as const;
