import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shop } from '~/data/shops/shop';
import { listAudit } from '~/data/logs/audit-log';
import type { ServiceContext } from './context';
import { readSettingsView } from './read-settings-view';
import { readSetup } from './read-setup';
import { saveSettingsSection } from './save-settings';
import { servicesOn } from '../../tests/support/insights-pass';
import { onTestShop } from '../../tests/support/test-shop';

const NOW = new Date('2026-11-21T09:30:00.000Z');
const enqueue = vi.fn(() => Promise.resolve(null));
let context: ServiceContext;
let shop: Shop;
onTestShop((given) => {
  context = {
    ...servicesOn(given.database.db, () => NOW),
    queue: { enqueue } as unknown as ServiceContext['queue'],
  };
  shop = given.shop;
});

beforeEach(() => {
  enqueue.mockClear();
});

const states = async () =>
  Object.fromEntries((await readSetup(context, shop.id)).steps.map(({ step, state }) => [step, state]));

describe('saveSettingsSection', () => {
  it('begins with nothing told, defaults that say so, and what cannot be done yet', async () => {
    expect(await readSettingsView(context, shop.id)).toMatchObject({
      ...{ category: null, marginShare: null, maxDiscount: 0.2, contactCost: null },
      confirmedAt: { margin: null, currency: null, rescueLimits: null },
    });
    expect(await states()).toEqual({
      ...{ margin: 'open', currency: 'open', 'rescue-limits': 'open' },
      ...{ ads: 'later', slack: 'later' },
    });
  });

  it('confirms a margin only by the shop’s own figure; a kind of goods answers the question and stays an estimate', async () => {
    const save = (marginShare: number | null) =>
      saveSettingsSection(context, shop.id, 'merchant:7', {
        section: 'margin',
        category: 'beauty',
        marginShare,
      });
    await save(null);
    expect((await readSettingsView(context, shop.id)).confirmedAt.margin).toBeNull();
    expect((await states())['margin']).toBe('done');
    await save(0.42);
    expect((await readSettingsView(context, shop.id)).confirmedAt.margin).toBe(NOW.toISOString());
    await save(null);
    expect(await readSettingsView(context, shop.id)).toMatchObject({
      marginShare: null,
      confirmedAt: { margin: null },
    });
  });

  it('leaves the other sections as they are', async () => {
    await saveSettingsSection(context, shop.id, 'merchant:7', {
      ...{ section: 'rescue-limits', maxDiscount: 0.1, contactCost: 0.05, largestRescue: 300, codeDays: 14 },
    });
    await saveSettingsSection(context, shop.id, 'merchant:7', { section: 'currency' });
    expect(await readSettingsView(context, shop.id)).toMatchObject({
      ...{ maxDiscount: 0.1, contactCost: 0.05, largestRescue: 300, codeDays: 14, marginShare: null },
      confirmedAt: { margin: null, currency: NOW.toISOString(), rescueLimits: NOW.toISOString() },
    });
    expect(await states()).toMatchObject({ margin: 'open', currency: 'done', 'rescue-limits': 'done' });
  });

  it('has the recommendation redone where it rests on what was changed', async () => {
    await saveSettingsSection(context, shop.id, 'merchant:7', { section: 'currency' });
    expect(enqueue).not.toHaveBeenCalled();
    await saveSettingsSection(context, shop.id, 'merchant:7', {
      ...{ section: 'margin', category: null, marginShare: 0.35 },
    });
    expect(enqueue).toHaveBeenCalledWith('plan-rescue', { shopId: shop.id });
  });

  it('writes down who changed what', async () => {
    await saveSettingsSection(context, shop.id, 'merchant:7', {
      ...{ section: 'margin', category: null, marginShare: 0.35 },
    });
    expect(await listAudit(context.db, shop.id, { limit: 1 })).toMatchObject([
      {
        actor: 'merchant:7',
        action: 'settings.save',
        subject: 'margin',
        detail: { category: null, marginShare: 0.35 },
      },
    ]);
  });
});
