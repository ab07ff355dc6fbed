import type { ChannelDraws } from '~/engine/budget/channel-draws';
import { steadyMarginalReturn } from '~/engine/budget/horizon-response';
import { daysPerRow } from '~/engine/budget/spend-levels';
import type { ChannelFit, MixFit } from '~/engine/mmm/mix-fit';
import { rangeOf, type Attribution, type ChannelClaim } from './attribution';

/** What the fit says, with its ranges from the draws that are kept for every later question. */
export function modelAttribution(fit: MixFit): Attribution {
  return { method: 'Timón', channels: fit.channels.map((channel) => claimOf(fit, channel)) };
}

function claimOf({ draws, granularity }: MixFit, channel: ChannelFit): ChannelClaim {
  const kept = draws.channels.find(({ name }) => name === channel.name);
  if (!kept) throw new Error(`no draws of ${channel.name}`);
  const rowSpend = channel.currentDailySpend * daysPerRow(granularity);
  return {
    name: channel.name,
    contribution: channel.contribution.mean,
    marginalRoas: channel.marginalRoas?.mean ?? 0,
    ranges: {
      contribution: {
        half: rangeOf(
          kept.roas.map((roas) => roas * channel.spend),
          0.5,
        ),
        most: channel.contribution,
      },
      marginalRoas: channel.marginalRoas && {
        half: rangeOf(marginals(kept.curve, rowSpend), 0.5),
        most: channel.marginalRoas,
      },
    },
  };
}

function marginals({ beta, theta, halfSaturation, slope }: ChannelDraws, rowSpend: number): Float64Array {
  return beta.map((value, d) =>
    steadyMarginalReturn(
      {
        beta: value,
        theta: theta[d] ?? 0,
        halfSaturation: halfSaturation[d] ?? 1,
        slope: slope[d] ?? 1,
      },
      rowSpend,
    ),
  );
}
