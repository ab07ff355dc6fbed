import { readSettings, type ShopSettings } from '~/data/settings/shop-settings';
import type { ServiceContext } from './context';
import type { SetupView } from './views/setup-view';

/** How far the merchant has come with the guide. */
export async function readSetup({ db }: ServiceContext, shopId: string): Promise<SetupView> {
  return toSetupView(await readSettings(db, shopId));
}

/** A kind of goods is an answer too: the margin is asked once, and stays marked as estimated. */
export function toSetupView(settings: ShopSettings): SetupView {
  const told = settings.marginShare !== null || settings.category !== null;
  return {
    steps: [
      { step: 'margin', state: told ? 'done' : 'open' },
      { step: 'currency', state: settings.currencyConfirmedAt === null ? 'open' : 'done' },
      { step: 'rescue-limits', state: settings.limitsConfirmedAt === null ? 'open' : 'done' },
      { step: 'ads', state: 'later' },
      { step: 'slack', state: 'later' },
    ],
  };
}
