import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import type { StoredOutcome } from '~/services/rescues/stored-rescue';
import { redactCustomer } from '../../app/data/privacy/redact-customer';
import { eventually, startProduct, type Product } from '../support/product';
import { productRescues, type ProductRescues } from '../support/product-rescues';
import { queryAsOwner } from '../support/table-contents';

const DOMAIN = 'rescue-faults.myshopify.com';
const PER_CODE = 60;
const shop = simulateShop({ seed: 12, endDay: isoDay('2026-03-01'), months: 24, customers: 2_000 });

let product: Product;
let shopId: string;
let rescues: ProductRescues;
beforeAll(async () => {
  product = await startProduct({
    // Shopify's help centre knows such a limit: a rescue must be made all the same.
    shops: [{ domain: DOMAIN, data: shop, customersPerCode: PER_CODE }],
    now: '2026-03-02T03:00:00Z',
    clockStands: true,
  });
  const worker = await product.startWorker();
  ({ shopId } = await product.sync(DOMAIN));
  rescues = productRescues(product.timon, shopId);
  await worker.close();
});
afterAll(() => product.close());

describe('a rescue whose worker dies', () => {
  let id: string;

  it('is planned by another worker', async () => {
    id = await rescues.open();
    const { faults } = product.standin;
    faults.add({ kind: 'hang', on: 'graphql', shop: DOMAIN });
    const first = await product.spawnWorker();
    await eventually('the worker waits for Shopify', () => Promise.resolve(faults.size === 0 || undefined));
    await first.kill();
    expect((await rescues.known(id)).status).toBe('checking');
    const second = await product.spawnWorker();
    const view = await rescues.until(id, 'ready');
    expect(view.plan?.customers).toBeGreaterThan(2 * PER_CODE);
    await second.kill();
  });

  it('has every customer in one code and no code twice, though Shopify takes few into one', async () => {
    expect(await product.timon.rescue.confirm(shopId, id, 'merchant:1')).toEqual({ status: 'confirmed' });
    const { faults } = product.standin;
    const hang = { kind: 'hang', on: 'graphql', shop: DOMAIN, operation: 'CodeUpdate' } as const;
    faults.add(hang);
    const first = await product.spawnWorker();
    await eventually('the worker is in the middle of a code', () =>
      Promise.resolve(faults.size === 0 || undefined),
    );
    await first.kill();
    const second = await product.spawnWorker();
    const view = await rescues.until(id, 'active');
    await second.kill();
    const codes = product.standin.codes(DOMAIN);
    expect(codes.map(({ code }) => code).sort()).toEqual(view.codes.map(({ code }) => code).sort());
    for (const { customerIds } of codes) expect(customerIds.length).toBeLessThanOrEqual(PER_CODE);
    const inCodes = codes.flatMap(({ customerIds }) =>
      customerIds === 'all' ? ['all'] : customerIds.map(String),
    );
    const meant = view.members.filter(({ arm, discount }) => arm === 'contacted' && discount > 0);
    expect(inCodes.sort()).toEqual(meant.map(({ customerId }) => customerId).sort());
    expect(view.codes.map(({ customers }) => customers).reduce((a, b) => a + b, 0)).toBe(meant.length);
  });

  it('forgets a customer who is erased, and goes on without them', async () => {
    const [gone] = (await rescues.known(id)).members;
    const customerId = gone?.customerId ?? '';
    const erased = await redactCustomer(product.web.db, shopId, { customerId }, product.clock.now());
    expect(erased.rescueMembers).toBe(1);
    expect((await rescues.known(id)).members.map((member) => member.customerId)).not.toContain(customerId);
  });

  it('is undone to the last code by another worker', async () => {
    expect(await product.timon.rescue.undo(shopId, id, 'merchant:1')).toBe(true);
    expect(await product.timon.rescue.undo(shopId, id, 'merchant:1')).toBe(false);
    const { faults } = product.standin;
    faults.add({ kind: 'hang', on: 'graphql', shop: DOMAIN, operation: 'CodeDeactivate' });
    const first = await product.spawnWorker();
    await eventually('the worker is taking codes back', () =>
      Promise.resolve(faults.size === 0 || undefined),
    );
    await first.kill();
    const second = await product.spawnWorker();
    await rescues.until(id, 'undone');
    await second.kill();
    const codes = product.standin.codes(DOMAIN);
    expect(codes.map(({ status }) => status)).toEqual(codes.map(() => 'EXPIRED'));
  });
});

describe('two rescues that hardly paid', () => {
  const failure = (): StoredOutcome => ({
    ...{ daysLeft: 0, contacted: 80, heldOut: 20, buyersContacted: 8, buyersHeldOut: 4, codeUsers: 3 },
    ...{ baseline: 0.2, offeredDiscount: true, verdict: { code: 'did-not-pay', chancePaid: 0.1 }, cells: [] },
    measured: {
      extraReturns: { mean: -0.1, low: -0.2, high: 0, level: 0.8 },
      margin: { mean: -1, low: -2, high: 0, level: 0.8 },
      worth: { mean: -2, low: -3, high: -1, level: 0.8 },
      rescued: { mean: -160, low: -240, high: -80, level: 0.8 },
      ...{ chanceEarned: 0.1, chancePaid: 0.1 },
    },
  });

  it('stop discounts until the merchant wants to try again', async () => {
    for (const number of [101, 102]) {
      await queryAsOwner(
        product.database.ownerUrl,
        `INSERT INTO rescue_campaign (id, shop_id, number, status, selection, pipeline_run_id, analysis_day, language,
           salt, created_by, created_at, confirmed_at, windows_end_at, closed_at, measured_at, outcome)
         VALUES (gen_random_uuid(), $1, $2, 'active', '{"kind":"recommended"}', gen_random_uuid(), '2025-10-01', 'es',
           's', 'merchant:1', '2025-10-01', '2025-10-01', '2025-11-01', '2025-12-01', '2025-12-01', $3)`,
        [shopId, number, JSON.stringify(failure())],
      );
    }
    await product.startWorker();
    await product.recalculate({ shopId });
    const stopped = await product.timon.readRescues(shopId);
    if (stopped.state !== 'ready') throw new Error('no rescues');
    expect(stopped.outlook?.limit).toBe('no-discount');
    expect(stopped.outlook?.tiers.map(({ discount }) => discount)).toEqual(
      stopped.outlook?.tiers.map(() => 0),
    );
    expect(stopped.rescued).toMatchObject({ campaigns: 2, total: { mean: -320 } });
    await product.timon.rescue.liftStop(shopId, 'merchant:1');
    const lifted = await eventually('the recommendation is made anew', async () => {
      const view = await product.timon.readRescues(shopId);
      return view.state === 'ready' && view.outlook?.limit === 'none' ? view.outlook : undefined;
    });
    expect(lifted.tiers.some(({ discount }) => discount > 0)).toBe(true);
  });
});
