import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRng, nextFloat } from '~/engine/numeric/rng';
import { isoDay } from '~/domain/iso-day';
import { simulateShop } from '~/engine/simulate/simulate-shop';
import { startProduct, type Product } from '../support/product';
import { productRescues, type ProductRescues } from '../support/product-rescues';
import { queryAsOwner } from '../support/table-contents';

const DOMAIN = 'rescue.myshopify.com';
const DAY_MS = 86_400_000;
const END = isoDay('2026-03-01');
const shop = simulateShop({ seed: 11, endDay: END, months: 24, customers: 2_000 });

let product: Product;
let shopId: string;
let rescues: ProductRescues;
beforeAll(async () => {
  product = await startProduct({
    shops: [{ domain: DOMAIN, data: shop }],
    now: '2026-03-02T03:00:00Z',
    clockStands: true,
  });
  await product.startWorker();
  ({ shopId } = await product.sync(DOMAIN));
  rescues = productRescues(product.timon, shopId);
});
afterAll(() => product.close());

describe('a rescue', () => {
  let id: string;

  it('is recommended with its money before anybody asks', async () => {
    const view = await product.timon.readDashboard(shopId);
    if (view.state !== 'ready') throw new Error('no dashboard');
    expect(view.decision).toMatchObject({ kind: 'rescue' });
    expect(view.rescue?.customers).toBeGreaterThan(50);
    expect(view.rescue?.gain.low).toBeLessThan(view.rescue?.gain.mean ?? 0);
    const gains = view.atRisk.map(({ rescueGain }) => rescueGain ?? -1);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });

  it('is one rescue, however often it is begun', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => rescues.open()));
    expect(new Set(ids).size).toBe(1);
    id = ids[0] ?? '';
  });

  it('leaves out who has not agreed, as Shopify says it', async () => {
    const view = await rescues.settled(id);
    expect(view.status).toBe('ready');
    expect(view.members.length).toBe(view.plan?.customers);
    for (const { customerId } of view.members) {
      const number = Number(customerId);
      // The stand-in's rule: seven in ten agree to e-mail and all but one in 29 have one; three in eleven to WhatsApp.
      const mail = number % 29 !== 28 && number % 10 < 7;
      const whatsApp = number % 3 !== 2 && number % 11 < 3;
      expect([customerId, mail || whatsApp]).toEqual([customerId, true]);
    }
    const noConsent = view.plan?.excluded.find(({ reason }) => reason === 'no-consent');
    expect(noConsent?.customers).toBeGreaterThan(0);
  });

  it('is planned anew without whom the merchant takes out, and with them again', async () => {
    const [first] = (await rescues.known(id)).members;
    const customerId = first?.customerId ?? '';
    const before = (await rescues.known(id)).plan;
    expect(await product.timon.rescue.revise(shopId, id, { customerId, member: false })).toBe(true);
    const without = await rescues.known(id);
    expect(without.members.find((member) => member.customerId === customerId)?.removed).toBe(true);
    expect(without.plan?.gain.mean).toBeLessThan(before?.gain.mean ?? 0);
    expect(await product.timon.rescue.revise(shopId, id, { customerId, member: true })).toBe(true);
    expect((await rescues.known(id)).plan?.gain.mean).toBeCloseTo(before?.gain.mean ?? 0, 8);
  });

  it('is created once, with the hold-out stored before Shopify hears of anybody', async () => {
    product.standin.faults.add({ kind: 'status', on: 'graphql', status: 503, times: 1 });
    const answers = await Promise.all(
      [1, 2].map(() => product.timon.rescue.confirm(shopId, id, 'merchant:1')),
    );
    expect(answers).toEqual([{ status: 'confirmed' }, { status: 'confirmed' }]);
    const drawn = await rescues.known(id);
    expect(drawn.holdOut).toMatchObject({ status: 'assigned' });
    const view = await rescues.settled(id);
    expect(view.status).toBe('active');
    const heldOut = new Set(
      view.members.filter(({ arm }) => arm === 'held-out').map(({ customerId }) => customerId),
    );
    expect(heldOut.size).toBeGreaterThanOrEqual(15);
    expect(new Set(drawn.members.filter(({ arm }) => arm === 'held-out').map((m) => m.customerId))).toEqual(
      heldOut,
    );
    const codes = product.standin.codes(DOMAIN);
    expect(codes.map(({ code }) => code).sort()).toEqual(view.codes.map(({ code }) => code).sort());
    const inCodes = codes.flatMap(({ customerIds }) =>
      customerIds === 'all' ? [] : customerIds.map(String),
    );
    expect(new Set(inCodes).size).toBe(inCodes.length);
    const withDiscount = view.members.filter(({ arm, discount }) => arm === 'contacted' && discount > 0);
    expect(inCodes.sort()).toEqual(withDiscount.map(({ customerId }) => customerId).sort());
    for (const code of codes) {
      const ours = view.codes.find((one) => one.code === code.code);
      expect(code).toMatchObject({
        ...{ combines: false, appliesOncePerCustomer: true, status: 'ACTIVE' },
        percentage: (ours?.percent ?? 0) / 100,
        usageLimit: ours?.customers,
        tags: [expect.stringContaining(`timon-rescue-${id}-`)],
      });
      expect(Number(code.minimumSubtotal)).toBe(ours?.minimumBasket);
      // 30 days of the shop's own zone, to the last second.
      expect(code.endsAt).toBe('2026-04-01T21:59:59Z');
    }
  });

  it('is what to do next until somebody is written to, and what is recommended after it is somebody else', async () => {
    const { holdOut, windowsEndOn } = await rescues.known(id);
    const contacted = holdOut?.status === 'assigned' ? holdOut.contacted : 0;
    const before = await product.timon.readDashboard(shopId);
    if (before.state !== 'ready' || before.decision.kind !== 'send-rescue')
      throw new Error('nothing to send');
    expect(before.decision).toMatchObject({ campaignId: id, customers: contacted, until: '2026-04-01' });
    expect(before.decision.until < (windowsEndOn ?? '')).toBe(true);
    await product.quiet();
    const members = new Set((await rescues.known(id)).members.map(({ customerId }) => customerId));
    const after = await product.timon.readDashboard(shopId);
    if (after.state !== 'ready') throw new Error('no dashboard');
    const recoverable = after.atRisk.filter(({ rescueGain }) => rescueGain !== null && rescueGain > 0);
    expect(recoverable.filter(({ customerId }) => members.has(customerId))).toEqual([]);
  });

  it('keeps its customers out of the next one', async () => {
    await product.recalculate({ shopId });
    const other = await rescues.settled(await rescues.open());
    expect(other.id).not.toBe(id);
    const first = new Set((await rescues.known(id)).members.map(({ customerId }) => customerId));
    expect(other.members.filter(({ customerId }) => first.has(customerId))).toEqual([]);
    expect(other.plan?.excluded.find(({ reason }) => reason === 'recent-rescue')?.customers).toBe(first.size);
    expect(await product.timon.rescue.discard(shopId, other.id)).toBe(true);
    expect(await product.timon.rescue.confirm(shopId, other.id, 'merchant:1')).toEqual({
      status: 'not-ready',
    });
  });

  it('says "too early" with what it waits for while windows are open', async () => {
    product.passTime(5 * DAY_MS);
    await product.recalculate({ shopId });
    const { outcome } = await rescues.known(id);
    expect(outcome).toMatchObject({ verdict: { code: 'too-early' }, buyersContacted: 0, codeUsers: 0 });
    expect(outcome?.daysLeft).toBeGreaterThan(20);
  });

  it('is measured by orders with the code and without, against the hold-out', async () => {
    const view = await rescues.known(id);
    const rng = createRng(5);
    let withCode = 0;
    const bought = { contacted: 0, 'held-out': 0 };
    const codeOf = (tier: string): string | null =>
      view.codes.find((code) => code.tier === tier)?.code ?? null;
    for (const { customerId, arm, tier, orderValue } of view.members) {
      if (arm === null || nextFloat(rng) > (arm === 'contacted' ? 0.5 : 0.15)) continue;
      bought[arm] += 1;
      const uses = arm === 'contacted' && nextFloat(rng) < 0.7 ? codeOf(tier) : null;
      const basket = { customerId: Number(customerId), subtotal: Math.max(60, orderValue).toFixed(2) };
      const checkout = await product.standin.placeOrder(DOMAIN, { ...basket, code: uses });
      const accepted = checkout.accepted ? checkout : await product.standin.placeOrder(DOMAIN, basket);
      expect(accepted.accepted).toBe(true);
      if (checkout.accepted && uses !== null) withCode += 1;
    }
    product.passTime(90 * DAY_MS);
    await product.recalculate({ shopId });
    const { outcome } = await rescues.known(id);
    expect(outcome).toMatchObject({
      daysLeft: 0,
      ...{ buyersContacted: bought.contacted, buyersHeldOut: bought['held-out'], codeUsers: withCode },
      verdict: { code: 'probably-paid' },
    });
    const shares =
      bought.contacted / (outcome?.contacted ?? 0) - bought['held-out'] / (outcome?.heldOut ?? 0);
    // Adjusted for what was expected of each customer: near the plain difference, not equal to it.
    expect(outcome?.measured?.extraReturns.mean).toBeCloseTo(shares, 1);
    expect(outcome?.measured?.chancePaid).toBeGreaterThan(0.8);
    const dashboard = await product.timon.readDashboard(shopId);
    expect(dashboard).toMatchObject({ rescued: { campaigns: 1 }, rescue: { learnedFrom: { campaigns: 1 } } });
    // Its codes have run out: it is too late to send it.
    expect(dashboard).not.toMatchObject({ decision: { kind: 'send-rescue' } });
  });

  it('is given up when nobody has said yes for a week, and its customers are forgotten', async () => {
    const draft = await rescues.settled(await rescues.open());
    expect(draft.members.length).toBeGreaterThan(0);
    product.passTime(8 * DAY_MS);
    await product.recalculate({ shopId });
    expect(await rescues.known(draft.id)).toMatchObject({ status: 'discarded', members: [] });
    expect((await rescues.known(id)).members.length).toBeGreaterThan(0);
  });

  it('leaves a trail of who did what', async () => {
    const rows = await queryAsOwner(
      product.database.ownerUrl,
      `SELECT action, actor FROM audit_log WHERE shop_id = $1 AND action LIKE 'rescue.%' ORDER BY id`,
      [shopId],
    );
    expect(rows).toEqual([{ action: 'rescue.create', actor: 'merchant:1' }]);
  });
});
