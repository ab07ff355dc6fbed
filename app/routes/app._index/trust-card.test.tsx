import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failOnComplaints, LANGUAGES } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { onlyPastTrust, trackedTrust, uncheckedTrust } from '~/components/fixtures/trust-views';
import { isoDay } from '~/domain/iso-day';
import type { BacktestView, PastForecastView, TrustView } from '~/services/views/trust-view';
import { TrustCard } from './trust-card';

failOnComplaints();

const show = (trust: TrustView | null, locale = ENGLISH) =>
  renderPage(<TrustCard trust={trust} analysisDay={isoDay('2026-11-20')} />, locale);

const newest = the(trackedTrust.track[0]);
const backtest = the(trackedTrust.backtest);
const tracked = (change: Partial<PastForecastView>): TrustView => ({
  ...trackedTrust,
  track: [{ ...newest, ...change }],
});
const tried = (change: Partial<BacktestView>): TrustView => ({
  ...onlyPastTrust,
  backtest: { ...backtest, ...change },
});
const exactly = (mean: number) => ({ mean, low: mean, high: mean, level: 0.8 });

const states: Readonly<Record<string, TrustView | null>> = {
  'a track record': trackedTrust,
  'a track record without a trial': { ...trackedTrust, backtest: null },
  'a trial only': onlyPastTrust,
  'a trial from one day': tried({ origins: backtest.origins.slice(0, 1) }),
  'a trial without origins': tried({ origins: [], candidates: [], calibration: [] }),
  nothing: uncheckedTrust,
  'nothing, and nothing waiting': { ...uncheckedTrust, nextScoreOn: null },
  rules: null,
  'nobody came': tracked({ actualPurchases: 0, actualBuyers: 0, actualRevenue: 0, rankingArea: null }),
  'no customers': tracked({
    expectedPurchases: exactly(0),
    expectedBuyers: exactly(0),
    expectedRevenue: exactly(0),
    actualPurchases: 0,
    unlikely: { customers: 0, cameBack: 0, low: 0, high: 0 },
    calibration: [],
    calibrationError: 0,
    rankingArea: null,
  }),
  'tiny numbers': tracked({
    expectedPurchases: { mean: 0.03, low: 0, high: 0.4, level: 0.8 },
    actualPurchases: 1,
  }),
  'one of each': tracked({
    expectedPurchases: exactly(1),
    actualPurchases: 1,
    unlikely: { customers: 1, cameBack: 1, low: 0, high: 1 },
    calibration: newest.calibration.slice(0, 1),
  }),
  'chances of 0 and 1': tracked({
    calibration: [
      { customers: 5, forecast: 0, actual: 0, low: 0, high: 0 },
      { customers: 5, forecast: 1, actual: 1, low: 1, high: 1 },
    ],
  }),
  'codes of tomorrow': {
    ...trackedTrust,
    model: 'brand-new',
    choice: { code: 'brand-new', values: {} },
    backtest: { ...backtest, candidates: [{ ...the(backtest.candidates[5]), name: 'brand-new' }] },
  },
};

