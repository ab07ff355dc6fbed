import type { ActionFunctionArgs } from '@remix-run/node';
import { describe, expect, it, vi } from 'vitest';
import { action, loader } from './route';

const merchant = { shopId: 'shop-1', shopDomain: 'a.myshopify.com', userId: '7' };

function call(fields: Readonly<Record<string, string>>, authenticateAdmin = () => Promise.resolve(merchant)) {
  const saveSettings = vi.fn(() => Promise.resolve());
  const request = new Request('https://app.example/app/settings', {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const context = { timon: { authenticateAdmin, saveSettings } } as unknown as ActionFunctionArgs['context'];
  return { saveSettings, answer: action({ request, context, params: {} }) };
}

describe('the settings’ action', () => {
  it('saves what is in order, for the shop and by the person of the session', async () => {
    const { answer, saveSettings } = call({ section: 'margin', category: 'food', margin: '31,5' });
    expect(await answer).toEqual({ status: 'saved', section: 'margin' });
    expect(saveSettings).toHaveBeenCalledExactlyOnceWith('shop-1', 'merchant:7', {
      section: 'margin',
      category: 'food',
      marginShare: 0.315,
    });
  });

  it('saves nothing of a section with a fault', async () => {
    const { answer, saveSettings } = call({ section: 'margin', category: 'food', margin: '-1' });
    expect(await answer).toMatchObject({ status: 'invalid', faults: { margin: { code: 'not-a-number' } } });
    expect(saveSettings).not.toHaveBeenCalled();
  });

  it('answers 400 to a form that is none of its own', async () => {
    await expect(call({ section: 'plan' }).answer).rejects.toMatchObject({ status: 400 });
  });

  it('lets nobody past who is not authenticated', async () => {
    const refusal = new Response(null, { status: 401 });
    const refuse = (): Promise<never> => {
      throw refusal;
    };
    const { answer, saveSettings } = call({ section: 'currency' }, refuse);
    await expect(answer).rejects.toBe(refusal);
    expect(saveSettings).not.toHaveBeenCalled();
    const readSettings = vi.fn();
    const context = {
      timon: { authenticateAdmin: refuse, readSettings },
    } as unknown as ActionFunctionArgs['context'];
    const request = new Request('https://app.example/app/settings');
    await expect(loader({ request, context, params: {} })).rejects.toBe(refusal);
    expect(readSettings).not.toHaveBeenCalled();
  });
});
