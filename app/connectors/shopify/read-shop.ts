import type { ShopifyClient } from './client';
import { GRANTED_SCOPES, SHOP } from './operations';
import { grantedScopesSchema, shopSchema } from './schemas';

/** What we need to know of a shop before its orders make sense. */
export interface SourceShop {
  readonly name: string;
  /** Permanent domain, `example.myshopify.com`. */
  readonly domain: string;
  /** Base currency, ISO 4217. */
  readonly currency: string;
  /** IANA zone in which the shop's days begin. */
  readonly timeZone: string;
  /** ISO instant. */
  readonly createdAt: string;
}

/** @throws ConnectorError */
export async function readShop(client: ShopifyClient, signal?: AbortSignal): Promise<SourceShop> {
  const { shop } = await client.request(SHOP, shopSchema, {}, signal);
  return {
    name: shop.name,
    domain: shop.myshopifyDomain,
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    createdAt: shop.createdAt,
  };
}

/** Scopes that the merchant granted, which may be fewer than we asked for. @throws ConnectorError */
export async function readGrantedScopes(
  client: ShopifyClient,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const answer = await client.request(GRANTED_SCOPES, grantedScopesSchema, {}, signal);
  return answer.currentAppInstallation.accessScopes.map(({ handle }) => handle).sort();
}