describe('TrustCard', () => {
  describe.each(LANGUAGES)('in %s', (_language, locale) => {
    it.each(Object.entries(states))('has no hole in its words or drawing: %s', (_name, trust) => {
      const result = show(trust, locale);
      const hole = /undefined|NaN|Infinity|\[object|trust\.|[{}]/;
      expect(readText(result)).not.toMatch(hole);
      expect(result.container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    });
  });

  it('opens with how far off the newest forecast was that the merchant saw, and whether its range held', () => {
    expect(readText(show(trackedTrust))).toContain(
      'The forecast made 3 months ago was 6% high: 1,240 orders expected, 1,170 came.' +
        'The range we gave, 1,102 to 1,391, held what came. It should do so 8 times in 10.',
    );
    cleanup();
    expect(readText(show(trackedTrust, SPANISH))).toContain(
      'La previsión de hace 3 meses se pasó un 6 %: esperaba 1.240 pedidos y llegaron 1.170.',
    );
  });

  it('admits a forecast that was too low, and one whose range failed', () => {
    const text = readText(
      show(tracked({ actualPurchases: 1432, inRange: { ...newest.inRange, purchases: false } })),
    );
    expect(text).toContain('was 13% low: 1,240 orders expected, 1,432 came');
    expect(text).toContain('What came fell outside the range we gave, 1,102 to 1,391');
  });

  it('says of a trial on the past that the merchant never saw it', () => {
    const text = readText(show(onlyPastTrust));
    expect(text).toContain('The same method, tried on your past');
    expect(text).toContain(
      'A forecast made 3 months ago, with only what was known then, would have been 3% high',
    );
    expect(text).toContain('You never saw this forecast');
    expect(text).not.toContain('A forecast we showed you');
  });

  it('divides by nothing where nobody came', () => {
    expect(readText(show(the(states['nobody came'] ?? null)))).toContain(
      'expected 1,240 orders, and none came.',
    );
  });

  it('chooses singular and plural by the number as it is read', () => {
    expect(readText(show(the(states['one of each'] ?? null)))).toContain('1 order expected, 1 came');
    cleanup();
    const text = readText(show(the(states['one of each'] ?? null), SPANISH));
    expect(text).toContain('esperaba 1 pedido y llegó 1');
    expect(text).toContain(
      'De 1 cliente al que dábamos menos de un 20 %, volvió el 100 % (1); se esperaba del 0 % al 100 %.',
    );
    cleanup();
    expect(readText(show(the(states['tiny numbers'] ?? null)))).toContain(
      'under 0.1 orders expected, 1 came',
    );
  });

  it.each([
    [17, 'As it should be.'],
    [14, 'As it should be.'],
    [24, 'As it should be.'],
    [25, 'More than expected'],
    [13, 'Fewer than expected'],
  ])('judges %d of 120 unlikely customers who came back, 14 to 24 expected: %s', (cameBack, verdict) => {
    const text = readText(show(tracked({ unlikely: { ...newest.unlikely, cameBack } })));
    expect(text).toContain(
      `less than 20%, ${Math.round(cameBack / 1.2)}% came back (${cameBack}); expected 12% to 20%. ${verdict}`,
    );
  });

  it('says the track record in words right below the headline, in both languages', () => {
    expect(readText(show(trackedTrust, SPANISH))).toContain(
      'De 120 clientes a los que dábamos menos de un 20 %, volvió el 14 % (17); se esperaba del 12 % al 20 %. Lo que tenía que pasar.',
    );
    const record = document.querySelector('.tm-trust__record');
    expect(record?.previousElementSibling?.className).toBe('tm-trust__detail');
  });

  it('draws the calibration with its conclusion as label, and tells a failed group by its shape', () => {
    const { container } = show(trackedTrust);
    const label = screen.getByRole('img').getAttribute('aria-label');
    expect(label).toContain('Of 10 groups of customers, 9 came back as often as expected.');
    expect(label).toContain('Customers given 78% came back in 77% of cases');
    const drawing = the(container.querySelector('.tm-chart'));
    expect(drawing.querySelectorAll('.tm-chart__disc')).toHaveLength(9);
    expect(drawing.querySelectorAll('.tm-chart__diamond')).toHaveLength(1);
  });

  it('gives the drawing as a table too, with its ranges', () => {
    show(trackedTrust);
    const row = screen.getByRole('row', { name: /more often than expected/, hidden: true });
    expect(row.textContent).toContain('2.1% to 3.9%');
  });

  it('keeps every share inside the drawing', () => {
    const { container } = show(the(states['chances of 0 and 1'] ?? null));
    for (const disc of container.querySelectorAll('.tm-chart .tm-chart__disc')) {
      expect(Number(disc.getAttribute('cx'))).toBeGreaterThanOrEqual(0);
      expect(Number(disc.getAttribute('cx'))).toBeLessThanOrEqual(340);
    }
  });

  it('names what is missing, and by when, while nothing can be checked', () => {
    const text = readText(show(uncheckedTrust, SPANISH));
    expect(text).toContain('Todavía no se puede comprobar nada.');
    expect(text).toContain('La primera previsión se podrá comprobar el 18 feb 2027.');
    expect(text).toContain('aún no hay historial para compararlo con otros en tu tienda');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it.each([
    [0.774, 'No simple rule ranks customers better'],
    [0.8055, 'ranks customers as well as our model here (81 of 100 both)'],
    [0.84, 'ranks customers better than our model here (84 against 81 of 100)'],
  ])('says honestly how the rule compares whose ranking area is %d', (rankingArea, words) => {
    const candidates = backtest.candidates.map((candidate) =>
      candidate.name === 'hiatus' ? { ...candidate, rankingArea } : candidate,
    );
    expect(readText(show(tried({ candidates })))).toContain(words);
  });

  it('gives no figure of a rule that only ranks, and marks the forecast in use', () => {
    show(trackedTrust);
    const rule = screen.getByRole('row', { name: /days since the last order/, hidden: true });
    expect(rule.textContent).toBe('Rule: days since the last order 77only ranks––');
    expect(screen.getByRole('row', { name: /In use/, hidden: true }).textContent).toContain('corrected by');
  });

  it('says why the model is in use, with the numbers it won by', () => {
    expect(readText(show(onlyPastTrust))).toContain(
      'In 2 trials on your past it forecast better than the one we start from: 0.034 points of score per customer, with a margin of error of 0.0091.',
    );
    cleanup();
    expect(
      readText(show({ ...trackedTrust, choice: { code: 'no-churn-detectable', values: {} } })),
    ).toContain('the model assumes that nobody leaves');
  });

  it('counts how many forecasts held, once there are several', () => {
    expect(readText(show(trackedTrust))).toContain(
      '2 forecasts of ours have been checked; the orders that came were within the range in 1 of them.',
    );
  });
});

function the<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the fixture lacks a part');
  return value;
}
