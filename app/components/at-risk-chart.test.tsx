import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AtRiskChart } from './at-risk-chart';
import { atRiskHistory } from './fixtures/at-risk-history';
import { failOnComplaints, LANGUAGES } from './fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from './fixtures/render-page';

failOnComplaints();

type Points = Parameters<typeof AtRiskChart>[0]['points'];
const show = (points: Points, locale = ENGLISH) => renderPage(<AtRiskChart points={points} />, locale);

describe('AtRiskChart', () => {
  describe.each(LANGUAGES)('in %s', (_language, locale) => {
    it.each(Object.entries(atRiskHistory))('has no hole in its words or its drawing: %s', (_name, points) => {
      const result = show(points, locale);
      expect(readText(result)).not.toMatch(/undefined|NaN|Infinity|charts\.|[{}]/);
      expect(result.container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    });
  });

  it('concludes before it draws: now, since the last calculation, since four weeks ago', () => {
    const result = show(atRiskHistory.rising);
    const label = screen.getByRole('img').getAttribute('aria-label')?.replaceAll('\u00a0', ' ');
    expect(label).toBe(
      'On Nov 20, 2026, €48,000 was at risk; most likely between €41,000 and €56,000, 8 times in 10. ' +
        'Since Nov 19, 2026: €1,000 more, within the ranges: no real change. ' +
        'Since Oct 23, 2026: €15,000 more. The ranges do not touch, so it is a real change.',
    );
    expect(readText(result)).toContain('the band holds the true amount 8 times in 10');
  });

  it('says the same in Spanish', () => {
    expect(readText(show(atRiskHistory.rising, SPANISH))).toContain(
      'Desde el 23 oct 2026: 15.000 € más. Los intervalos no se tocan: es un cambio real.',
    );
  });

  it('is a sentence while there is only one point', () => {
    const result = show(atRiskHistory.one);
    expect(readText(result)).toContain('The line begins here');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is nothing before the first point', () => {
    expect(readText(show([]))).toBe('');
  });

  it('counts the last of several calculations of a day', () => {
    const [now] = atRiskHistory.one;
    const result = show([now, { ...now, moneyAtRisk: { ...now.moneyAtRisk, mean: 50_000 } }]);
    expect(readText(result)).toContain('€50,000');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('draws as many points as the table has rows, and says how many there are', () => {
    const result = show(atRiskHistory['two years']);
    expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(1 + 120);
    expect(readText(result)).toContain('120 of 730 calculations are drawn.');
  });

  it('calls it no change where nothing can be told apart', () => {
    expect(readText(show(atRiskHistory.flat))).toContain('Since Nov 19, 2026: no change.');
  });
});
