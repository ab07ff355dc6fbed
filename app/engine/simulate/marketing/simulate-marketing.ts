import { dayNumber, isoDay } from '~/domain/iso-day';
import { daysPerRow } from '../../budget/spend-levels';
import { createRng } from '../../numeric/rng';
import { autoregressive } from './autoregressive';
import { baselineShape } from './baseline-shape';
import { channelSpend, type CommonSpend } from './channel-spend';
import { checkMarketingOptions } from './check-marketing-options';
import { lastClickRevenue } from './last-click';
import type { MarketingOptions, MarketingWorld } from './marketing-world';
import { onGrain, total } from './money-grain';
import { organicClicks } from './organic-clicks';
import { playChannel } from './play-channel';
import { promotionDays } from './promotions';
import { byRow, yearlySeason } from './yearly-pattern';

const DEFAULT_FIRST_DAY = dayNumber(isoDay('2023-01-02'));
const DEFAULT_MEDIA_SHARE = 0.3;
/** Of unseen demand and of the common budget with the day before. */
const DEMAND_MEMORY = 0.97;
const BUDGET_MEMORY = 0.95;
/** Baseline in multiples of spend where no channel does anything. */
const DEAD_MEDIA_BASELINE = 5;

/**
 * A shop whose sales are known cause by cause: to see whether a fit finds the causes again and what a plan made from it
 * is worth. Contributions are beta x effectiveness x Hill(adstock(spend)), adstock normalised and started from nothing.
 * Deterministic; every part has dice of its own.
 * @throws RangeError when an option makes no shop
 */
export function simulateMarketing(options: MarketingOptions): MarketingWorld {
  checkMarketingOptions(options);
  const {
    seed,
    rows,
    granularity = 'daily',
    firstDay = DEFAULT_FIRST_DAY,
    country = 'ES',
    mediaShare = DEFAULT_MEDIA_SHARE,
  } = options;
  const rowDays = daysPerRow(granularity);
  const dice = (stream: string) => createRng(seed, `marketing ${stream}`);
  const demand = autoregressive(dice('demand'), rows, DEMAND_MEMORY ** rowDays);
  const promotions = promotionDays(dice('promotions'), rows, rowDays, options.promotions?.perYear ?? 0);
  const common: CommonSpend = {
    budget: autoregressive(dice('budget'), rows, BUDGET_MEMORY ** rowDays),
    correlation: options.budgetCorrelation ?? 0,
    push: spendPush(options, demand, promotions, firstDay, rowDays),
  };
  const played = options.channels.map((channel) => {
    const spend = channelSpend(dice(`spend ${channel.name}`), channel, rowDays, common);
    return playChannel(channel, spend, granularity);
  });

  const shape = baselineShape(options, { demand, promotions, firstDay, rowDays });
  const media = total(played.map(({ spend, roas }) => spend * roas));
  const baselineTotal =
    media > 0
      ? (media * (1 - mediaShare)) / mediaShare
      : DEAD_MEDIA_BASELINE * total(played.map(({ spend }) => spend));
  const level = baselineTotal / total(shape);
  const baseline = shape.map((value) => onGrain(level * value));

  const chance = autoregressive(
    dice('noise'),
    rows,
    options.noise.autocorrelation ?? 0,
    options.noise.tailDegrees,
  );
  const revenue = new Float64Array(rows);
  const noise = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let expected = baseline[row]!;
    for (const { contribution } of played) expected += contribution[row]!;
    // Nobody sells less than nothing: the noise ends where revenue would turn negative.
    noise[row] = Math.max(-expected, onGrain(options.noise.share * expected * chance[row]!));
    revenue[row] = expected + noise[row]!;
  }

  const clicked = lastClickRevenue(
    played.map(({ kind, spend, contribution }) => ({ kind, spend, contribution: total(contribution) })),
    total(baseline),
  );
  const controls = [];
  if (options.promotions) controls.push({ name: 'promotion', values: promotions });
  if (options.organic) {
    controls.push({
      name: 'organic',
      values: organicClicks(options, dice('organic'), shape, demand, rowDays),
    });
  }
  return {
    series: {
      granularity,
      firstDay,
      revenue,
      channels: played.map(({ name, rowSpend }) => ({ name, spend: rowSpend })),
      controls,
      country,
    },
    truth: {
      channels: played.map(({ rowSpend: _, ...channel }, i) => ({
        ...channel,
        lastClickRevenue: clicked[i]!,
      })),
      baseline,
      noise,
      demand,
    },
  };
}

/** The part of log spend that all channels share beside the common budget. */
function spendPush(
  { hiddenDemand, promotions, seasonalSpend = 0, yearlySeason: season = 0, rows }: MarketingOptions,
  demand: Float64Array,
  promoted: Float64Array,
  firstDay: number,
  rowDays: number,
): Float64Array {
  const seasonal = byRow(rows, firstDay, rowDays, (day) => Math.log(1 + season * yearlySeason(day)));
  return seasonal.map(
    (value, row) =>
      seasonalSpend * value +
      (hiddenDemand?.spend ?? 0) * demand[row]! +
      Math.log(1 + (promotions?.spend ?? 0) * promoted[row]!),
  );
}
