import type { ShopModel } from '../generated/prisma/models';

export interface Shop {
  readonly id: string;
  readonly domain: string;
  readonly status: 'active' | 'uninstalled' | 'redacted';
  readonly name: string;
  /** ISO 4217 code of the base currency. */
  readonly currency: string;
  /** IANA zone: days are the shop's days. */
  readonly timeZone: string;
  readonly countryCode: string | null;
  readonly grantedScopes: readonly string[];
  /** The pipeline run whose results pages read. */
  readonly currentRunId: string | null;
  /** ISO instants. */
  readonly installedAt: string;
  readonly uninstalledAt: string | null;
}

export function toShop(row: ShopModel): Shop {
  return {
    id: row.id,
    domain: row.domain,
    status: row.status,
    name: row.name,
    currency: row.currency,
    timeZone: row.timeZone,
    countryCode: row.countryCode,
    grantedScopes: row.grantedScopes,
    currentRunId: row.currentRunId,
    installedAt: row.installedAt.toISOString(),
    uninstalledAt: row.uninstalledAt?.toISOString() ?? null,
  };
}
