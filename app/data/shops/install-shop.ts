import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '../db';
import { withSetting } from '../with-shop';
import { toShop, type Shop } from './shop';

export interface ShopInstallation {
  readonly domain: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly countryCode: string | null;
  readonly grantedScopes: readonly string[];
  readonly at: Date;
}

/**
 * Enters a shop, or brings what we know of it up to date. A shop that comes back after an uninstall keeps its id and
 * its salt, so that the tombstones of erased customers still hold.
 */
export async function installShop(db: Db, shop: ShopInstallation): Promise<Shop> {
  const salt = randomBytes(32).toString('hex');
  const scopes = [...shop.grantedScopes];
  const row = await withSetting(db, { 'app.shop_domain': shop.domain }, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO shop AS old
        (id, domain, name, currency, time_zone, country_code, granted_scopes, pseudonym_salt, installed_at)
      VALUES (${randomUUID()}::uuid, ${shop.domain}, ${shop.name}, ${shop.currency}, ${shop.timeZone},
        ${shop.countryCode}, ${scopes}, ${salt}, ${shop.at})
      ON CONFLICT (domain) DO UPDATE SET
        name = EXCLUDED.name, currency = EXCLUDED.currency, time_zone = EXCLUDED.time_zone,
        country_code = EXCLUDED.country_code, granted_scopes = EXCLUDED.granted_scopes,
        installed_at = CASE WHEN old.status = 'active' THEN old.installed_at ELSE EXCLUDED.installed_at END,
        status = 'active', uninstalled_at = NULL`;
    return tx.shop.findUniqueOrThrow({ where: { domain: shop.domain } });
  });
  return toShop(row);
}
