import { gid } from '../gid';
import type { ShopState } from '../shop-state';
import { zonedTimeToMs } from '../zoned-time';
import type { Resolvers } from './resolver';

/** Minutes that the shop's wall clock is ahead of UTC now. */
function offsetMinutes(shop: ShopState): number {
  const utc = shop.now().toISOString().slice(0, 19);
  return Math.round((Date.parse(`${utc}Z`) - zonedTimeToMs(utc, shop.data.timeZone)) / 60_000);
}

const PLAN_NAMES: Readonly<Record<string, string>> = {
  basic: 'Basic',
  advanced: 'Advanced',
  plus: 'Plus',
  enterprise: 'Enterprise',
};

export const shopResolvers: Resolvers<ShopState> = {
  id: (shop) => gid('Shop', shop.id),
  name: (shop) => shop.data.name,
  email: (shop) => `hello@${shop.profile.domain.replace('.myshopify.com', '.example')}`,
  contactEmail: (shop) => `hello@${shop.profile.domain.replace('.myshopify.com', '.example')}`,
  myshopifyDomain: (shop) => shop.profile.domain,
  url: (shop) => `https://${shop.profile.domain}`,
  primaryDomain: (shop) => ({
    id: gid('Domain', shop.id),
    host: shop.profile.domain,
    url: `https://${shop.profile.domain}`,
    sslEnabled: true,
  }),
  currencyCode: (shop) => shop.data.currency,
  enabledPresentmentCurrencies: (shop) => [shop.data.currency],
  ianaTimezone: (shop) => shop.data.timeZone,
  timezoneOffsetMinutes: offsetMinutes,
  plan: (shop) => ({
    displayName: PLAN_NAMES[shop.profile.plan] ?? shop.profile.plan,
    publicDisplayName: PLAN_NAMES[shop.profile.plan] ?? shop.profile.plan,
    partnerDevelopment: false,
    shopifyPlus: shop.profile.plan === 'plus' || shop.profile.plan === 'enterprise',
  }),
  shopAddress: (shop) => ({ id: gid('ShopAddress', shop.id), countryCodeV2: shop.data.countryCode }),
  billingAddress: (shop) => ({ id: gid('ShopAddress', shop.id), countryCodeV2: shop.data.countryCode }),
  shopOwnerName: () => 'Demo Owner',
  createdAt: (shop) => shop.data.orders[0]?.createdAt ?? shop.nowText(),
  taxesIncluded: () => true,
  unitSystem: () => 'METRIC_SYSTEM',
};
