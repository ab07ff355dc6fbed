import { afterEach, describe, expect, it } from 'vitest';
import { createRescueCode } from '~/connectors/shopify/create-rescue-code';
import type { ShopifyStandin } from '../standins/shopify/shopify-standin';
import { asMade, ids, numbers, offer, sentTo, shopOf } from './rescue-code-fixtures';
import { connect, SHOP, startStandin } from './shopify-fixtures';

let standin: ShopifyStandin;
afterEach(() => standin.close());

describe('a code that does not take all of its customers', () => {
  it.each([1, 100, 250, 299, 400])(
    'holds as many customers as Shopify takes, %d, says which, and is ready when asked for those',
    async (customersPerCode) => {
      standin = await startStandin({ data: shopOf(700), customersPerCode });
      const { client } = await connect(standin);
      const acceptedIds = ids(customersPerCode);
      const outcome = await createRescueCode(client, offer);
      const [made] = standin.codes(SHOP);
      expect(outcome).toMatchObject({
        status: 'too-many-customers',
        id: String(made?.id),
        accepted: customersPerCode,
        acceptedIds,
        missingIds: [],
        reasons: [{ code: 'EXCEEDED_MAX', field: 'basicCodeDiscount.context.customers.add' }],
      });
      expect(standin.codes(SHOP)).toMatchObject([{ ...asMade, customerIds: numbers(customersPerCode) }]);
      expect(sentTo(standin).length).toBeLessThan(16);
      standin.requests.clear();
      expect(await createRescueCode(client, { ...offer, customerIds: acceptedIds })).toEqual({
        status: 'ready',
        id: String(made?.id),
        resumed: true,
        missingIds: [],
      });
      expect(sentTo(standin)).toEqual(['CodeByText']);
    },
  );

  it('names who is gone and who is in it also when it takes no more', async () => {
    standin = await startStandin({ data: shopOf(300), customersPerCode: 100 });
    const { client } = await connect(standin);
    await standin.deleteCustomer(SHOP, 2);
    const outcome = await createRescueCode(client, { ...offer, customerIds: ids(300) });
    const acceptedIds = ids(101).filter((id) => id !== '2');
    expect(outcome).toMatchObject({ status: 'too-many-customers', acceptedIds, missingIds: ['2'] });
  });

  it('is not made when Shopify takes nobody', async () => {
    standin = await startStandin({ data: shopOf(10), customersPerCode: 0 });
    const { client } = await connect(standin);
    expect(await createRescueCode(client, { ...offer, customerIds: ids(10) })).toMatchObject({
      status: 'too-many-customers',
      id: null,
      acceptedIds: [],
    });
    expect(standin.codes(SHOP)).toEqual([]);
  });
});
