import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SMART_FILTERS } from '~/domain/customer-filter';
import { isoDay } from '~/domain/iso-day';
import { createRng, nextFloat, nextInt } from '~/engine/numeric/rng';
import type { TestDatabase } from '../../../tests/support/database';
import { createTestDatabase, installTestShop } from '../../../tests/support/database';
import { storedForecast, storedPrediction } from '../../../tests/support/stored-prediction';
import { createRun } from '../pipeline/create-run';
import type { Shop } from '../shops/shop';
import { setCurrentRun } from '../shops/update-shop';
import { withShop } from '../with-shop';
import type { CustomerPrediction } from './customer-prediction';
import { listCustomerIds } from './list-customer-ids';
import { EVERYBODY, type PredictionFilter } from './prediction-filter';
import type { PredictionSort } from './prediction-order';
import { saveModelRun } from './save-model-run';

const SEGMENTS = ['vip-at-risk', 'loyal', 'potential-whale', 'standard', 'lost'];
const SORTS: readonly PredictionSort[] = [
  ...(['alias', 'pBuy90', 'lastOrderDay', 'ordersCounted', 'clv12m', 'moneyAtRisk', 'rescueGain'] as const),
];
const at = new Date('2026-03-01T02:00:00Z');

/** Few different values, so that many customers are equal in any order, and some without a forecast. */
function randomCustomers(size: number): CustomerPrediction[] {
  const rng = createRng(11, 'list');
  return Array.from({ length: size }, (_, i) => {
    const ageDays = nextInt(rng, 200);
    const forecast = storedForecast({
      clv12m: nextInt(rng, 9),
      pBuy90: nextInt(rng, 5) / 5,
      moneyAtRisk: nextInt(rng, 7),
    });
    return storedPrediction({
      customerId: String(1_000 + i * 7),
      alias: nextInt(rng, 32 ** 2)
        .toString(32)
        .toUpperCase()
        .padStart(2, '0'),
      ageDays,
      recencyDays: nextInt(rng, ageDays + 1),
      ordersCounted: 1 + nextInt(rng, 4),
      monetaryValue: nextInt(rng, 50),
      lastOrderDay: isoDay(`2026-01-${String(1 + nextInt(rng, 28)).padStart(2, '0')}`),
      leaving: nextFloat(rng) < 0.3,
      segment: SEGMENTS[nextInt(rng, SEGMENTS.length)] ?? '',
      forecast: nextFloat(rng) < 0.2 ? null : forecast,
      rescueGain: nextFloat(rng) < 0.7 ? null : nextInt(rng, 6),
    });
  });
}

let database: TestDatabase;
let shop: Shop;
// More than are simply sorted, so that both ways of answering are taken.
const customers = randomCustomers(3_000);

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await installTestShop(database.db);
  const { run } = await createRun(database.db, shop.id, {
    ...{ trigger: 'manual', analysisDay: isoDay('2026-03-01'), steps: ['clv'], at },
  });
  const fit = { pipelineRunId: run.id, kind: 'clv', schemaVersion: 1, engineVersion: '1', seed: 1 } as const;
  const given = { ...fit, dataCutoff: at, result: () => ({}), at };
  await saveModelRun(database.db, shop.id, given, customers);
  await setCurrentRun(database.db, shop.id, run.id);
  await withShop(
    database.db,
    shop.id,
    (tx) => tx.$executeRaw`
      UPDATE customer_prediction p SET rescue_gain = given.gain
      FROM unnest(${customers.map((c) => c.customerId)}::text[], ${customers.map((c) => c.rescueGain)}::float8[])
        AS given (id, gain)
      WHERE p.customer_id = given.id`,
  );
  return () => database.drop();
});

const valueSoFar = (c: CustomerPrediction): number => c.ordersCounted * c.monetaryValue;

const vips = new Set(
  [...customers]
    .sort((a, b) => valueSoFar(b) - valueSoFar(a) || (a.customerId < b.customerId ? 1 : -1))
    .slice(0, customers.length / 10),
);

