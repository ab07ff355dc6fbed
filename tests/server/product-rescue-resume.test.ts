import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { QueueUnavailableError } from '~/jobs/queue';
import { createTimon, type Timon } from '~/timon.server';
import { loader } from '../../app/routes/app.rescues_.$id/route';
import { eventually, startProduct, type Product } from '../support/product';
import { productRescues, type KnownRescue, type ProductRescues } from '../support/product-rescues';

const DOMAIN = 'rescue-resume.myshopify.com';
const shop = simulateShop({ seed: 14, endDay: isoDay('2026-03-01'), months: 24, customers: 1_000 });
const MERCHANT = 'merchant:1';

let product: Product;
let shopId: string;
let rescues: ProductRescues;
/** A web process whose queue is away, which to what is stored is the same as one that dies before it has queued. */
let cutOff: Timon;
beforeAll(async () => {
  product = await startProduct({
    shops: [{ domain: DOMAIN, data: shop }],
    now: '2026-03-02T03:00:00Z',
    clockStands: true,
  });
  await product.startWorker();
  ({ shopId } = await product.sync(DOMAIN));
  rescues = productRescues(product.timon, shopId);
  const enqueue = (): Promise<never> => Promise.reject(new QueueUnavailableError(new Error('away')));
  const { queue, services } = product.web;
  cutOff = createTimon({ ...product.web, services: { ...services, queue: { ...queue, enqueue } } });
});
afterAll(() => product.close());

/** What the page asks for each time it looks. */
async function look(id: string): Promise<void> {
  const request = new Request(`https://timon.example/app/rescues/${id}`, {
    headers: { Authorization: `Bearer ${product.standin.mintSessionToken(DOMAIN)}` },
  });
  const context = { timon: product.timon } as Parameters<typeof loader>[0]['context'];
  const answer = await loader({ request, params: { id }, context });
  expect(answer.status).toBe(200);
}

describe('a rescue whose job was never queued', () => {
  let id: string;

  it('says why it waits, and is planned once somebody looks at it', async () => {
    id = await productRescues(cutOff, shopId).open();
    await product.quiet();
    expect(await rescues.known(id)).toMatchObject({ status: 'checking', errorCode: 'queue-unavailable' });
    await look(id);
    expect((await rescues.until(id, 'ready')).errorCode).toBeNull();
  });

  it('keeps the draw that was stored, and is made by the next pass though nobody looks', async () => {
    expect(await cutOff.rescue.confirm(shopId, id, MERCHANT)).toEqual({ status: 'confirmed' });
    await product.quiet();
    const drawn = await rescues.known(id);
    expect(drawn).toMatchObject({ status: 'creating', errorCode: 'queue-unavailable' });
    expect(product.standin.codes(DOMAIN)).toEqual([]);
    await product.recalculate({ shopId });
    const made = await rescues.until(id, 'active');
    const arms = (view: KnownRescue) => view.members.map(({ customerId, arm }) => [customerId, arm]);
    expect(arms(made)).toEqual(arms(drawn));
    expect(product.standin.codes(DOMAIN).length).toBe(made.codes.length);
  });

  it('is taken back once somebody looks at it', async () => {
    expect(await cutOff.rescue.undo(shopId, id, MERCHANT)).toBe(true);
    await product.quiet();
    expect((await rescues.known(id)).status).toBe('undoing');
    // Twice, as a page that looks each second: the second finds the job of the first, or a rescue that is done.
    await Promise.all([look(id), look(id)]);
    await rescues.until(id, 'undone');
    await product.quiet();
    const states = product.standin.codes(DOMAIN).map(({ status }) => status);
    expect(new Set(states)).toEqual(new Set(['EXPIRED']));
  });
});

describe('a rescue that Shopify does not let us take back', () => {
  it('goes on as it is, says why, and can be undone again', async () => {
    const id = await rescues.open();
    await rescues.until(id, 'ready');
    await product.timon.rescue.confirm(shopId, id, MERCHANT);
    await rescues.until(id, 'active');
    product.standin.faults.add({
      ...{ kind: 'status', on: 'graphql', shop: DOMAIN, status: 403, times: 1, operation: 'CodeDeactivate' },
    });
    expect(await product.timon.rescue.undo(shopId, id, MERCHANT)).toBe(true);
    const refused = await eventually('the rescue says that it could not be undone', async () => {
      const view = await rescues.known(id);
      return view.status === 'active' && view.errorCode !== null ? view : undefined;
    });
    expect(refused.errorCode).toBe('forbidden');
    expect(await product.timon.rescue.undo(shopId, id, MERCHANT)).toBe(true);
    expect((await rescues.until(id, 'undone')).errorCode).toBeNull();
  });
});
