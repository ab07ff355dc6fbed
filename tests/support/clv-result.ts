import type { Estimate } from '../../app/domain/estimate';
import type { ClvResult } from '../../app/services/stored-results';

const around = (mean: number): Estimate => ({ mean, low: mean * 0.8, high: mean * 1.25, level: 0.8 });

/** A fitted pass as `run-clv` stores it, with numbers that no engine gave. */
export function clvResult(changes: Partial<ClvResult> = {}): ClvResult {
  const none = { test: 0, cancelled: 0, unpaid: 0, nothingPaid: 0 };
  return {
    sales: {
      ...{ orders: 0, customers: 0, guestOrders: 0, revenue: 0, firstDay: null, lastDay: null },
      excluded: none,
    },
    status: 'fitted',
    now: '2026-01-01',
    horizonDays: 365,
    verdicts: [],
    intervalLevel: 0.9,
    model: {
      chosen: 'mbg-nbd',
      params: { r: 0.9, alpha: 60, a: 0.7, b: 2.6 },
      choice: { code: 'default-held', values: { origins: 3 } },
      churnWindowDays: 90,
      chancesCorrected: true,
      countsCorrected: false,
    },
    value: { model: 'gamma-gamma' },
    totals: {
      ...{ customers: 4, repeatCustomers: 3, purchases: 9, revenue: 300, historyDays: 400 },
      revenue12m: around(1_000),
      expectedPurchases90: { mean: 4, low: 2, high: 6, level: 0.8 },
      expectedBuyers90: { mean: 2, low: 1, high: 3, level: 0.8 },
      expectedRevenue90: { mean: 100, low: 50, high: 150, level: 0.8 },
    },
    backtest: null,
    season: null,
    moneyAtRisk: around(100),
    leavingAtRisk: around(50),
    leaving: { customers: 1, topCustomers: 1, topMoney: 20 },
    segments: [],
    overdueCustomers: 0,
    ...changes,
  };
}
