import { afterEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '~/connectors/contract';
import { createRescueCode } from '~/connectors/shopify/create-rescue-code';
import { deactivateRescueCode } from '~/connectors/shopify/deactivate-rescue-code';
import { fetchVia } from '../standins/shopify/fetch-via';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { asMade, ids, numbers, offer, sentTo, shopOf } from './rescue-code-fixtures';
import { connect, SHOP, startStandin } from './shopify-fixtures';

let standin: ShopifyStandin;
afterEach(() => standin.close());

const sent = () => sentTo(standin);

/** A code of the merchant's own, or of another app's. */
function makeForeignCode(code: string, tags: readonly string[]): void {
  const { userErrors } = standin.shop(SHOP).discounts.create({
    basicCodeDiscount: {
      code,
      title: 'Summer',
      tags,
      startsAt: '2024-06-01T00:00:00Z',
      customerGets: { value: { percentage: 0.2 }, items: { all: true } },
      context: { all: 'ALL' },
    },
  });
  expect(userErrors).toEqual([]);
}

async function failureOf(run: Promise<unknown>): Promise<ConnectorError> {
  try {
    await run;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error('did not fail');
}

describe('a rescue code for 620 customers', () => {
  it('is one code with these terms and these customers, made in lists of at most 250', async () => {
    standin = await startStandin({ data: shopOf(700) });
    const { client } = await connect(standin);
    const outcome = await createRescueCode(client, offer);
    expect(standin.codes(SHOP)).toMatchObject([asMade]);
    const id = String(standin.codes(SHOP)[0]?.id);
    expect(outcome).toEqual({ status: 'ready', id, resumed: false, missingIds: [] });
    expect(sent()).toEqual(['CodeByText', 'CodeCreate', 'CodeUpdate', 'CodeUpdate']);
  });

  it.each(['CodeCreate', 'CodeUpdate'])(
    'has all of its customers after the worker died right after the first %s and the job ran again',
    async (last) => {
      standin = await startStandin({ data: shopOf(700) });
      const stop = new AbortController();
      const { client: dying } = await connect(standin, {
        observe: ({ operation }) => {
          if (operation === last) stop.abort(new Error('killed'));
        },
      });
      await expect(createRescueCode(dying, offer, stop.signal)).rejects.toThrow('killed');
      const [half] = standin.codes(SHOP);
      expect(half?.customerIds).toHaveLength(last === 'CodeCreate' ? 250 : 500);
      const { client } = await connect(standin);
      expect(await createRescueCode(client, offer)).toEqual({
        status: 'ready',
        id: String(half?.id),
        resumed: true,
        missingIds: [],
      });
      expect(standin.codes(SHOP)).toMatchObject([asMade]);
    },
  );

  it('is one code when two calls run at the same time', async () => {
    standin = await startStandin({ data: shopOf(700) });
    // Nobody goes on before both were told that there is no such code yet.
    let looked = 0;
    let release = (): void => undefined;
    const bothLooked = new Promise<void>((resolve) => (release = resolve));
    const inStep: typeof fetch = async (input, init) => {
      const response = await fetchVia(standin)(input, init);
      looked += 1;
      if (looked === 2) release();
      await bothLooked;
      return response;
    };
    const { client: one } = await connect(standin, { fetch: inStep });
    const { client: two } = await connect(standin, { fetch: inStep });
    const outcomes = await Promise.all([createRescueCode(one, offer), createRescueCode(two, offer)]);
    const [made] = standin.codes(SHOP);
    expect(standin.codes(SHOP)).toHaveLength(1);
    // Two hands put the customers in: in whatever order, each of them once.
    const sorted = made?.customerIds === 'all' ? [] : [...(made?.customerIds ?? [])].sort((a, b) => a - b);
    expect({ ...made, customerIds: sorted }).toMatchObject(asMade);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'ready', id: String(made?.id) });
    // The slower one was told that the code is taken, looked again, and found it to be its own.
    expect(sent().filter((name) => name === 'CodeCreate')).toHaveLength(2);
    expect(outcomes.map((outcome) => outcome.status === 'ready' && outcome.resumed).sort()).toEqual([
      false,
      true,
    ]);
  });

  it('is one code when it is asked for again, and nothing is sent but the question', async () => {
    standin = await startStandin({ data: shopOf(700) });
    const { client } = await connect(standin);
    await createRescueCode(client, offer);
    standin.requests.clear();
    expect(await createRescueCode(client, offer)).toMatchObject({ status: 'ready', resumed: true });
    expect(sent()).toEqual(['CodeByText']);
    expect(standin.codes(SHOP)).toMatchObject([asMade]);
  });

  it('is one code when the answer to its making is lost on the way', async () => {
    standin = await startStandin({ data: shopOf(700) });
    let cut = 0;
    const whole = fetchVia(standin);
    const { client } = await connect(standin, {
      fetch: async (input, init) => {
        const response = await whole(input, init);
        const asked = typeof init?.body === 'string' && init.body.includes('mutation CodeCreate');
        if (!asked || cut > 0) return response;
        cut += 1;
        throw new TypeError('terminated');
      },
    });
    expect(await createRescueCode(client, offer)).toMatchObject({ status: 'ready', resumed: true });
    expect(cut).toBe(1);
    expect(standin.codes(SHOP)).toMatchObject([asMade]);
  });

  it('is made anew when the merchant deletes it before it is whole', async () => {
    standin = await startStandin({ data: shopOf(700) });
    let deleted = 0;
    const { client } = await connect(standin, {
      observe: ({ operation }) => {
        if (operation !== 'CodeCreate' || deleted > 0) return;
        standin.shop(SHOP).discounts.remove(offer.code);
        deleted += 1;
      },
    });
    expect(await createRescueCode(client, offer)).toMatchObject({ status: 'ready', resumed: false });
    expect(deleted).toBe(1);
    expect(standin.codes(SHOP)).toMatchObject([asMade]);
  });

  it('is made through THROTTLED, 429, 5xx and cut connections', async () => {
    standin = await startStandin({ data: shopOf(700) });
    const { client, waits } = await connect(standin);
    standin.faults.add({ kind: 'throttled', operation: 'CodeCreate', times: 2 });
    standin.faults.add({
      kind: 'status',
      on: 'graphql',
      status: 429,
      retryAfterS: 2,
      operation: 'CodeUpdate',
    });
    standin.faults.add({ kind: 'status', on: 'graphql', status: 503, operation: 'CodeByText' });
    standin.faults.add({ kind: 'reset', on: 'graphql', operation: 'CodeUpdate' });
    expect(await createRescueCode(client, offer)).toMatchObject({ status: 'ready' });
    expect(standin.faults.size).toBe(0);
    expect(waits).toContain(2000);
    expect(standin.codes(SHOP)).toMatchObject([asMade]);
  });
});

