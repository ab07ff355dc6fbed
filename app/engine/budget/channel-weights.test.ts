import { describe, expect, it } from 'vitest';
import { logNormalAround } from '~/domain/log-normal';
import { channelWeights, type KnownValue } from './channel-weights';

const meanOf = (draws: Float64Array) => draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
const spreadOf = (draws: Float64Array) => {
  const logs = draws.map(Math.log);
  const mean = meanOf(logs);
  return Math.sqrt(meanOf(logs.map((log) => (log - mean) ** 2)));
};
const value = (channel: string, mean: number): KnownValue => ({
  channel,
  ...logNormalAround(mean, 0.9 * mean, 1.1 * mean),
});
const weigh = (channels: readonly string[], known: readonly KnownValue[]) =>
  channelWeights({ channels, known, seed: 1 });

describe('the weights of channels', () => {
  const known = [value('Meta', 2), value('google', 4)];

  it("are their own customers' value, whatever the case of the name", () => {
    const [meta, google] = weigh(['meta', 'Google '], known);
    expect([meta?.source, google?.source]).toStrictEqual(['own', 'own']);
    expect(meanOf(meta!.draws)).toBeCloseTo(2, 9);
    expect(meanOf(google!.draws)).toBeCloseTo(4, 9);
  });

  it('are those of the others where nobody knows the customers: between them, with more doubt', () => {
    const [meta, tiktok] = weigh(['meta', 'tiktok'], known);
    expect(tiktok?.source).toBe('others');
    expect(meanOf(tiktok!.draws)).toBeGreaterThan(2);
    expect(meanOf(tiktok!.draws)).toBeLessThan(4);
    expect(spreadOf(tiktok!.draws)).toBeGreaterThan(4 * spreadOf(meta!.draws));
  });

  it('are what the file says of channels that it does not name', () => {
    const [tiktok] = weigh(['tiktok'], [...known, value('*', 5)]);
    expect(tiktok).toMatchObject({ source: 'others' });
    expect(meanOf(tiktok!.draws)).toBeCloseTo(5, 9);
  });

  it('are 1 with the spread of channels where no customer is known at all, each with its own dice', () => {
    const [meta, google] = weigh(['meta', 'google'], []);
    expect([meta?.source, google?.source]).toStrictEqual(['unknown', 'unknown']);
    expect(meanOf(meta!.draws)).toBeCloseTo(1, 9);
    expect(meta!.draws).not.toStrictEqual(google!.draws);
  });

  it('carry the margin', () => {
    const [meta] = channelWeights({ channels: ['meta'], known, seed: 1, marginShare: 0.25 });
    expect(meanOf(meta!.draws)).toBeCloseTo(0.5, 9);
  });
});
