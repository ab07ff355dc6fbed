import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it, vi } from 'vitest';
import { contacts } from '~/components/fixtures/record-views';
import { loader } from '../api.customer-contact.$id';

describe('GET /api/customer-contact/:id', () => {
  it('asks for the customer of the address in the shop of the session, and lets nobody keep the answer', async () => {
    const readCustomerContact = vi.fn(() => Promise.resolve(contacts.ready));
    const timon = {
      authenticateAdmin: () => Promise.resolve({ shopId: 'shop-of-session' }),
      readCustomerContact,
    };
    const request = new Request('https://app.example/x');
    const answer = await loader({
      ...{ request, params: { id: '501' } },
      context: { timon } as unknown as AppLoadContext,
    });
    expect(readCustomerContact).toHaveBeenCalledExactlyOnceWith('shop-of-session', '501', request.signal);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({ contact: contacts.ready });
  });
});
