import { describe, expect, it } from 'vitest';
import { fitOrThrow } from './fixtures/fit-mix';
import { readSeriesColumns, referenceSeriesMissing } from './fixtures/reference-series';
import { previewMix } from './preview-mix';

const NAMES = ['x1_Search-Ads', 'x2_Social-Media', 'x3_Local-Ads', 'x4_Email'];

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe.skipIf(referenceSeriesMissing)(
  'two years of a small business, weekly, with its truth (PyMC Labs)',
  () => {
    const column = referenceSeriesMissing
      ? () => new Float64Array(0)
      : readSeriesColumns('small_business.csv');
    const series = {
      granularity: 'weekly' as const,
      firstDay: 18_266,
      revenue: column('y'),
      channels: NAMES.map((name) => ({ name, spend: column(name) })),
      controls: ['c1', 'c2'].map((name) => ({ name, values: column(name) })),
      country: null,
    };
    const trueContribution = (name: string): number => sumOf(column(`contribution_${name}`));
    const total = NAMES.reduce((sum, name) => sum + trueContribution(name), 0);

    it('gives each channel its true contribution, the errors adding up to less than 15 % of media, ridge’s to more', () => {
      const { fit } = fitOrThrow(series);
      const error = (found: readonly { name: string; contribution: { mean: number } }[]): number =>
        found.reduce(
          (sum, { name, contribution }) => sum + Math.abs(contribution.mean - trueContribution(name)),
          0,
        ) / total;
      const preview = previewMix(series);
      if (preview.status !== 'preview') throw new Error('refused');
      expect(error(fit.channels)).toBeLessThan(0.15);
      expect(error(preview.channels)).toBeGreaterThan(error(fit.channels));
      for (const { name, contribution, verdicts } of fit.channels) {
        expect(contribution.low).toBeLessThan(trueContribution(name));
        expect(contribution.high).toBeGreaterThan(trueContribution(name));
        expect(verdicts.map(({ code }) => code)).toContain('learns-well');
      }
    }, 60_000);
  },
);
