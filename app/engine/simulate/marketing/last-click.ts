import type { ChannelKind } from './marketing-world';

/** Share of the buyers whom a channel caused and who come back through it: a video is seen, then searched for. */
const CAUGHT: Readonly<Record<ChannelKind, number>> = {
  search: 0.9,
  social: 0.45,
  video: 0.1,
  display: 0.25,
  email: 0.9,
};

/** How much of everybody else's sales each unit of spend closes: searchers were about to buy anyway. */
const CLOSING: Readonly<Record<ChannelKind, number>> = {
  search: 6,
  social: 1,
  video: 0.2,
  display: 0.8,
  email: 4,
};

/** Share of the baseline that comes in through a paid click although no channel caused it. */
const BASELINE_CLICKED = 0.35;

/**
 * What a last-click report would say over the period: a part of its own effect, and a share of what others caused and
 * of what would have come anyway, by who stands closest to the till. Wrong on purpose, as such reports are.
 * @returns revenue per channel; the sum is below total revenue
 */
export function lastClickRevenue(
  channels: readonly {
    readonly kind: ChannelKind;
    readonly spend: number;
    readonly contribution: number;
  }[],
  baseline: number,
): readonly number[] {
  const closing = channels.map(({ kind, spend }) => CLOSING[kind] * spend);
  const allClosing = closing.reduce((sum, weight) => sum + weight, 0);
  const caught = channels.map(({ kind, contribution }) => CAUGHT[kind] * contribution);
  const uncaught = channels.reduce((sum, { contribution }, i) => sum + contribution - caught[i]!, 0);
  const open = BASELINE_CLICKED * baseline + uncaught;
  return caught.map((own, i) => own + (allClosing > 0 ? (open * closing[i]!) / allClosing : 0));
}
