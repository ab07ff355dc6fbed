import type { MixOptions } from '~/engine/mmm/build-model';
import type { MarketingSeries } from '~/engine/mmm/marketing-series';
import { previewMix } from '~/engine/mmm/preview-mix';
import type { TrueChannel } from '~/engine/simulate/marketing/marketing-world';
import { normalRanges, sumOf, type Attribution, type ChannelClaim } from './attribution';
import { fitLinear, type LinearColumn } from './linear-fit';

const YEAR_DAYS = 365.25;
const INTERVAL_SDS = 1.6448536269514722;

/** Every unit of spend brings the same. Told what media bring in all, which nobody is: only the split is its own. */
export function equalRoi({ channels }: MarketingSeries, mediaTotal: number): Attribution {
  const spends = channels.map(({ spend }) => sumOf(spend));
  const roas = mediaTotal / sumOf(spends);
  return {
    method: 'equal ROI, told the true total',
    channels: channels.map(({ name }, i) => plainClaim(name, roas * (spends[i] ?? 0), spends[i] ?? 0)),
  };
}

/** What the shop's reports say today. */
export function lastClick(channels: readonly TrueChannel[]): Attribution {
  return {
    method: 'last click',
    channels: channels.map(({ name, lastClickRevenue, spend }) => plainClaim(name, lastClickRevenue, spend)),
  };
}

/** Revenue regressed on spends as they are, beside level, straight trend, season, weekday, controls and events. */
export function rawOls(series: MarketingSeries, options: MixOptions): Attribution {
  const { revenue, channels } = series;
  const columns = [...channels.map(({ spend }) => spend), ...simpleBaseline(series, options)];
  const { coefficients, variances, residualVariance } = fitLinear(
    columns.map((values): LinearColumn => ({ values, penalty: 0 })),
    revenue,
  );
  return {
    method: 'raw OLS',
    channels: channels.map(({ name, spend }, i): ChannelClaim => {
      const roas = coefficients[i] ?? 0;
      const sd = Math.sqrt((variances[i] ?? 0) * residualVariance);
      const total = sumOf(spend);
      return {
        name,
        contribution: roas * total,
        marginalRoas: roas,
        ranges: {
          contribution: normalRanges(roas * total, sd * total),
          marginalRoas: normalRanges(roas, sd),
        },
      };
    }),
  };
}

/** The instant preview of the product; `null` where it refuses. */
export function ridge(series: MarketingSeries, options: MixOptions): Attribution | null {
  const preview = previewMix(series, options);
  if (preview.status !== 'preview') return null;
  return {
    method: 'ridge',
    channels: preview.channels.map(({ name, contribution, roas }): ChannelClaim => {
      const sd = (contribution.high - contribution.low) / (2 * INTERVAL_SDS);
      return {
        name,
        contribution: contribution.mean,
        marginalRoas: roas.mean,
        ranges: { contribution: normalRanges(contribution.mean, sd), marginalRoas: null },
      };
    }),
  };
}

function plainClaim(name: string, contribution: number, spend: number): ChannelClaim {
  return { name, contribution, marginalRoas: spend > 0 ? contribution / spend : 0, ranges: null };
}

function simpleBaseline(series: MarketingSeries, { events = [] }: MixOptions): Float64Array[] {
  const { granularity, firstDay, revenue, controls } = series;
  const rows = revenue.length;
  const days = granularity === 'daily' ? 1 : 7;
  const byDay = (of: (day: number) => number): Float64Array =>
    Float64Array.from({ length: rows }, (_, t) => of(firstDay + t * days));
  const waves =
    rows * days < YEAR_DAYS - 2
      ? []
      : [1, 2].flatMap((harmonic) =>
          [Math.sin, Math.cos].map((wave) =>
            byDay((day) => wave((2 * Math.PI * harmonic * day) / YEAR_DAYS)),
          ),
        );
  const weekdays =
    granularity === 'daily' ? [1, 2, 3, 4, 5, 6].map((k) => byDay((day) => (day % 7 === k ? 1 : 0))) : [];
  return [
    byDay(() => 1),
    byDay((day) => (day - firstDay) / YEAR_DAYS),
    ...waves,
    ...weekdays,
    ...[...controls, ...events].map(({ values }) => centred(values)),
  ];
}

function centred(values: Float64Array): Float64Array {
  const mean = sumOf(values) / values.length;
  return values.map((value) => value - mean);
}
