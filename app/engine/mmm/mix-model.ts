import type { WhiteDesign } from './baseline-likelihood';
import type { LiftTerm } from './lift-test';
import type { ChannelPrior } from './media-prior';

/** A channel as the likelihood sees it: without name and currency. */
export interface ModelChannel {
  /** In units of mean active adstocked spend; a row each. */
  readonly spend: Float64Array;
  /** Adstock of the row before the first, same unit. */
  readonly carryIn: number;
  /** Share of total revenue that the channel brings at the prior's median ROI. */
  readonly priorShare: number;
  readonly prior: ChannelPrior;
}

/** All that the posterior depends on; plain data, so that it can be handed to another thread. */
export interface MixModel {
  readonly rows: number;
  /** Revenue in units of its mean, minus the prior mean of the level. */
  readonly revenue: Float64Array;
  readonly channels: readonly ModelChannel[];
  /** Standard deviation of the noise of a row relative to an ordinary one. */
  readonly rowScale: Float64Array;
  /** What the rows tell, as a share of what their scales seem to tell: the power of the likelihood. */
  readonly information: number;
  /** Already divided by {@link rowScale}. */
  readonly design: WhiteDesign;
  readonly lifts: readonly LiftTerm[];
}
