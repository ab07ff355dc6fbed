import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useRescueStart } from './use-rescue-start';

const router = vi.hoisted(() => ({
  submit: vi.fn(),
  navigation: { state: 'idle', formAction: undefined as string | undefined },
}));
vi.mock('@remix-run/react', () => ({
  useSubmit: () => router.submit,
  useNavigation: () => router.navigation,
  useLocation: () => ({ search: '?shop=a.myshopify.com&host=h&filter=lost' }),
}));

beforeEach(() => {
  router.submit.mockClear();
  router.navigation = { state: 'idle', formAction: undefined };
});

describe('useRescueStart', () => {
  it('keeps what Shopify embeds the app by, and nothing of the page', () => {
    const { result } = renderHook(useRescueStart);
    expect(result.current.action).toBe('/app/rescues?shop=a.myshopify.com&host=h');
  });

  it('sends a double click once, and another rescue after the page has settled', () => {
    const form = document.createElement('form');
    const { result, rerender } = renderHook(useRescueStart);
    act(() => result.current.submit(form));
    act(() => result.current.submit(form));
    expect(router.submit).toHaveBeenCalledExactlyOnceWith(form, {
      method: 'post',
      action: result.current.action,
    });
    router.navigation = { state: 'submitting', formAction: result.current.action };
    rerender();
    expect(result.current.starting).toBe(true);
    router.navigation = { state: 'idle', formAction: undefined };
    rerender();
    expect(result.current.starting).toBe(false);
    act(() => result.current.submit(form));
    expect(router.submit).toHaveBeenCalledTimes(2);
  });

  it('is not busy with somebody else’s form', () => {
    router.navigation = { state: 'submitting', formAction: '/app/settings' };
    expect(renderHook(useRescueStart).result.current.starting).toBe(false);
  });
});
