import { describe, expect, it } from 'vitest';
import { trueLift } from './true-lift';
import { simulateWorld } from './world-presets';

const world = simulateWorld('realistic', { seed: 3, channels: 4 });
const { firstDay, revenue } = world.series;
const lastDay = firstDay + revenue.length - 1;
const everything = { firstDay, lastDay };
const names = world.truth.channels.map(({ name }) => name);
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

describe('the true lift of an experiment', () => {
  it('is all of a contribution when the channel is off from first to last day, and adds up over channels', () => {
    const each = world.truth.channels.map(({ name, contribution }) => {
      const lift = trueLift(world, { ...everything, channels: [name] });
      // Contributions are rounded to 1/1024 a row.
      expect(Math.abs(lift - total(contribution))).toBeLessThan(revenue.length / 1024);
      return lift;
    });
    const all = trueLift(world, { ...everything, channels: names });
    expect(all).toBeCloseTo(
      each.reduce((sum, lift) => sum + lift, 0),
      6,
    );
  });

  it('leaves what was at work before to both arms, and what comes later to who measures on', () => {
    const video = world.truth.channels.findIndex(({ kind }) => kind === 'video');
    const test = { channels: [names[video]!], firstDay: firstDay + 300, lastDay: firstDay + 327 };
    const during = trueLift(world, test);
    const contribution = total(world.truth.channels[video]!.contribution.subarray(300, 328));
    expect(during).toBeGreaterThan(0);
    expect(during).toBeLessThan(contribution);
    expect(trueLift(world, { ...test, measuredUntil: test.lastDay + 30 })).toBeGreaterThan(during);
    expect(trueLift(world, { ...test, removedShare: 0 })).toBe(0);
  });
});
