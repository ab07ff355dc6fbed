import { openWorker } from '~/start-worker.server';
import { fetchVia } from '../tests/standins/shopify/fetch-via';
import { endWithParent, readBrief } from './child';
import { stopUnusedPostgres } from './last-out';
import { DEMO_SHOP } from './settings';

/** The real worker, with the stand-in at the other end of its way out. */
const setup = readBrief();
const standinFetch = fetchVia({ url: setup.standinUrl, shops: [DEMO_SHOP] });
const worker = await openWorker({
  env: setup.env,
  clock: setup.clock,
  fetch: standinFetch,
  graceMs: 5_000,
});
endWithParent(
  () => worker.close(),
  () => stopUnusedPostgres(setup.dataDir),
);
process.send?.({ ready: true });
