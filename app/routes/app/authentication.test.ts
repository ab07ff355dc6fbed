import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it, vi } from 'vitest';
import { loader as unknownPage } from '../app.$';
import { loader as dashboard } from '../app._index/route';
import { loader as connections } from '../app.connections/route';
import { action as changeFilters, loader as customers } from '../app.customers/route';
import { loader as customerRecord } from '../app.customers_.$id/route';
import { loader as marketing } from '../app.marketing/route';
import { loader as settings } from '../app.settings/route';
import { loader as simulator } from '../app.simulator/route';
import { loader as customerContact } from '../api.customer-contact.$id';
import { action as exportCustomers } from '../api.customers.export';
import { action as exportRescue } from '../api.rescues.$id.export';
import { action as startRun, loader as readRun } from '../api.run';
import { loader as shopifyAuth } from '../auth.$';

type Door = (args: LoaderFunctionArgs) => unknown;

const doors: Readonly<Record<string, Door>> = {
  'GET /app': dashboard,
  'GET /app/customers': customers,
  'POST /app/customers': changeFilters,
  'GET /app/customers/:id': customerRecord,
  'GET /app/marketing': marketing,
  'GET /app/simulator': simulator,
  'GET /app/connections': connections,
  'GET /app/settings': settings,
  'GET /app/anything-else': unknownPage,
  'GET /api/customer-contact/:id': customerContact,
  'GET /api/run': readRun,
  'POST /api/run': startRun,
  'POST /api/customers/export': exportCustomers,
  'POST /api/rescues/:id/export': exportRescue,
  'GET /auth/session-token': shopifyAuth,
};

/** A product whose every service is a spy; asking for anything not listed is an error by itself. */
function productThatAnswers(authenticateAdmin: () => Promise<unknown>) {
  const services = {
    readDashboard: vi.fn(() => Promise.resolve({})),
    readCustomers: vi.fn(() => Promise.resolve({})),
    readCustomerRecord: vi.fn(() => Promise.resolve({})),
    readCustomerContact: vi.fn(() => Promise.resolve({ state: 'gone' })),
    readConnections: vi.fn(() => Promise.resolve({})),
    readRun: vi.fn(() => Promise.resolve(null)),
    readSettings: vi.fn(() => Promise.resolve({})),
    startRun: vi.fn(() => Promise.resolve({ runId: 'run-1', alreadyRunning: false })),
  };
  const timon = { ...services, authenticateAdmin, clock: { now: () => new Date(0) } };
  return { services: Object.values(services), context: { timon } as unknown as AppLoadContext };
}

async function call(door: Door, context: AppLoadContext): Promise<unknown> {
  return await door({ request: new Request('https://app.example/x?page=2'), params: {}, context });
}

describe('every door of the embedded app', () => {
  it.each(Object.entries(doors))('%s lets nobody past who is not authenticated', async (_name, door) => {
    const refusal = new Response(null, { status: 401 });
    const { context, services } = productThatAnswers(() => {
      throw refusal;
    });
    await expect(call(door, context)).rejects.toBe(refusal);
    for (const service of services) expect(service).not.toHaveBeenCalled();
  });

  it.each(Object.entries(doors))(
    '%s asks services only about the shop of the session',
    async (_name, door) => {
      const merchant = { shopId: 'shop-of-session', shopDomain: 'a.myshopify.com', userId: '7' };
      const { context, services } = productThatAnswers(() => Promise.resolve(merchant));
      await call(door, context).catch((thrown: unknown) => {
        if (!(thrown instanceof Response && [400, 404].includes(thrown.status))) throw thrown;
      });
      const shops = services.flatMap((service) => service.mock.calls.map((args) => (args as unknown[])[0]));
      expect(shops.length).toBeLessThanOrEqual(1);
      expect(shops.every((shop) => shop === 'shop-of-session')).toBe(true);
    },
  );
});
