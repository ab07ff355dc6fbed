import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it, vi } from 'vitest';
import { leavingRecord, unknownRecord } from '~/components/fixtures/record-views';
import type { CustomerRecordView } from '~/services/views/customer-record-view';
import { loader } from './route';

async function ask(view: CustomerRecordView, params: LoaderFunctionArgs['params']) {
  const readCustomerRecord = vi.fn(() => Promise.resolve(view));
  const timon = {
    authenticateAdmin: () => Promise.resolve({ shopId: 'shop-of-session' }),
    readCustomerRecord,
    clock: { now: () => new Date(0) },
  };
  const context = { timon } as unknown as AppLoadContext;
  const answer = await loader({ request: new Request('https://app.example/x'), params, context });
  return { answer, readCustomerRecord };
}

describe('the loader of a customer’s record', () => {
  it('asks for the customer of the address in the shop of the session', async () => {
    const { answer, readCustomerRecord } = await ask(leavingRecord, { id: 'ana@x/1' });
    expect(readCustomerRecord).toHaveBeenCalledExactlyOnceWith('shop-of-session', 'ana@x/1');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ view: leavingRecord, now: '1970-01-01T00:00:00.000Z' });
  });

  it('answers 404 for a customer nobody knows, with a page to show', async () => {
    const { answer } = await ask(unknownRecord, { id: 'nobody' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ view: { state: 'unknown' } });
  });
});
