import { appendAudit } from '~/data/logs/audit-log';
import { saveSettings, type ShopSettings } from '~/data/settings/shop-settings';
import { assertNever } from '~/domain/assert-never';
import type { ServiceContext } from './context';
import { refreshRescuePlan } from './refresh-rescue-plan';
import type { SettingsChange } from './views/settings-view';

/**
 * Saves a section of the settings and writes down who did it. What is recommended follows at once where it rests on them.
 * @param actor for example `merchant:<staff id>`
 */
export async function saveSettingsSection(
  context: ServiceContext,
  shopId: string,
  actor: string,
  change: SettingsChange,
): Promise<void> {
  const at = context.clock.now();
  const { section, ...detail } = change;
  await saveSettings(context.db, shopId, toSettings(change, at.toISOString()), at);
  await appendAudit(context.db, shopId, { at, actor, action: 'settings.save', subject: section, detail });
  // The currency is Shopify's: to have looked at it changes no recommendation.
  if (section !== 'currency') await refreshRescuePlan(context, shopId);
}

function toSettings(change: SettingsChange, at: string): Partial<ShopSettings> {
  switch (change.section) {
    case 'margin': {
      const { category, marginShare } = change;
      return { category, marginShare, marginConfirmedAt: marginShare === null ? null : at };
    }
    case 'currency':
      return { currencyConfirmedAt: at };
    case 'rescue-limits': {
      const { maxDiscount, contactCost, largestRescue, codeDays } = change;
      return { maxDiscount, contactCost, largestRescue, codeDays, limitsConfirmedAt: at };
    }
    default:
      return assertNever(change);
  }
}
