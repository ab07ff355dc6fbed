import { describe, expect, it } from 'vitest';
import { createRng, nextNormal } from '../numeric/rng';
import { controlColumns } from './given-columns';

const ROWS = 700;
const rng = createRng(1, 'controls');
const clicks = new Float64Array(ROWS).map(() => 400 + 40 * nextNormal(rng));
const promotion = clicks.map((_, t) => (t % 60 < 5 ? 1 : 0));
const named = (values: Float64Array) => [{ name: 'given', values }];

describe('the columns of a control', () => {
  it('are two where a day’s value is a measurement: itself and the mean of the 21 days around', () => {
    const [plain, slow] = controlColumns(named(clicks), ROWS, 1);
    const around = (t: number) => clicks.subarray(t - 10, t + 11).reduce((sum, value) => sum + value / 21, 0);
    // Both are in their own standard deviations: only proportions are comparable.
    const rise = (values: Float64Array) => (values[300]! - values[100]!) / (values[500]! - values[100]!);
    expect(rise(plain!.values)).toBeCloseTo((clicks[300]! - clicks[100]!) / (clicks[500]! - clicks[100]!), 4);
    expect(rise(slow!.values)).toBeCloseTo((around(300) - around(100)) / (around(500) - around(100)), 4);
  });

  it('is one for a switch, whose days are known exactly, and for a week, which is a mean already', () => {
    expect(controlColumns(named(promotion), ROWS, 1)).toHaveLength(1);
    expect(controlColumns(named(clicks), ROWS, 7)).toHaveLength(1);
  });

  it('has the scale of the known rows, whatever the unit: forecasts do not move what was learned', () => {
    const longer = Float64Array.from([...clicks, ...clicks.map((value) => 50 * value)]);
    const plain = controlColumns(named(clicks), ROWS, 7)[0]!.values;
    expect(controlColumns(named(longer), ROWS, 7)[0]!.values.subarray(0, ROWS)).toEqual(plain);
    const other = controlColumns(named(clicks.map((value) => 1000 * value)), ROWS, 7)[0]!.values;
    other.forEach((value, t) => expect(value).toBeCloseTo(plain[t]!, 6));
  });

  it('is none where nothing moves', () => {
    expect(controlColumns(named(clicks.map(() => 3)), ROWS, 1)).toEqual([]);
  });
});
