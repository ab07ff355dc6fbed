import { useTranslations } from 'use-intl';
import { EstimateTile, Tile } from '~/components/metric-tile';
import { useChance } from '~/components/use-chance';
import { useFormat } from '~/i18n/shop-format';
import type { RescuedView } from '~/services/views/rescue-outlook-view';

interface RescuedTileProps {
  readonly rescued: RescuedView | null;
  /** False while rules answer: no rescue can be made yet. */
  readonly possible: boolean;
}

/** What finished rescues brought against those left alone; before any, what will be here and how to get it. */
export function RescuedTile({ rescued, possible }: RescuedTileProps) {
  const t = useTranslations('retention.numbers');
  const format = useFormat();
  const chance = useChance();
  const about = { name: t('rescued'), help: t('rescuedHelp') };
  if (!rescued && !possible) return <EstimateTile {...about} estimate={null} tone="steady" />;
  if (!rescued) {
    return (
      <Tile {...about} figure={t('rescuedNone')}>
        {t('rescuedNoneNote')}
      </Tile>
    );
  }
  return (
    <EstimateTile
      {...about}
      period={t('rescuedPeriod', { from: format.day(rescued.from), to: format.day(rescued.to) })}
      estimate={rescued.total}
      tone="gain"
    >
      {t('rescuedNote', { campaigns: rescued.campaigns, chance: chance(rescued.chancePaid) })}
    </EstimateTile>
  );
}