/** The definitions, said once more in another language. */
function belongs(c: CustomerPrediction, { smart, search }: PredictionFilter): boolean {
  const code = search?.code ?? null;
  const found =
    search === null ||
    search.customerIds.includes(c.customerId) ||
    (code !== null && (c.alias.startsWith(code) || (/^\d+$/.test(code) && c.customerId.startsWith(code))));
  if (!found) return false;
  if (smart === null) return true;
  if (smart === 'leaving') return c.leaving;
  if (smart === 'likely-gone') return c.segment === 'vip-at-risk' || c.segment === 'lost';
  if (smart === 'silent-vip') return vips.has(c) && c.monetaryValue > 0 && c.ageDays - c.recencyDays > 60;
  if (smart === 'new-whale') return c.segment === 'potential-whale' && c.ageDays <= 90;
  return c.segment === smart;
}

function keyOf(c: CustomerPrediction, sort: PredictionSort): number | string | null {
  if (sort === 'alias' || sort === 'lastOrderDay' || sort === 'ordersCounted' || sort === 'rescueGain') {
    return c[sort];
  }
  return c.forecast?.[sort] ?? null;
}

function naive(filter: PredictionFilter, sort: PredictionSort, direction: 'asc' | 'desc'): string[] {
  const rising = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = (list: readonly CustomerPrediction[], by: PredictionSort, way: 'asc' | 'desc') =>
    [...list].sort((a, b) => {
      const order = rising(keyOf(a, by) ?? 0, keyOf(b, by) ?? 0) || rising(a.customerId, b.customerId);
      return way === 'asc' ? order : -order;
    });
  const wanted = customers.filter((c) => belongs(c, filter));
  const known = wanted.filter((c) => keyOf(c, sort) !== null);
  const rest = wanted.filter((c) => keyOf(c, sort) === null);
  // Who has no gain is sorted by value, and only then nobody's turn comes.
  const tail =
    sort === 'rescueGain'
      ? [
          ...sorted(
            rest.filter((c) => c.forecast !== null),
            'clv12m',
            'desc',
          ),
          ...sorted(
            rest.filter((c) => c.forecast === null),
            'clv12m',
            'desc',
          ),
        ]
      : sorted(rest, sort, direction);
  return [...sorted(known, sort, direction), ...tail].map(({ customerId }) => customerId);
}

const searches = fc.option(
  fc.record({
    code: fc.constantFrom(null, '1', '12', '2', 'A', 'V0', '%', '_'),
    customerIds: fc.subarray(['1007', '1014', '2400', 'nobody']),
  }),
  { nil: null, freq: 2 },
);

describe('listCustomerIds', () => {
  it('gives any page of any list in any order as sorting them all would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(null, ...SMART_FILTERS),
        searches,
        fc.constantFrom(...SORTS),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.nat(3_200),
        fc.integer({ min: 1, max: 60 }),
        async (smart, search, sort, direction, offset, limit) => {
          const filter = { smart, search };
          const expected = naive(filter, sort, direction);
          expect(
            await listCustomerIds(database.db, shop.id, { filter, sort, direction, limit, offset }),
          ).toEqual({ total: expected.length, customerIds: expected.slice(offset, offset + limit) });
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  });

  it('shows each customer once over all pages, however many are equal', async () => {
    const seen: string[] = [];
    for (let offset = 0; offset < customers.length; offset += 500) {
      const query = { filter: EVERYBODY, sort: 'ordersCounted', direction: 'desc', limit: 500 } as const;
      seen.push(...(await listCustomerIds(database.db, shop.id, { ...query, offset })).customerIds);
    }
    expect(seen).toHaveLength(customers.length);
    expect(new Set(seen).size).toBe(customers.length);
  });

  it('finds nobody in a shop without a finished pass, and nobody of another shop', async () => {
    const other = await installTestShop(database.db);
    const query = { filter: EVERYBODY, sort: 'clv12m', direction: 'desc', limit: 9, offset: 0 } as const;
    const nobody = { customerIds: [], total: 0 };
    expect(await listCustomerIds(database.db, other.id, query)).toEqual(nobody);
  });
});
