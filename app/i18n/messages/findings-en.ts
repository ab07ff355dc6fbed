/** Findings of the dashboard's feed, by their code. */
export const findingsEn = {
  'at-risk-rose':
    'Money at risk has risen: {days, number, whole} days ago it was between {beforeLow} and {beforeHigh}, today it is between {low} and {high}.',
  'at-risk-fell':
    'Money at risk has fallen: {days, number, whole} days ago it was between {beforeLow} and {beforeHigh}, today it is between {low} and {high}.',
  'vips-at-risk':
    '{customers, plural, one {# of your best customers has} other {{customers, number, whole} of your best customers have}} fallen silent: between {low} and {high} of your next 12 months.',
  'promising-customers':
    '{customers, plural, one {# promising customer} other {{customers, number, whole} promising customers}} will most likely bring between {low} and {high} in 12 months: look after them while they form their habit.',
  'margin-estimated':
    'Rescues are calculated with an estimated margin of {share}. With yours, discounts fit your store better.',
  'rescue-paid':
    'Rescue {number, number} probably paid ({chance}): between {low} and {high} of margin more than if nobody had been written to.',
  'rescue-did-not-pay':
    'Rescue {number, number} probably did not pay (chance that it did: {chance}): between {low} and {high} of margin against leaving everybody alone. The next recommendation counts on it.',
  unknown: 'There is news that has no description yet ({code}).',
} as const;
