import { describe, expect, it } from 'vitest';
import { steadyChannel, tableOf } from './fixtures/budget-channels';
import { horizonRevenue } from './horizon-response';
import { meanResponse, responseDraws, tabulateResponses } from './response-table';
import { currentDailySpend, sustainedDailySpend } from './spend-levels';

const curve = { beta: 1000, theta: 0.6, halfSaturation: 100, slope: 1.5 };

describe('the response table', () => {
  it('gives the simulated horizon between its nodes: to 0.1 % of full saturation a day, 0.01 % near today', () => {
    for (const slope of [0.5, 1, 2, 4]) {
      for (const theta of [0, 0.4, 0.85]) {
        const channel = steadyChannel('meta', 100, { ...curve, slope, theta });
        const table = tableOf([channel]);
        const own = { ...curve, slope, theta };
        const horizon = { whole: 30, rest: 0 };
        for (let daily = 1; daily < 300; daily += 7) {
          const exact = horizonRevenue(own, 100, horizon)(daily) - horizonRevenue(own, 100, horizon)(0);
          const found = responseDraws(table.channels[0]!, 1, daily)[0]!;
          const tolerance = (daily > 60 && daily < 150 ? 1e-4 : 1e-3) * 30 * 1000;
          expect(Math.abs(found - exact)).toBeLessThan(tolerance);
        }
      }
    }
  });

  it('brings nothing for no spend, whatever the past still gives', () => {
    const table = tableOf([steadyChannel('meta', 100, curve, { draws: 5 })]);
    expect(responseDraws(table.channels[0]!, 5, 0)).toStrictEqual(new Float64Array(5));
  });

  it('averages curves, not parameters: the mean curve is the mean of the draws', () => {
    const table = tableOf([steadyChannel('meta', 100, curve, { draws: 40, spread: 0.8 })]);
    const response = table.channels[0]!;
    const draws = responseDraws(response, 40, 130);
    const mean = draws.reduce((sum, value) => sum + value, 0) / 40;
    expect(meanResponse(response, 40, 0, 1)(130)).toBeCloseTo(mean, 6);
  });

  it('splits 30 days of weekly data into four weeks and two days', () => {
    const channel = { ...steadyChannel('meta', 700, { ...curve, halfSaturation: 700 }), hasEvidence: true };
    const table = tabulateResponses({ channels: [channel], granularity: 'weekly', horizonDays: 30 });
    const own = { ...curve, halfSaturation: 700 };
    const rows = { whole: 4, rest: 2 / 7 };
    const exact = horizonRevenue(own, 700, rows)(700) - horizonRevenue(own, 700, rows)(0);
    expect(responseDraws(table.channels[0]!, 1, 100)[0]! / exact).toBeCloseTo(1, 4);
  });

  it('answers 0 for a channel that never spent', () => {
    const idle = { ...steadyChannel('new', 0, curve) };
    expect(responseDraws(tableOf([idle]).channels[0]!, 1, 0)[0]).toBe(0);
  });

  it('names the draw that is no curve', () => {
    const broken = steadyChannel('meta', 100, { ...curve, theta: 1 });
    expect(() => tableOf([broken])).toThrow(
      'draw 0 of meta is no curve: beta 1000, theta 1, K 100, slope 1.5',
    );
    const short = steadyChannel('tiktok', 100, curve, { draws: 2 });
    expect(() => tableOf([steadyChannel('meta', 100, curve), short])).toThrow(
      'draws of tiktok must be as many as those of the first channel: 1',
    );
  });
});

describe("today's and the sustained spend", () => {
  const spend = new Float64Array(200).fill(10);
  spend.fill(40, 100, 128);
  spend.fill(20, 190);

  it('are the mean of the last 90 days and the best 28 days', () => {
    expect(currentDailySpend(spend, 'daily')).toBeCloseTo((18 * 40 + 62 * 10 + 10 * 20) / 90, 12);
    expect(sustainedDailySpend(spend, 'daily')).toBe(40);
  });

  it('count from the first day of a channel that is younger', () => {
    const young = new Float64Array(200);
    young.fill(30, 180);
    expect(currentDailySpend(young, 'daily')).toBe(30);
    expect(currentDailySpend(new Float64Array(50), 'daily')).toBe(0);
  });

  it('are a day of weekly data too', () => {
    expect(currentDailySpend(new Float64Array(60).fill(70), 'weekly')).toBe(10);
    expect(sustainedDailySpend(new Float64Array(60).fill(70), 'weekly')).toBe(10);
  });
});
