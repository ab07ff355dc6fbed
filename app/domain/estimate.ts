/** A number that is not known exactly: its mean and the interval that holds it with probability `level`. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** For example 0.8: eight times in ten the truth lies between low and high. */
  readonly level: number;
}
