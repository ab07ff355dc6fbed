import type { FittedMarketingFile } from '~/services/fit-marketing-file';
import { csvCell } from './csv-cell';

const COLUMNS = [
  'channel',
  'spend',
  'current_daily_spend',
  'contribution',
  'contribution_low',
  'contribution_high',
  'roas',
  'roas_low',
  'roas_high',
  'marginal_roas',
  'marginal_roas_low',
  'marginal_roas_high',
  'learning',
  'has_evidence',
  'verdict',
] as const;

/** One row a channel; only the header where nothing was fitted. Intervals are 90 %. */
export function* mmmCsvLines({ mix }: FittedMarketingFile): Generator<string> {
  yield COLUMNS.join(',');
  if (mix.status !== 'fitted') return;
  for (const channel of mix.channels) {
    const { contribution, roas, marginalRoas } = channel;
    yield [
      channel.name,
      channel.spend,
      channel.currentDailySpend,
      contribution.mean,
      contribution.low,
      contribution.high,
      roas.mean,
      roas.low,
      roas.high,
      marginalRoas?.mean,
      marginalRoas?.low,
      marginalRoas?.high,
      channel.learning,
      String(channel.hasEvidence),
      channel.verdicts[0]?.code,
    ]
      .map(csvCell)
      .join(',');
  }
}
