import { describe, expect, it } from 'vitest';
import { prepareMix } from '~/engine/mmm/prepare-mix';
import { previewMix } from '~/engine/mmm/preview-mix';
import { sampleChain, samplingPlan } from '~/engine/mmm/sample-chain';
import { summariseMix } from '~/engine/mmm/summarise-mix';
import { simulateWorld } from '~/engine/simulate/marketing/world-presets';
import { fitMix, type MixProgress, type MixTasks } from './fit-mix';

const { series } = simulateWorld('clean', { seed: 7, rows: 150, channels: 1 });

/** The engine in this thread, with so many draws a unit of effort; `efforts` gets what was asked for. */
function tasksWith(draws: number, efforts: number[]): MixTasks {
  return {
    preview: (given, options) => Promise.resolve(previewMix(given, options)),
    prepare: (given, options) => Promise.resolve(prepareMix(given, options)),
    sample: (prepared, seed, effort, onProgress) => {
      efforts.push(effort);
      return Promise.resolve(sampleChain(prepared, seed, onProgress, { warmup: 60, draws: draws * effort }));
    },
    summarise: (prepared, chains) => Promise.resolve(summariseMix(prepared, chains)),
    backtest: () => Promise.resolve(null),
    experiments: () => Promise.resolve(null),
  };
}

describe('the fit of a mix', () => {
  it('draws four chains once where they agree', async () => {
    const efforts: number[] = [];
    const { mix } = await fitMix(tasksWith(600, efforts), { series, options: {}, seed: 1, backtest: false });
    expect([mix.status, efforts]).toEqual(['fitted', [1, 1, 1, 1]]);
  });

  it('draws longer chains where the first do not agree, says so, and gives up when those do not either', async () => {
    const efforts: number[] = [];
    const steps: MixProgress[] = [];
    const request = { series, options: {}, seed: 1, backtest: false } as const;
    const { mix } = await fitMix(tasksWith(12, efforts), {
      ...request,
      onProgress: (step) => steps.push(step),
    });
    expect(mix.status).toBe('not-converged');
    expect(efforts.map((effort) => effort > 1)).toEqual([false, false, false, false, true, true, true, true]);
    expect(steps.some((progress) => progress.step === 'sample' && progress.again)).toBe(true);
  });

  it('takes so many draws that large models cost no more than they must and small ones are sure', () => {
    const drawsOf = (rows: number, channels: number, effort = 1): number =>
      samplingPlan({ rows, channels: Array.from({ length: channels }) }, effort).draws;
    expect(drawsOf(104, 2)).toBeGreaterThan(1.5 * drawsOf(1095, 8));
    expect(drawsOf(1095, 8, 3)).toBe(3 * drawsOf(1095, 8));
  });
});