describe('a code that cannot be had', () => {
  it.each([
    ['somebody else’s code', []],
    ['the code of another campaign', ['timon-rescue-c0-t1']],
  ])('%s stays untouched, whatever its case', async (_what, tags) => {
    standin = await startStandin({ data: shopOf(10) });
    makeForeignCode('vuelve-7k2', tags);
    const before = standin.codes(SHOP);
    const { client } = await connect(standin);
    const outcome = await createRescueCode(client, { ...offer, customerIds: ids(10) });
    expect(outcome).toEqual({ status: 'code-taken' });
    expect(standin.codes(SHOP)).toEqual(before);
  });

  it('an undone code is not opened again by a job that comes late', async () => {
    standin = await startStandin({ data: shopOf(700) });
    const { client } = await connect(standin);
    const made = await createRescueCode(client, { ...offer, customerIds: ids(300) });
    const id = made.status === 'ready' ? made.id : '';
    expect(await deactivateRescueCode(client, id)).toEqual({ status: 'deactivated' });
    expect(await createRescueCode(client, offer)).toEqual({ status: 'ended', id });
    expect(standin.codes(SHOP)).toMatchObject([{ status: 'EXPIRED', customerIds: numbers(300) }]);
  });

  it('leaves out customers that Shopify no longer knows, and names them', async () => {
    standin = await startStandin({ data: shopOf(300) });
    const { client } = await connect(standin);
    const outcome = await createRescueCode(client, { ...offer, customerIds: ids(302) });
    expect(outcome).toMatchObject({ status: 'ready', missingIds: ['301', '302'] });
    expect(standin.codes(SHOP)).toMatchObject([{ customerIds: numbers(300) }]);
  });

  it.each([
    ['nobody was chosen', []],
    ['everybody chosen is gone', ids(3, 900)],
  ])('is not made when %s: a code without customers would be everybody’s', async (_what, customerIds) => {
    standin = await startStandin({ data: shopOf(10) });
    const { client } = await connect(standin);
    expect(await createRescueCode(client, { ...offer, customerIds })).toEqual({ status: 'no-customers' });
    expect(standin.codes(SHOP)).toEqual([]);
  });

  it('says what Shopify minds about the terms', async () => {
    standin = await startStandin({ data: shopOf(10) });
    const { client } = await connect(standin);
    const endsAt = new Date('2024-12-01T00:00:00Z');
    const wrong = { ...offer, customerIds: ids(10), title: '', endsAt };
    expect(await createRescueCode(client, wrong)).toEqual({
      status: 'invalid',
      id: null,
      reasons: [
        { code: 'BLANK', field: 'basicCodeDiscount.title', message: "Title can't be blank" },
        {
          code: 'INVALID',
          field: 'basicCodeDiscount.endsAt',
          message: 'Ends at needs to be after starts_at',
        },
      ],
    });
  });

  it.each([0, -5, 101, Number.NaN])('does not ask Shopify for %d percent', async (percent) => {
    standin = await startStandin({ data: shopOf(10) });
    const { client } = await connect(standin);
    await expect(createRescueCode(client, { ...offer, percent })).rejects.toThrow(
      `invalid percent; not in (0, 100]: ${percent}`,
    );
    expect(sent()).toEqual([]);
  });

  it.each([
    [['read_customers', 'read_orders'], 'read_discounts'],
    [['read_customers', 'read_discounts'], 'write_discounts'],
  ])('tells which scope is missing when the merchant granted %j', async (grantedScopes, missing) => {
    standin = await startStandin({ data: shopOf(10), grantedScopes });
    const { client } = await connect(standin);
    const run = createRescueCode(client, { ...offer, customerIds: ids(10) });
    expect(await failureOf(run)).toMatchObject({
      code: 'missing-scope',
      scopes: [missing],
      retryable: false,
      merchantMessage: 'connector.missing-scope',
    });
  });
});

describe('deactivating a code', () => {
  it('ends it at once, twice is once, and a code that was deleted is gone', async () => {
    standin = await startStandin({ data: shopOf(10) });
    const { client } = await connect(standin);
    const made = await createRescueCode(client, { ...offer, customerIds: ids(10) });
    const id = made.status === 'ready' ? made.id : '';
    const basket = { customerId: 1, subtotal: '100.00', code: offer.code, at: '2025-01-01T00:00:01Z' };
    for (let times = 0; times < 2; times += 1) {
      expect(await deactivateRescueCode(client, id)).toEqual({ status: 'deactivated' });
      expect(standin.codes(SHOP)).toMatchObject([{ status: 'EXPIRED', endsAt: '2025-01-01T00:00:00Z' }]);
    }
    expect(await standin.placeOrder(SHOP, basket)).toEqual({ accepted: false, reason: 'not-active' });
    standin.shop(SHOP).discounts.remove(offer.code);
    expect(await deactivateRescueCode(client, id)).toEqual({ status: 'gone' });
  });
});
