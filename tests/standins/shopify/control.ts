import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { FINANCIAL_STATUSES } from '~/domain/order';
import { faultSchema } from './faults';
import { readBody, sendJson } from './http-exchange';
import { RETURN_STATUSES, SUBSCRIBER_STATUSES } from './shop-state';
import type { ShopifyStandin } from './shopify-standin';
import { customerRedactPayload, dataRequestPayload, shopRedactPayload } from './webhook-payloads';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const orderSchema = z.object({
  id: z.number().int().positive(),
  customerId: z.number().int().positive().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  total: decimal,
  paid: decimal,
  refunded: decimal,
  presentmentCurrency: z.string(),
  presentmentRate: z.number().positive(),
  financialStatus: z.enum(FINANCIAL_STATUSES),
  test: z.boolean(),
  cancelledAt: z.iso.datetime().nullable(),
  origin: z
    .object({
      source: z.string(),
      utmSource: z.string().nullable(),
      utmMedium: z.string().nullable(),
      utmCampaign: z.string().nullable(),
    })
    .nullable(),
  lines: z.array(
    z.object({ productId: z.number(), title: z.string(), quantity: z.number().int(), total: decimal }),
  ),
});
const customerSchema = z.object({
  id: z.number().int().positive(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  createdAt: z.iso.datetime(),
});
const consentState = z.enum(['NEVER_SUBSCRIBED', 'PENDING', 'REDACTED', 'SUBSCRIBED', 'UNSUBSCRIBED']);
const contactSchema = z
  .object({
    email: z.string().nullable(),
    emailState: z.enum(['INVALID', 'NOT_SUBSCRIBED', 'PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED']),
    phone: z.string().nullable(),
    smsState: consentState,
    whatsAppState: consentState,
  })
  .partial();
const shopAnd = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ shop: z.string(), notify: z.boolean().default(false), ...shape });
const orderAnd = <T extends z.ZodRawShape>(shape: T) =>
  shopAnd({ orderId: z.number().int().positive(), ...shape });

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only the fields that were sent. */
function given<T extends object>(change: T): Given<T> {
  const sent = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent) as Given<T>;
}

interface ControlAction {
  readonly run: (standin: ShopifyStandin, body: unknown) => unknown;
}

function action<T extends z.ZodType>(
  schema: T,
  run: (standin: ShopifyStandin, body: z.output<T>) => unknown,
): ControlAction {
  return { run: (standin, body) => run(standin, schema.parse(body)) };
}

const nothing = z.unknown();

