import { AccessTokens, TOKEN_LIFETIMES_S } from './access-tokens';
import { BulkOperations } from './bulk-operations';
import { DiscountCodes } from './discount-codes';
import { Faults } from './faults';
import { RequestLog } from './request-log';
import { ResultStorage } from './result-storage';
import { ShopState } from './shop-state';
import { DEFAULT_SCOPES, type StandinOptions, type StandinShopOptions } from './standin-options';
import { THROTTLE_BY_PLAN } from './throttle-bucket';
import { bulkFinishPayload } from './webhook-payloads';
import { WebhookSender } from './webhook-sender';
import { WebhookSubscriptions } from './webhook-subscriptions';

export interface StandinShop {
  readonly state: ShopState;
  readonly bulk: BulkOperations;
  readonly subscriptions: WebhookSubscriptions;
  readonly discounts: DiscountCodes;
}

/** Everything the server works on. */
export interface StandinCore {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly shops: ReadonlyMap<string, StandinShop>;
  readonly tokens: AccessTokens;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly storage: ResultStorage;
  readonly webhooks: WebhookSender;
  readonly journeyDelayMs: number;
  readonly locales: Map<string, string>;
  readonly localeOf: (userId: string) => string;
}

const FIRST_SHOP_ID = 70_000_001;

function shopState(id: number, options: StandinShopOptions, clock: StandinOptions['clock']): ShopState {
  const plan = options.plan ?? 'basic';
  const throttle = options.throttle ?? THROTTLE_BY_PLAN[plan];
  if (!throttle) throw new RangeError(`unknown plan: ${plan}`);
  const profile = {
    domain: options.domain,
    locale: options.locale ?? 'en',
    plan,
    grantedScopes: options.grantedScopes ?? DEFAULT_SCOPES,
    throttle,
    bulkAccess: options.bulkAccess ?? true,
    personalData: options.personalData ?? true,
  };
  return new ShopState(id, options.data, profile, clock);
}

export function createCore(options: StandinOptions): StandinCore {
  const faults = new Faults();
  const storage = new ResultStorage(options.apiSecret);
  const webhooks = new WebhookSender(options.apiSecret, options.webhooks ?? null);
  const locales = new Map<string, string>();
  const shops = new Map<string, StandinShop>();
  for (const [index, shopOptions] of options.shops.entries()) {
    const state = shopState(FIRST_SHOP_ID + index, shopOptions, options.clock);
    const { domain } = state.profile;
    const subscriptions = new WebhookSubscriptions(() => state.nowText());
    const bulk = new BulkOperations({
      shop: state,
      storage,
      timing: { startDelayMs: 20, batchPauseMs: 0, ...options.bulkTiming },
      isRefused: () => faults.takeBulk('bulk-refused', domain) !== null,
      takeFailure: () => faults.takeBulk('bulk-failed', domain),
      onFinished: (operation) => {
        const wanted = subscriptions.all().some(({ topic }) => topic === 'BULK_OPERATIONS_FINISH');
        if (!wanted || !webhooks.hasTarget) return;
        const payload = bulkFinishPayload(operation);
        void webhooks.send({ shop: domain, topic: 'bulk_operations/finish', payload });
      },
    });
    const discounts = new DiscountCodes(state, shopOptions.customersPerCode ?? null);
    shops.set(domain, { state, bulk, subscriptions, discounts });
  }
  const firstLocale = options.shops[0]?.locale ?? 'en';
  return {
    apiKey: options.apiKey,
    apiSecret: options.apiSecret,
    shops,
    tokens: new AccessTokens(options.offlineTokenLifetimeS ?? TOKEN_LIFETIMES_S.offline),
    faults,
    requests: new RequestLog(),
    storage,
    webhooks,
    journeyDelayMs: options.journeyDelayMs ?? 2000,
    locales,
    localeOf: (userId) => locales.get(userId) ?? firstLocale,
  };
}
