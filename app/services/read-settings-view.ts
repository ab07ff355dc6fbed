import { readSettings } from '~/data/settings/shop-settings';
import { readShop } from '~/data/shops/find-shop';
import type { ServiceContext } from './context';
import { toSetupView } from './read-setup';
import type { SettingsView } from './views/settings-view';

/** @throws Error when the shop is not there: routes authenticate first, which installs it */
export async function readSettingsView({ db }: ServiceContext, shopId: string): Promise<SettingsView> {
  const [shop, settings] = await Promise.all([readShop(db, shopId), readSettings(db, shopId)]);
  if (!shop) throw new Error(`no shop ${shopId}`);
  const { category, marginShare, maxDiscount, contactCost, largestRescue, codeDays } = settings;
  return {
    shop: { name: shop.name, currency: shop.currency, timeZone: shop.timeZone },
    ...{ category, marginShare, maxDiscount, contactCost, largestRescue, codeDays },
    confirmedAt: {
      margin: settings.marginConfirmedAt,
      currency: settings.currencyConfirmedAt,
      rescueLimits: settings.limitsConfirmedAt,
    },
    setup: toSetupView(settings),
  };
}