/** Method and path under `/__standin/` to what it does. */
const ACTIONS: Readonly<Record<string, ControlAction>> = {
  'GET health': action(nothing, (standin) => ({ shops: standin.shops })),
  'POST faults': action(faultSchema, (standin, fault) => standin.faults.add(fault)),
  'DELETE faults': action(nothing, (standin) => standin.faults.clear()),
  'POST outage': action(z.object({ on: z.boolean() }), (standin, { on }) => (standin.faults.outage = on)),
  'GET requests': action(nothing, (standin) => standin.requests.list()),
  'DELETE requests': action(nothing, (standin) => standin.requests.clear()),
  'POST session-token': action(
    shopAnd({ userId: z.number().int().optional(), locale: z.string().optional() }),
    (standin, { shop, userId, locale }) => ({
      token: standin.mintSessionToken(shop, {
        ...(userId === undefined ? {} : { userId }),
        ...(locale === undefined ? {} : { locale }),
      }),
    }),
  ),
  'POST webhook-target': action(z.object({ appUrl: z.url() }), (standin, target) =>
    standin.webhooks.setTarget(target),
  ),
  'POST webhooks': action(
    z.object({
      shop: z.string(),
      topic: z.string(),
      payload: z.record(z.string(), z.unknown()),
      duplicates: z.number().int().nonnegative().default(0),
      badSignature: z.boolean().default(false),
    }),
    (standin, { shop, topic, payload, duplicates, badSignature }) =>
      standin.sendWebhook(shop, topic, payload, { duplicates, badSignature }),
  ),
  'POST compliance': action(
    z.object({
      shop: z.string(),
      topic: z.enum(['customers/data_request', 'customers/redact', 'shop/redact']),
      customerId: z.number().int().optional(),
    }),
    (standin, { shop, topic, customerId }) => {
      const { state } = standin.shop(shop);
      const payload =
        topic === 'shop/redact'
          ? shopRedactPayload(state)
          : topic === 'customers/redact'
            ? customerRedactPayload(state, customerId ?? 0)
            : dataRequestPayload(state, customerId ?? 0);
      return standin.sendWebhook(shop, topic, payload);
    },
  ),
  'POST orders': action(shopAnd({ order: orderSchema }), (standin, { shop, order, notify }) =>
    standin.addOrder(shop, order, { notify }),
  ),
  'POST orders/update': action(
    orderAnd({ change: orderSchema.omit({ id: true }).partial() }),
    (standin, { shop, orderId, change, notify }) =>
      standin.updateOrder(shop, orderId, given(change), { notify }),
  ),
  'POST orders/refund': action(
    orderAnd({ amount: decimal.nullable().default(null) }),
    (standin, { shop, orderId, amount, notify }) => standin.refundOrder(shop, orderId, amount, { notify }),
  ),
  'POST orders/cancel': action(orderAnd({}), (standin, { shop, orderId, notify }) =>
    standin.cancelOrder(shop, orderId, { notify }),
  ),
  'POST orders/return-status': action(
    orderAnd({ status: z.enum(RETURN_STATUSES) }),
    (standin, { shop, orderId, status }) => standin.setReturnStatus(shop, orderId, status),
  ),
  'POST orders/place': action(
    shopAnd({
      customerId: z.number().int().positive(),
      subtotal: decimal,
      code: z.string().nullable().default(null),
      at: z.iso.datetime().optional(),
    }),
    (standin, { shop, notify, at, ...basket }) =>
      standin.placeOrder(shop, { ...basket, ...(at === undefined ? {} : { at }) }, { notify }),
  ),
  'POST codes': action(shopAnd({}), (standin, { shop }) => standin.codes(shop)),
  'POST codes/delete': action(shopAnd({ code: z.string() }), (standin, { shop, code }) =>
    standin.shop(shop).discounts.remove(code),
  ),
  'POST contacts': action(
    shopAnd({ customerId: z.number().int().positive(), change: contactSchema }),
    (standin, { shop, customerId, change }) => standin.setContact(shop, customerId, given(change)),
  ),
  'POST customers/subscriber-status': action(
    shopAnd({ customerId: z.number().int().positive(), status: z.enum(SUBSCRIBER_STATUSES) }),
    (standin, { shop, customerId, status }) => standin.setSubscriberStatus(shop, customerId, status),
  ),
  'POST customers/create': action(
    shopAnd({ customer: customerSchema }),
    (standin, { shop, customer, notify }) => standin.addCustomer(shop, customer, { notify }),
  ),
  'POST customers/update': action(
    shopAnd({ customer: customerSchema }),
    (standin, { shop, customer, notify }) => standin.updateCustomer(shop, customer, { notify }),
  ),
  'POST customers/delete': action(
    shopAnd({ customerId: z.number().int() }),
    (standin, { shop, customerId, notify }) => standin.deleteCustomer(shop, customerId, { notify }),
  ),
  'POST uninstall': action(shopAnd({}), (standin, { shop, notify }) => standin.uninstall(shop, { notify })),
  'POST install': action(shopAnd({}), (standin, { shop }) => standin.install(shop)),
  'POST scopes': action(shopAnd({ scopes: z.array(z.string()) }), (standin, { shop, scopes, notify }) =>
    standin.setScopes(shop, scopes, { notify }),
  ),
  'POST expire-tokens': action(shopAnd({}), (standin, { shop }) => standin.expireAccessTokens(shop)),
  'POST expire-results': action(nothing, (standin) => standin.expireResultUrls()),
};

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  return text === '' ? {} : JSON.parse(text);
}

/** Control over HTTP, for a stand-in that runs in a process of its own. */
export function controlHandler(
  standin: () => ShopifyStandin,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://standin').pathname.replace(/^\/__standin\//, '');
    const found = ACTIONS[`${request.method ?? 'GET'} ${path}`];
    if (!found) {
      sendJson(response, 404, { error: 'no such control', controls: Object.keys(ACTIONS) });
      return;
    }
    try {
      sendJson(response, 200, (await found.run(standin(), await readJson(request))) ?? { ok: true });
    } catch (error) {
      sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}
