export const exportsEn = {
  exports: {
    button: 'Export',
    format: {
      csv: { name: 'Spreadsheet (CSV)', help: 'The numbers on screen, with their range, day and method' },
      klaviyo: { name: 'Klaviyo', help: 'Profiles to import; only those who accept email' },
      whatsapp: { name: 'WhatsApp', help: 'Phone and a personal message; only those who accept WhatsApp' },
    },
    busy: 'Preparing the file: contacts are read from Shopify in this moment and are not stored.',
    done: '{rows, plural, one {File downloaded with # customer.} other {File downloaded with {rows, number, whole} customers.}}',
    leftOut: {
      'no-consent':
        '{count, plural, one {One has not given permission for this channel.} other {{count, number, whole} have not given permission for this channel.}}',
      'held-out':
        '{count, plural, one {One is left alone on purpose, so that a rescue can be measured.} other {{count, number, whole} are left alone on purpose, so that a rescue can be measured.}}',
      'no-address':
        '{count, plural, one {One has no address or phone that can be used.} other {{count, number, whole} have no address or phone that can be used.}}',
      gone: '{count, plural, one {One is no longer in Shopify.} other {{count, number, whole} are no longer in Shopify.}}',
      'over-limit':
        '{count, plural, one {One more did not fit: a file holds {limit, number, whole} customers at most. Narrow the filter to reach it.} other {{count, number, whole} more did not fit: a file holds {limit, number, whole} customers at most. Narrow the filter to reach them.}}',
    },
    error: {
      nobody: 'There is no file, because nobody would be in it.',
      'no-forecast': 'There is nothing to export yet: your store’s first analysis has not finished.',
      'unknown-rescue': 'This rescue no longer exists. Go back to the list of rescues.',
      'rescue-not-active':
        'Only a running rescue can be exported, and this one is not running. Look at its state on this page.',
      'rescue-over':
        'The codes of this rescue can no longer be used, so there is nothing to send. Create a new rescue.',
      'not-allowed':
        'Shopify does not let this app read names, emails and phones. Whoever manages the store can allow it in the app’s permissions.',
      unavailable: 'Shopify is not answering right now. Nothing was downloaded; try again in a few minutes.',
      connection: 'The connection was cut off. Nothing was downloaded; try again.',
      failed:
        'The file could not be prepared ({code}). Nothing was downloaded; try again, and if it goes on, write to us with that code.',
    },
  },
} as const;
