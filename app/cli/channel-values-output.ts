import type { ChannelValue } from '~/services/value-orders-file';
import { csvCell } from './csv-cell';
import type { Language } from './language';

/** One row a channel under a header: what `timon budget --values` reads. */
export function channelValuesLines(values: readonly ChannelValue[]): readonly string[] {
  return [
    'channel,customers,multiplier,low,high,log_mean,log_sd',
    ...values.map(({ channel, customers, multiplier: { mean, low, high }, logMean, logSd }) =>
      [channel, customers, mean, low, high, logMean, logSd].map(csvCell).join(','),
    ),
  ];
}

/** Why there are no values to write, in one sentence. */
export function noChannelValues(values: readonly ChannelValue[] | null, language: Language): string {
  return WORDS[language][values === null ? 'noColumn' : 'noCustomers'];
}

const WORDS = {
  en: {
    noColumn: 'the file has no column "channel": add what brought each customer to the first order.',
    noCustomers: 'no customer with a known channel was watched long enough.',
  },
  es: {
    noColumn: 'el fichero no tiene la columna "channel": añade qué trajo a cada cliente al primer pedido.',
    noCustomers: 'ningún cliente de canal conocido se ha observado el tiempo suficiente.',
  },
} as const;
