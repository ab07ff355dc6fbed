import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../simulate/marketing/world-presets';
import { smallSeries } from './fixtures/small-series';
import { previewMix } from './preview-mix';

describe('the instant preview', () => {
  const { series, truth } = simulateWorld('clean', { seed: 3, rows: 365, channels: 3 });

  it('finds what media bring together to within a third in a clean year, and calls itself ridge', () => {
    const preview = previewMix(series);
    if (preview.status !== 'preview') throw new Error('refused');
    expect(preview.method).toBe('ridge');
    const found = preview.channels.reduce((sum, { contribution }) => sum + contribution.mean, 0);
    const total = truth.channels.reduce((sum, { roas, spend }) => sum + roas * spend, 0);
    expect(Math.abs(found / total - 1)).toBeLessThan(1 / 3);
    for (const { roas, contribution, spend } of preview.channels) {
      expect(roas.low).toBeLessThan(roas.high);
      expect(contribution.mean / spend).toBeCloseTo(roas.mean, 9);
    }
  });

  it('has a mean fitted revenue of the mean revenue', () => {
    const preview = previewMix(series);
    if (preview.status !== 'preview') throw new Error('refused');
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(sum(preview.fitted) / sum(series.revenue)).toBeCloseTo(1, 6);
  });

  it('gives two equal channels equal parts: a ridge has one answer where least squares has none', () => {
    const plain = smallSeries(200);
    const twin = { ...plain, channels: [plain.channels[0]!, { ...plain.channels[0]!, name: 'twin' }] };
    const preview = previewMix(twin);
    if (preview.status !== 'preview') throw new Error('refused');
    const [first, second] = preview.channels;
    expect(first!.contribution.mean / second!.contribution.mean).toBeCloseTo(1, 6);
  });

  it('refuses what the full fit refuses', () => {
    expect(previewMix(smallSeries(60))).toMatchObject({ reason: 'history-too-short' });
  });
});
