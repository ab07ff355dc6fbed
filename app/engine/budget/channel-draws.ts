/** Posterior draws of a channel, one element a draw, all of the same length. Time in rows, money in currency units. */
export interface ChannelDraws {
  /** Revenue a row at full saturation. */
  readonly beta: Float64Array;
  readonly theta: Float64Array;
  /** Currency units a row. */
  readonly halfSaturation: Float64Array;
  readonly slope: Float64Array;
}
