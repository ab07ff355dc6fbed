import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contacts } from '~/components/fixtures/record-views';
import { useCustomerContact } from './use-customer-contact';

const answer = (contact: unknown, status = 200): Response => Response.json({ contact }, { status });
const serverThatAnswers = (...answers: readonly (Response | Error | Promise<Response>)[]) => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  for (const each of answers) {
    if (each instanceof Error) fetch.mockRejectedValueOnce(each);
    else fetch.mockImplementationOnce(() => Promise.resolve(each));
  }
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
const follow = (customerId: string | null) =>
  renderHook(({ id }) => useCustomerContact(id), { initialProps: { id: customerId } });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('useCustomerContact', () => {
  it('asks once the page is there, and waits until then', async () => {
    const fetch = serverThatAnswers(answer(contacts.ready));
    const { result } = follow('50/1');
    expect(result.current.contact).toBeNull();
    await waitFor(() => {
      expect(result.current.contact).toEqual(contacts.ready);
    });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['/api/customer-contact/50%2F1']);
  });

  it('asks nothing for a customer nobody knows', () => {
    const fetch = serverThatAnswers();
    expect(follow(null).result.current.contact).toBeNull();
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ['the network fails', new TypeError('Failed to fetch')],
    ['the server fails', answer(null, 500)],
  ])('says so where %s, and asks again when told to', async (_name, failure) => {
    serverThatAnswers(failure, answer(contacts.nothing));
    const { result } = follow('501');
    await waitFor(() => {
      expect(result.current.contact).toEqual({ state: 'unavailable' });
    });
    act(() => {
      result.current.askAgain();
    });
    expect(result.current.contact).toBeNull();
    await waitFor(() => {
      expect(result.current.contact).toEqual(contacts.nothing);
    });
  });

  it('never shows one customer’s name on the record of another', async () => {
    let settle: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      settle = resolve;
    });
    const fetch = serverThatAnswers(late, answer(contacts.nothing));
    const { result, rerender } = follow('501');
    rerender({ id: '502' });
    await waitFor(() => {
      expect(result.current.contact).toEqual(contacts.nothing);
    });
    await act(async () => {
      settle(answer(contacts.ready));
      await late;
    });
    expect(result.current.contact).toEqual(contacts.nothing);
    expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });
});
