import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addDays, isoDay } from '~/domain/iso-day';
import { range90 } from '../../tests/support/forecast-ranges';
import { ChanceChart } from './chance-chart';
import { failOnComplaints, LANGUAGES } from './fixtures/page-states';
import { courseOf } from './fixtures/record-views';
import { ENGLISH, readText, renderPage, SPANISH } from './fixtures/render-page';

failOnComplaints();

const TODAY = isoDay('2026-11-20');
const show = (daysAgo: readonly number[], chance: number, locale = ENGLISH) => {
  const course = courseOf(daysAgo, range90(chance, chance * 0.8, Math.min(1, chance * 1.2)));
  const purchases = daysAgo.map((ago) => addDays(TODAY, -ago));
  return renderPage(<ChanceChart course={course} purchases={purchases} />, locale);
};
const label = () => screen.getByRole('img').getAttribute('aria-label')?.replaceAll('\u00a0', ' ');

describe('ChanceChart', () => {
  describe.each(LANGUAGES)('in %s', (_language, locale) => {
    it.each([
      ['an order today', [0], 0.5],
      ['one order long ago', [1500], 0.01],
      ['a certain return', [3, 10, 17], 1],
      ['no chance at all', [900, 1000], 0],
      ['many orders', Array.from({ length: 300 }, (_, i) => 5 + 4 * i), 0.9],
    ])('has no hole in its words or its drawing: %s', (_name, daysAgo, chance) => {
      const result = show(daysAgo, chance, locale);
      expect(readText(result)).not.toMatch(/undefined|NaN|Infinity|charts\.|[{}]/);
      expect(result.container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    });
  });

  it('concludes how far the chance has fallen since the last order, and where silence leads', () => {
    show([96, 127, 190], 0.18);
    expect(label()).toMatch(
      /^Since the last order, the probability of another within 90 days has fallen from \d\d% to 18%\. After 90 more days without one it will be \d+%\.$/,
    );
  });

  it('has nothing to compare on the day of an order', () => {
    show([0, 30], 0.7);
    expect(label()).toMatch(
      /^The probability of an order within 90 days is 70%\. After 90 days without one it will be \d\d%\.$/,
    );
  });

  it('says the same in Spanish', () => {
    show([96, 127, 190], 0.18, SPANISH);
    expect(label()).toMatch(
      /ha bajado: antes \d\d %, ahora 18 %\. Con 90 días más sin comprar, será \d+ %\.$/,
    );
  });

  it('gives the line as figures with their ranges, and names the days with an order', () => {
    show([96, 127], 0.18);
    const rows = screen.getAllByRole('row', { hidden: true });
    expect(rows[1]?.textContent).toContain('if they do not order');
    const order = within(screen.getByRole('row', { name: /Aug\s16,\s2026/, hidden: true }));
    expect(order.getByText('order')).toBeTruthy();
    const today = screen.getByRole('row', { name: /Nov\s20,\s2026/, hidden: true });
    expect(today.textContent).toBe('Nov\u00a020,\u00a0202618%14% to 22%–');
  });

  it('keeps everything within the drawing', () => {
    const { container } = show([3, 400, 800], 0.97);
    for (const line of container.querySelectorAll('.tm-plot__mark')) {
      expect(Number(line.getAttribute('x1'))).toBeGreaterThanOrEqual(0);
      expect(Number(line.getAttribute('x1'))).toBeLessThanOrEqual(100);
    }
  });
});
