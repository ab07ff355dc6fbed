import { logistic } from '../numeric/logistic';

/**
 * Where the sampler walks: per channel `ln ROI - ln prior median`, `logit theta`, `ln K`, `ln s`; then `atanh` of the
 * noise's phi and `ln sigma`. All may take any value, and none depends on the currency.
 */
export const CHANNEL_COORDINATES = 4;
export const ROI = 0;
export const THETA = 1;
export const HALF_SATURATION = 2;
export const SLOPE = 3;

export function coordinateCount(channels: number): number {
  return channels * CHANNEL_COORDINATES + 2;
}

/** Phi stays a little away from 1, where noise and trend are the same thing. */
const MOST_PHI = 0.97;

export function phiOf(coordinate: number): number {
  return MOST_PHI * Math.tanh(coordinate);
}

/** d phi / d coordinate. */
export function phiSlope(coordinate: number): number {
  return MOST_PHI * (1 - Math.tanh(coordinate) ** 2);
}

/** A memory beyond this would outlast the series; below, its complement keeps some digits. */
export function thetaOf(coordinate: number): number {
  return Math.min(0.999, logistic(coordinate));
}
