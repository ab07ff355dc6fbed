import { describe, expect, it } from 'vitest';
import { simulateMarketing } from '../simulate/marketing/simulate-marketing';
import type { SimulatedChannel } from '../simulate/marketing/marketing-world';
import { entangledPairs } from './entangled-pairs';
import { fadingChannels } from './fading';
import { prepareOrThrow } from './fixtures/fit-mix';

const CHANNEL: SimulatedChannel = {
  name: 'meta',
  kind: 'social',
  meanSpend: 100,
  roas: 4,
  theta: 0.4,
  halfSaturation: 1.5,
  slope: 1,
  flights: { on: 30, off: 12 },
};

function change(fadesTo: number): number | null {
  const { series } = simulateMarketing({
    seed: 11,
    rows: 730,
    channels: [{ ...CHANNEL, fadesTo }],
    mediaShare: 0.3,
    baselineForm: 'add',
    noise: { share: 0.06 },
  });
  return fadingChannels(prepareOrThrow(series))[0]!;
}

describe('fading', () => {
  it('is seen where a channel ends at a third of what it began with: minus one mean, within a half', () => {
    // From 1 down to 1/3 with mean 2/3: the change is one mean.
    const found = change(1 / 3);
    expect(found).not.toBeNull();
    expect(Math.abs(found! + 1)).toBeLessThan(0.5);
  });

  it('is not claimed of a channel that stays what it was', () => {
    expect(change(1)).toBeNull();
  });
});

describe('entangled channels', () => {
  it('are reported with their sum, which is surer than either', () => {
    const first = Float64Array.from({ length: 101 }, (_, d) => 1 + d / 50);
    const second = first.map((value) => 4 - value);
    const [pair] = entangledPairs(
      ['a', 'b', 'c'],
      [{ roas: first }, { roas: second }, { roas: first }],
      [10, 10, 10],
    );
    expect(pair!.names).toEqual(['a', 'b']);
    expect(pair!.correlation).toBeCloseTo(-1, 12);
    expect(pair!.contribution.low).toBeCloseTo(40, 9);
    expect(pair!.contribution.high).toBeCloseTo(40, 9);
    expect(pair!.roas.mean).toBeCloseTo(2, 9);
  });
});
