import { describe, expect, test } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { createRng, nextNormal, nextPoisson } from '../numeric/rng';
import type { BacktestOrigin, BacktestReport, CalibrationGroup } from './backtest-report';
import { chanceErrorOf } from './chance-error';
import { DEFAULT_MODEL_ERROR, modelErrorOf, modelErrorOver } from './model-error';

const WINDOW = 91;

function origin(expectedPurchases: number, actualPurchases: number, horizonDays = WINDOW): BacktestOrigin {
  return {
    day: isoDay('2026-01-01'),
    horizonDays,
    customers: 1000,
    expectedPurchases,
    actualPurchases,
    expectedBuyers: 0,
    actualBuyers: 0,
  };
}

function report(origins: readonly BacktestOrigin[], modelError: number): BacktestReport {
  return {
    horizonDays: WINDOW,
    origins,
    candidates: [],
    calibration: [],
    calibrationError: 0,
    modelError,
    customers: 1000,
  };
}

describe('model error of totals', () => {
  test('is the default where the past has said nothing, or too little to speak of per cents', () => {
    expect(modelErrorOf([], WINDOW)).toBeCloseTo(DEFAULT_MODEL_ERROR, 12);
    expect(modelErrorOf([origin(4.9, 20)], WINDOW)).toBeCloseTo(DEFAULT_MODEL_ERROR, 12);
  });

  test('is the default with two votes and each past error with one, by hand', () => {
    // Off by a tenth, of 10,000 purchases: chance of 1 % of a per cent is taken off.
    const errors = [origin(1e4, 1.1e4), origin(1e4, 0.8e4)];
    const squares = 2 * DEFAULT_MODEL_ERROR ** 2 + Math.log(1.1) ** 2 - 1e-4 + Math.log(0.8) ** 2 - 1e-4;
    expect(modelErrorOf(errors, WINDOW)).toBeCloseTo(Math.sqrt(squares / 4), 12);
  });

  test('grows with the errors and shrinks where forecasts were right', () => {
    const right = modelErrorOf([origin(1e6, 1e6), origin(1e6, 1e6)], WINDOW);
    expect(right).toBeCloseTo(DEFAULT_MODEL_ERROR * Math.sqrt(2 / 4), 6);
    const wrong = [1.2, 1.5, 2].map((ratio) => modelErrorOf([origin(1e6, ratio * 1e6)], WINDOW));
    expect(wrong[0]!).toBeGreaterThan(right);
    expect(wrong).toEqual([...wrong].sort((a, b) => a - b));
  });

  test('does not take chance for error: Poisson totals alone make it no larger than the default', () => {
    const rng = createRng(1);
    for (const mean of [10, 100, 1000]) {
      const errors = Array.from({ length: 400 }, () => origin(mean, nextPoisson(rng, mean)));
      expect(modelErrorOf(errors, WINDOW)).toBeLessThan(1.6 / Math.sqrt(mean));
    }
  });

  test('finds the error that forecasts were made with, from two hundred of them within a tenth', () => {
    const rng = createRng(2);
    const errors = Array.from({ length: 200 }, () => origin(1e5, 1e5 * Math.exp(0.3 * nextNormal(rng))));
    expect(modelErrorOf(errors, WINDOW) / 0.3).toBeCloseTo(1, 1);
  });

  test('an error over four windows counts half in one', () => {
    const one = modelErrorOf([origin(1e8, 1.2e8)], WINDOW);
    const four = modelErrorOf([origin(1e8, 1e8 * 1.2 ** 2, 4 * WINDOW)], WINDOW);
    expect(four).toBeCloseTo(one, 6);
  });

  test('stays finite where nothing at all was bought', () => {
    expect(Number.isFinite(modelErrorOf([origin(50, 0)], WINDOW))).toBe(true);
  });

  test('over other windows grows with the square root of time', () => {
    const errorOver = modelErrorOver(report([origin(1, 1), origin(1, 1)], 0.2));
    expect(errorOver(91)).toBeCloseTo(0.2, 12);
    expect(errorOver(364)).toBeCloseTo(0.4, 12);
  });

  test('is the default over a quarter until two origins have spoken', () => {
    for (const looked of [null, report([origin(1, 1)], 0.9)]) {
      expect(modelErrorOver(looked)(91)).toBeCloseTo(DEFAULT_MODEL_ERROR, 12);
    }
  });
});

describe('error of chances', () => {
  const group = (customers: number, forecast: number, actual: number): CalibrationGroup => ({
    customers,
    forecast,
    actual,
    low: 0,
    high: 1,
  });

  test('is a quarter on the logit scale without a backtest', () => {
    expect(chanceErrorOf([])).toBeCloseTo(0.25, 12);
  });

  test('shrinks where groups bought as forecast and grows where they did not', () => {
    const ten = (actual: (p: number) => number): CalibrationGroup[] =>
      Array.from({ length: 10 }, (_, i) => group(5000, (i + 1) / 12, actual((i + 1) / 12)));
    const right = chanceErrorOf(ten((p) => p));
    const doubled = chanceErrorOf(ten((p) => (2 * p) / (1 + p)));
    expect(right).toBeCloseTo(0.25 * Math.sqrt(5 / 15), 6);
    // Twice the odds: log 2 away in every group, less the luck of 5,000 customers.
    expect(doubled).toBeCloseTo(Math.sqrt((5 * 0.25 ** 2 + 10 * Math.LN2 ** 2) / 15), 2);
  });

  test('stays finite in groups in which nobody or everybody bought, and of one customer', () => {
    const odd = [group(500, 0.002, 0), group(500, 0.999, 1), group(1, 0, 1), group(1, 1, 0)];
    expect(Number.isFinite(chanceErrorOf(odd))).toBe(true);
  });
});
