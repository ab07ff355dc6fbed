import type { LogNormal } from '~/domain/log-normal';
import type { CodedFault } from '../csv/fault';
import type { InvalidCsv } from '../csv/fault-list';
import type { TableFaultCode } from '../csv/read-table';
import type { NumberFaultCode } from '../csv/parse-number';

export type ChannelValuesFaultCode =
  | TableFaultCode
  | NumberFaultCode
  | 'missing-column'
  | 'repeated-column'
  | 'missing-channel'
  | 'repeated-channel'
  | 'not-positive'
  /** Not low <= multiplier <= high. */
  | 'not-ascending'
  /** `log_mean` and `log_sd` say something else than the columns before them. */
  | 'logs-differ';

export type ChannelValuesFault = CodedFault<ChannelValuesFaultCode>;

/** What a unit of first-order revenue of the channel's new customers is worth in twelve months. */
export interface ChannelValueRow extends LogNormal {
  /** `*` stands for all channels that are not named. */
  readonly channel: string;
}

export type ChannelValuesCsvResult =
  { readonly status: 'ok'; readonly values: readonly ChannelValueRow[] } | InvalidCsv<ChannelValuesFault>;
