import { isAtWork, type RescueStatus } from '../../app/domain/rescue-status';
import type { RescueSelection } from '../../app/services/rescues/open-rescue';
import type { RescueView } from '../../app/services/views/rescue-view';
import type { Timon } from '../../app/timon.server';
import { eventually } from './product';

export type KnownRescue = Extract<RescueView, { state: 'known' }>;

/** The rescues of one shop, as a merchant follows them. */
export interface ProductRescues {
  /** @returns the id of the rescue */
  open(selection?: RescueSelection): Promise<string>;
  known(id: string): Promise<KnownRescue>;
  until(id: string, status: RescueStatus): Promise<KnownRescue>;
  /** Waits until no job is at the rescue any more. */
  settled(id: string): Promise<KnownRescue>;
}

export function productRescues(timon: Timon, shopId: string): ProductRescues {
  const rescues: ProductRescues = {
    async open(selection = { kind: 'recommended' }) {
      const opened = await timon.openRescue(shopId, selection, { actor: 'merchant:1', language: 'es' });
      if (opened.status !== 'opened') throw new Error(opened.status);
      return opened.campaignId;
    },
    async known(id) {
      const view = await timon.readRescue(shopId, id);
      if (view.state !== 'known') throw new Error(`rescue ${id} is unknown`);
      return view;
    },
    until: (id, status) =>
      eventually(`the rescue is ${status}`, async () => {
        const view = await rescues.known(id);
        return view.status === status ? view : undefined;
      }),
    settled: (id) =>
      eventually('the rescue has settled', async () => {
        const view = await rescues.known(id);
        return isAtWork(view.status) ? undefined : view;
      }),
  };
  return rescues;
}
