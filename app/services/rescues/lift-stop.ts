import { appendAudit } from '~/data/logs/audit-log';
import { saveSettings } from '~/data/settings/shop-settings';
import type { ServiceContext } from '../context';
import { refreshRescuePlan } from '../refresh-rescue-plan';

/** The merchant wants to try again: campaigns so far no longer count for the automatic stop; what they taught stays. */
export async function liftRescueStop(context: ServiceContext, shopId: string, actor: string): Promise<void> {
  const { db, clock } = context;
  const at = clock.now();
  await saveSettings(db, shopId, { stopLiftedAt: at.toISOString() }, at);
  await appendAudit(db, shopId, { at, actor, action: 'rescue.lift-stop', subject: shopId, detail: {} });
  await refreshRescuePlan(context, shopId);
}
