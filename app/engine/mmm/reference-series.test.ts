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

const WEEK_ROWS = { granularity: 'weekly', country: null } as const;

describe.skipIf(referenceSeriesMissing)(
  'PyMC-Marketing’s example, 179 weeks of two channels and two events',
  () => {
    const column = referenceSeriesMissing ? () => new Float64Array(0) : readSeriesColumns('mmm_example.csv');
    /** Its published truth: normalised geometric adstock over eight weeks, logistic saturation. */
    const published = [
      { name: 'x1', alpha: 0.4, lambda: 4, beta: 3000 },
      { name: 'x2', alpha: 0.2, lambda: 3, beta: 2000 },
    ];
    const trueContribution = ({ name, alpha, lambda, beta }: (typeof published)[number]): number => {
      const spend = column(name);
      const weights = Float64Array.from({ length: 8 }, (_, lag) => alpha ** lag);
      const scale = sumOf(weights);
      return sumOf(
        spend.map((_, t) => {
          const stock = weights.reduce(
            (sum, weight, lag) => sum + (weight * (spend[t - lag] ?? 0)) / scale,
            0,
          );
          return (beta * (1 - Math.exp(-lambda * stock))) / (1 + Math.exp(-lambda * stock));
        }),
      );
    };

    it('holds the true contribution of both in its 90 % ranges, though their curves are of another form', () => {
      const { fit } = fitOrThrow(
        {
          ...WEEK_ROWS,
          firstDay: 17_623,
          revenue: column('y'),
          channels: published.map(({ name }) => ({ name, spend: column(name) })),
          controls: [],
        },
        { events: ['event_1', 'event_2'].map((name) => ({ name, values: column(name) })) },
      );
      for (const truth of published) {
        const { contribution, hasEvidence } = fit.channels.find(({ name }) => name === truth.name)!;
        expect(hasEvidence).toBe(true);
        expect(contribution.low).toBeLessThan(trueContribution(truth));
        expect(contribution.high).toBeGreaterThan(trueContribution(truth));
      }
    }, 60_000);
  },
);

describe.skipIf(referenceSeriesMissing)(
  'Robyn’s demonstration, 208 weeks of five channels without a truth',
  () => {
    const column = referenceSeriesMissing
      ? () => new Float64Array(0)
      : readSeriesColumns('dt_simulated_weekly.csv');
    const names = ['tv_S', 'ooh_S', 'print_S', 'facebook_S', 'search_S'];

    it('fits, explains each channel, and leaves most sales to what is not advertising', () => {
      const series = {
        ...WEEK_ROWS,
        firstDay: 16_762,
        revenue: column('revenue'),
        channels: names.map((name) => ({ name, spend: column(name) })),
        controls: ['competitor_sales_B', 'newsletter'].map((name) => ({ name, values: column(name) })),
      };
      const { fit } = fitOrThrow(series);
      expect(fit.channels.map(({ name }) => name)).toEqual(names);
      for (const { verdicts, roas, share } of fit.channels) {
        expect(verdicts.length).toBeGreaterThan(0);
        expect(roas.low).toBeGreaterThan(0);
        expect(share.high).toBeLessThan(0.5);
      }
      expect(fit.baseline.share.low).toBeGreaterThan(0.5);
      expect(fit.baseline.probabilityNegative).toBeLessThan(0.01);
    }, 60_000);
  },
);
