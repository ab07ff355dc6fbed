import { describe, expect, test } from 'vitest';
import { dayNumber, isoDay } from '~/domain/iso-day';
import { expectedPurchasesIfAlive, integralOverLeaving } from './expected-purchases';
import { fitPurchases, type PurchaseFit } from './fit-purchases';
import { readDataSet, readReference, referenceMissing } from './fixtures/reference-data';
import { expectedOrderValue, fitGammaGamma } from './gamma-gamma';
import { groupPurchases } from './purchase-groups';
import {
  probabilityAlive,
  probabilityOfPurchaseIfAlive,
  type PurchaseModelName,
  type PurchaseParams,
} from './purchase-model';
import { summarizeRfm } from './rfm-summary';

interface StressCase extends PurchaseParams {
  readonly x: number;
  readonly tx: number;
  readonly TT: number;
  readonly t: number;
  readonly exact: number;
  readonly pexact: number;
}

interface ReferenceCustomer {
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
  readonly monetary_value: number;
  readonly lifetimes: Readonly<Record<string, number>>;
  readonly exact: {
    p_alive: number;
    expected_purchases_t39: number;
    expected_avg_spend: number;
    clv_12m_d01_freqW: number;
  };
  readonly closed_form: { bg_p_buy_next39: number; mbg_p_buy_next39: number };
}

interface Reference {
  readonly fits: {
    readonly bg_nbd: { params: PurchaseParams; se: PurchaseParams; log_likelihood: number };
    readonly mbg_nbd: { params: PurchaseParams; se: PurchaseParams; log_likelihood: number };
    readonly gamma_gamma: { params: { p: number; q: number; v: number }; log_likelihood: number };
  };
  readonly customers_weekly: readonly ReferenceCustomer[];
  readonly stress_bg_params: readonly {
    frequency: number;
    recency: number;
    T: number;
    exact: { p_alive: string; e39: string };
  }[];
  readonly daily: { bg_params: PurchaseParams; bg_ll_days: number };
}

