/**
 * The product's worker in a process of its own, on a stand-in of Shopify, to be killed by a test.
 * Started with {@link ProductWorkerOrders} as JSON in its first argument.
 */
import { parseEnv } from '../../app/env.server';
import { openWorker } from '../../app/start-worker.server';
import type { StallPolicy } from '../../app/jobs/drivers/stall-policy';
import { fetchVia } from '../standins/shopify/fetch-via';

export interface ProductWorkerOrders {
  readonly env: Readonly<Record<string, string>>;
  readonly standin: { readonly url: string; readonly shops: readonly string[] };
  /** How far the shops' clock is ahead of this machine's. */
  readonly clockAheadMs: number;
  readonly stalls: StallPolicy;
}

const orders = JSON.parse(process.argv[2] ?? '') as ProductWorkerOrders;
await openWorker({
  env: parseEnv(orders.env),
  clock: { now: () => new Date(Date.now() + orders.clockAheadMs) },
  fetch: fetchVia(orders.standin),
  graceMs: 0,
  times: { stalls: orders.stalls },
});
process.send?.('ready');
// Without its parent it would take jobs for ever.
process.on('disconnect', () => process.exit(0));
