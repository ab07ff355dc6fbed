import type { CustomerRecordView } from '~/services/views/customer-record-view';

type ReadyRecord = Extract<CustomerRecordView, { state: 'ready' }>;

/** What the record advises: win back, look after, let go, or nothing; `rules` while there is no forecast. */
export type Advice = 'act' | 'keep' | 'let-go' | 'calm' | 'rules';

/**
 * Those on their way out come first, then the segment speaks: a regular who has fallen silent is worth a letter,
 * whatever group they were in.
 */
export function adviceFor({
  forecast,
  leaving,
  segment,
}: Pick<ReadyRecord, 'forecast' | 'leaving' | 'segment'>): Advice {
  if (!forecast) return 'rules';
  if (leaving || segment === 'vip-at-risk') return 'act';
  if (segment === 'lost') return 'let-go';
  return segment === 'loyal' || segment === 'potential-whale' ? 'keep' : 'calm';
}