describe.skipIf(referenceMissing)(
  'CDNOW sample, calibrated to 1997-09-30 (free orders counted, as in the papers)',
  () => {
    const reference = readReferenceOrEmpty();
    const summary = referenceMissing
      ? null
      : summarizeRfm(readDataSet('cdnow_sample_orders.csv'), dayNumber(isoDay('1997-09-30')), true);

    /** The published data set holds weeks rounded to two decimals: whole hundredths of a week are our ticks. */
    const weekly = (name: PurchaseModelName): PurchaseFit => {
      const weeks = (days: Int32Array): Int32Array => days.map((day) => Math.round((day / 7) * 100));
      const { frequency, recency, age } = summary!;
      return fitPurchases(name, groupPurchases(frequency, weeks(recency), weeks(age), { tick: 0.01 }), {
        weakPrior: false,
      });
    };

    test('has 2,357 customers, 946 of whom came back 2,457 times (Fader & Hardie)', () => {
      expect(summary!.customerIds).toHaveLength(2357);
      expect(summary!.shop.repeatCustomers).toBe(946);
      expect(summary!.frequency.reduce((sum, x) => sum + x, 0)).toBe(2457);
    });

    test('BG/NBD gives r .243, alpha 4.414, a .793, b 2.426 to 3 decimals and LL -9582.43 (Fader, Hardie & Lee 2005)', () => {
      const fit = weekly('bg-nbd');
      expect(fit.params.r).toBeCloseTo(0.243, 3);
      expect(fit.params.alpha).toBeCloseTo(4.414, 3);
      expect(fit.params.a).toBeCloseTo(0.793, 3);
      expect(fit.params.b).toBeCloseTo(2.426, 3);
      expect(fit.logLikelihood).toBeCloseTo(reference.fits.bg_nbd.log_likelihood, 6);
      expect(fit.converged).toBe(true);
    });

    test('MBG/NBD gives lifetimes’ parameters to 4 decimals and no lower likelihood', () => {
      const fit = weekly('mbg-nbd');
      const published = reference.fits.mbg_nbd;
      for (const key of ['r', 'alpha', 'a', 'b'] as const)
        expect(fit.params[key]).toBeCloseTo(published.params[key], 4);
      expect(fit.logLikelihood).toBeGreaterThan(published.log_likelihood - 1e-7);
    });

    test('the standard error of r, from the Hessian, is lifetimes’ to 4 decimals', () => {
      for (const [name, published] of [
        ['bg-nbd', reference.fits.bg_nbd],
        ['mbg-nbd', reference.fits.mbg_nbd],
      ] as const) {
        const fit = weekly(name);
        expect(Math.sqrt(fit.covariance![0]!) * fit.params.r).toBeCloseTo(published.se.r, 4);
      }
    });

    test('fitted on days it gives lifetimes’ daily likelihood to 6 decimals', () => {
      const { frequency, recency, age } = summary!;
      const fit = fitPurchases('bg-nbd', groupPurchases(frequency, recency, age), { weakPrior: false });
      expect(fit.logLikelihood).toBeCloseTo(reference.daily.bg_ll_days, 6);
      expect(fit.params.alpha).toBeCloseTo(reference.daily.bg_params.alpha, 3);
    });

    test('Gamma-Gamma on repeat orders gives p 6.25, q 3.74, v 15.44 (Fader & Hardie, note 025)', () => {
      const { orders, means } = repeatOrders();
      const fit = fitGammaGamma(orders, means, { weakPrior: false });
      expect(fit.params.p).toBeCloseTo(6.25, 2);
      expect(fit.params.q).toBeCloseTo(3.74, 2);
      expect(Math.abs(fit.params.v - 15.44)).toBeLessThan(0.01);
      expect(fit.logLikelihood).toBeCloseTo(-4055.9177, 3);
    });

    test('with the published parameters every reference customer comes out to 1e-6, in both models', () => {
      const bg = { name: 'bg-nbd', params: reference.fits.bg_nbd.params } as const;
      const mbg = { name: 'mbg-nbd', params: reference.fits.mbg_nbd.params } as const;
      for (const {
        frequency: x,
        recency,
        T,
        monetary_value,
        exact,
        lifetimes,
        closed_form,
      } of reference.customers_weekly) {
        const customer = { frequency: x, recency, age: T };
        const alive = probabilityAlive(bg, customer);
        expect(alive).toBeCloseTo(exact.p_alive, 9);
        const purchases = (t: number): number => alive * expectedPurchasesIfAlive(bg, customer, t);
        expect(purchases(39)).toBeCloseTo(exact.expected_purchases_t39, 9);
        expect(purchases(52.14)).toBeCloseTo(lifetimes['expected_purchases_t52.14']!, 6);
        expect(alive * probabilityOfPurchaseIfAlive(bg, customer, 39)).toBeCloseTo(
          closed_form.bg_p_buy_next39,
          9,
        );
        const mbgAlive = probabilityAlive(mbg, customer);
        expect(mbgAlive).toBeCloseTo(lifetimes['mbg_p_alive']!, 9);
        expect(mbgAlive * expectedPurchasesIfAlive(mbg, customer, 39)).toBeCloseTo(
          lifetimes['mbg_expected_purchases_t39']!,
          6,
        );
        expect(mbgAlive * probabilityOfPurchaseIfAlive(mbg, customer, 39)).toBeCloseTo(
          closed_form.mbg_p_buy_next39,
          9,
        );

        const spend = expectedOrderValue(reference.fits.gamma_gamma.params, x, x * monetary_value);
        expect(spend).toBeCloseTo(exact.expected_avg_spend, 6);
        // lifetimes' year: twelve months of 4.345 weeks, one per cent a month.
        let clv = 0;
        for (let m = 1; m <= 12; m++)
          clv += (spend * (purchases(m * 4.345) - purchases((m - 1) * 4.345))) / 1.01 ** m;
        expect(clv).toBeCloseTo(exact.clv_12m_d01_freqW, 6);
      }
    });

    test('heavy buyers, up to 5,000 purchases, agree with 60-digit arithmetic to 1e-9 relative', () => {
      const bg = { name: 'bg-nbd', params: reference.fits.bg_nbd.params } as const;
      for (const { frequency, recency, T, exact } of reference.stress_bg_params) {
        const customer = { frequency, recency, age: T };
        const alive = probabilityAlive(bg, customer);
        expectRelative(alive, Number(exact.p_alive), 1e-9);
        expectRelative(alive * expectedPurchasesIfAlive(bg, customer, 39), Number(exact.e39), 1e-9);
      }
    });

    function repeatOrders(): { readonly orders: Int32Array; readonly means: Float64Array } {
      const data = readDataSet('cdnow_sample_orders.csv');
      const until = dayNumber(isoDay('1997-09-30'));
      const byCustomer = new Map<number, Map<number, number>>();
      data.customer.forEach((customer, row) => {
        if (data.day[row]! > until) return;
        const days = byCustomer.get(customer) ?? new Map<number, number>();
        byCustomer.set(
          customer,
          days.set(data.day[row]!, (days.get(data.day[row]!) ?? 0) + data.revenue![row]!),
        );
      });
      const repeat = [...byCustomer.values()].map((days) =>
        [...days.entries()].sort(([a], [b]) => a - b).slice(1),
      );
      const valued = repeat
        .map((days) => ({ n: days.length, sum: days.reduce((total, [, value]) => total + value, 0) }))
        .filter(({ sum }) => sum > 0);
      return {
        orders: Int32Array.from(valued, ({ n }) => n),
        means: Float64Array.from(valued, ({ n, sum }) => sum / n),
      };
    }
  },
);

describe.skipIf(referenceMissing)('the 32 stress cases, known to 60 digits', () => {
  const cases = referenceMissing ? [] : (readReference('bgnbd_stress_exact.json') as readonly StressCase[]);

  test('P(alive) and expected purchases are right to 1e-9 relative, at a = 1 and beside it too', () => {
    expect(cases).toHaveLength(32);
    for (const { x, tx, TT, t, exact, pexact, ...params } of cases) {
      const model = { name: 'bg-nbd', params } as const;
      const customer = { frequency: x, recency: tx, age: TT };
      const alive = probabilityAlive(model, customer);
      expectRelative(alive, pexact, 1e-9);
      expectRelative(alive * expectedPurchasesIfAlive(model, customer, t), exact, 1e-9);
    }
  });

  test('the integral that stands in for long sums gives the same, to 1e-9 relative', () => {
    for (const { r, alpha, a, b, x, tx, TT, t, exact } of cases) {
      const alive = probabilityAlive(
        { name: 'bg-nbd', params: { r, alpha, a, b } },
        { frequency: x, recency: tx, age: TT },
      );
      expectRelative(alive * integralOverLeaving(r + x, t / (alpha + TT), a, b + x), exact, 1e-9);
    }
  });
});

/** Below the smallest normal number there are no relative digits left. */
function expectRelative(actual: number, exact: number, tolerance: number): void {
  if (exact < 1e-300) expect(actual).toBeLessThan(1e-290);
  else expect(Math.abs(actual / exact - 1)).toBeLessThan(tolerance);
}

function readReferenceOrEmpty(): Reference {
  return referenceMissing ? ({} as Reference) : (readReference('cdnow_lifetimes.json') as Reference);
}
