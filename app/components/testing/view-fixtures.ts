import { isoDay } from '~/domain/iso-day';
import type { ConnectionsView } from '~/services/views/connections-view';
import type { CustomersView } from '~/services/views/customers-view';
import type { CustomerAtRiskView, DashboardView, DecisionView } from '~/services/views/dashboard-view';
import type { RunView } from '~/services/views/run-view';

/** Invented views for tests of the pages: one of each state that a service may return. */

export const NOW = '2026-11-21T09:30:00.000Z';
export const shop = { name: 'Tienda Ejemplo', currency: 'EUR', timeZone: 'Europe/Madrid' };

const row = (
  alias: string,
  segment: string,
  pBuy90: number | null,
  days: number,
  gap: number | null,
  clv12m: number | null,
  moneyAtRisk: number | null,
): CustomerAtRiskView => ({
  customerId: `customer-${alias}`,
  alias,
  segment,
  pBuy90,
  daysSinceLastOrder: days,
  lastOrderDay: isoDay('2026-08-17'),
  ordersCounted: gap === null ? 2 : 9,
  medianGapDays: gap,
  clv12m,
  moneyAtRisk,
});

export const atRisk: readonly CustomerAtRiskView[] = [
  row('A91F', 'vip-at-risk', 0.183, 96, 31, 612.4, 588.2),
  row('07C2', 'vip-at-risk', 0.221, 81, 28, 540, 471.9),
  row('D410', 'potential-whale', 0.35, 64, 33.4, 498.2, 212),
  row('5B8E', 'lost', 0.041, 259, 30, 45.5, 145),
  row('E00B', 'loyal', 0.71, 59, null, 3.27, 1.5),
  row('19AC', 'standard', null, 1, null, null, null),
];

export const runningRun: RunView = {
  runId: 'run-1',
  trigger: 'install',
  status: 'running',
  startedAt: '2026-11-21T09:29:00.000Z',
  finishedAt: null,
  steps: [
    {
      step: 'ingest',
      status: 'running',
      progress: 0.42,
      detail: { phase: 'saving', orders: 17_204, ordersTotal: 41_208, customers: 6_120 },
      errorCode: null,
      attempts: 0,
    },
    { step: 'clv', status: 'waiting', progress: null, detail: null, errorCode: null, attempts: 0 },
    { step: 'insights', status: 'waiting', progress: null, detail: null, errorCode: null, attempts: 0 },
  ],
};

export const failedRun: RunView = {
  ...runningRun,
  status: 'failed',
  finishedAt: '2026-11-21T09:31:00.000Z',
  steps: [
    {
      step: 'ingest',
      status: 'failed',
      progress: 0.42,
      detail: { phase: 'downloading', orders: 17_204 },
      errorCode: 'unavailable',
      attempts: 8,
    },
    ...runningRun.steps.slice(1),
  ],
};

export const decisions = {
  'look-at-risk': {
    kind: 'look-at-risk',
    customers: 84,
    money: { mean: 48_123.4, low: 41_230, high: 56_400, level: 0.8 },
    topCustomers: 20,
    topShare: 0.61,
  },
  'all-quiet': { kind: 'all-quiet', customers: 11_432 },
  'too-early': {
    kind: 'too-early',
    repeatCustomers: 4,
    requiredRepeatCustomers: 10,
    historyDays: 71,
    overdueCustomers: 3,
  },
  'no-orders': { kind: 'no-orders' },
} as const satisfies Record<DecisionView['kind'], DecisionView>;

type ReadyDashboard = Extract<DashboardView, { state: 'ready' }>;

export const readyDashboard: ReadyDashboard = {
  state: 'ready',
  shop,
  run: null,
  asOf: {
    analysisDay: isoDay('2026-11-20'),
    dataCutoff: '2026-11-20T20:40:00.000Z',
    computedAt: '2026-11-21T01:04:00.000Z',
    nextRunAt: '2026-11-22T01:00:00.000Z',
    stale: false,
  },
  decision: decisions['look-at-risk'],
  moneyAtRisk: decisions['look-at-risk'].money,
  expected12m: { mean: 812_345, low: 741_000, high: 903_000, level: 0.8 },
  atRisk,
  basis: {
    orders: 41_208,
    customers: 12_034,
    guestOrders: 1_204,
    revenue: 2_500_315.63,
    firstDay: isoDay('2024-05-21'),
    lastDay: isoDay('2026-11-20'),
    excluded: { test: 12, cancelled: 431, unpaid: 87, nothingPaid: 203 },
    purchases: 38_911,
    customersModelled: 11_432,
    model: 'mbg-nbd',
    reconciliation: {
      at: '2026-11-21T01:02:00.000Z',
      ordersHere: 41_208,
      ordersAtSource: 41_211,
      revenueHere: 2_500_315.63,
      revenueAtSource: 2_505_320.1,
      difference: -0.002,
      repairedOrders: 3,
    },
  },
  notices: [
    { code: 'short-order-scope', tone: 'warning', values: {} },
    { code: 'outliers-set-aside', tone: 'info', values: { count: 2 } },
    { code: 'frequency-value-correlation', tone: 'info', values: {} },
  ],
};

export const earlyDashboard: ReadyDashboard = {
  ...readyDashboard,
  decision: decisions['too-early'],
  moneyAtRisk: null,
  expected12m: null,
  atRisk: atRisk.map((customer) => ({ ...customer, pBuy90: null, clv12m: null, moneyAtRisk: null })),
  basis: { ...readyDashboard.basis, model: null, reconciliation: null },
  notices: [],
};

export const emptyDashboard: DashboardView = { state: 'empty', shop, run: null };

export const readyCustomers: Extract<CustomersView, { state: 'ready' }> = {
  state: 'ready',
  shop,
  asOf: readyDashboard.asOf,
  query: { sort: 'money-at-risk', segment: null, page: 2 },
  total: 11_432,
  pageSize: 50,
  rows: atRisk,
};

export const readyConnections: ConnectionsView = {
  shop,
  shopify: {
    state: 'ok',
    errorCode: null,
    lastSuccessAt: '2026-11-21T01:02:00.000Z',
    nextRunAt: '2026-11-22T01:00:00.000Z',
    orders: 41_208,
    customers: 12_034,
    firstDay: '2024-05-21',
    lastDay: '2026-11-20',
    mode: 'bulk',
    reconciliation: readyDashboard.basis.reconciliation,
    notices: [],
  },
  run: null,
  activity: [
    activity('7', 'success', 'fit-finished', { customers: 11_432, seconds: 4 }),
    activity('6', 'info', 'reconciled', { difference: 0.002, orders: 41_208 }),
    activity('5', 'warning', 'reconciled-repaired', { orders: 3 }),
    activity('4', 'critical', 'sync-failed', { errorCode: 'throttled' }),
    activity('3', 'success', 'sync-finished', { orders: 41_208, customers: 12_034, seconds: 38 }),
    activity('2', 'info', 'something-new', {}),
    activity('1', 'success', 'shop-installed', {}),
  ],
};

function activity(
  id: string,
  tone: ConnectionsView['activity'][number]['tone'],
  key: string,
  values: Readonly<Record<string, string | number>>,
): ConnectionsView['activity'][number] {
  return { id, at: `2026-11-2${id > '3' ? '1' : '0'}T0${id}:04:00.000Z`, tone, key, values };
}
