import { useTranslations } from 'use-intl';
import type { DashboardView } from '~/services/views/dashboard-view';
import { AtRiskTile } from './at-risk-tile';
import { RescuableTile } from './rescuable-tile';
import { RescuedTile } from './rescued-tile';

type NumbersCardProps = Pick<
  Extract<DashboardView, { state: 'ready' }>,
  'decision' | 'moneyAtRisk' | 'rescue' | 'rescued'
>;

/** Three numbers with their ranges: what is at risk never stands alone, what can be won back of it is beside it. */
export function NumbersCard({ decision, moneyAtRisk, rescue, rescued }: NumbersCardProps) {
  const t = useTranslations('dashboard.numbers');
  return (
    <section className="tm-panel tm-tiles" aria-label={t('title')}>
      <AtRiskTile decision={decision} moneyAtRisk={moneyAtRisk} margin={rescue?.margin ?? null} />
      <RescuableTile rescue={rescue} />
      <RescuedTile rescued={rescued} possible={rescue !== null} />
    </section>
  );
}
