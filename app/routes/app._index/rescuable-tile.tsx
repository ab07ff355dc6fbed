import { Link } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EstimateTile, Tile } from '~/components/metric-tile';
import { useChance } from '~/components/use-chance';
import type { RescueOutlookView } from '~/services/views/rescue-outlook-view';

/** What writing today can be expected to win; null while rules answer. */
export function RescuableTile({ rescue }: { readonly rescue: RescueOutlookView | null }) {
  const t = useTranslations('retention.numbers');
  const chance = useChance();
  const about = { name: t('rescuable'), help: t('rescuableHelp') };
  if (!rescue) return <EstimateTile {...about} estimate={null} tone="steady" />;
  if (rescue.customers === 0) {
    return (
      <Tile {...about} figure={t('rescuableNone')}>
        {rescue.limit === 'leave-alone' ? t.rich('rescuableStopped', { a: toRescues }) : t('rescuableNobody')}
      </Tile>
    );
  }
  const { from, to } = rescue.windowDays;
  return (
    <EstimateTile
      {...about}
      period={from === to ? t('rescuablePeriodOne', { days: to }) : t('rescuablePeriod', { from, to })}
      estimate={rescue.gain}
      tone="gain"
    >
      {t('rescuableNote', { customers: rescue.customers, chance: chance(rescue.chanceGain) })}
    </EstimateTile>
  );
}

const toRescues = (chunks: ReactNode): ReactNode => <Link url="/app/rescues">{chunks}</Link>;
