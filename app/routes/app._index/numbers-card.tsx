import { Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Estimate } from '~/domain/estimate';
import { useFormat } from '~/i18n/shop-format';
import type { DecisionView } from '~/services/views/dashboard-view';
import { EstimateTile, Tile } from '~/components/metric-tile';

interface NumbersCardProps {
  readonly decision: DecisionView;
  readonly moneyAtRisk: Estimate | null;
  readonly expected12m: Estimate | null;
  readonly customersModelled: number;
}

/** Three numbers with their ranges. What is at risk never stands alone: with whom, and the way to them, is beside it. */
export function NumbersCard({ decision, moneyAtRisk, expected12m, customersModelled }: NumbersCardProps) {
  const t = useTranslations('dashboard.numbers');
  const format = useFormat();
  const slipping = decision.kind === 'look-at-risk' ? decision.customers : null;
  return (
    <section className="tm-panel tm-tiles" aria-label={t('title')}>
      <EstimateTile
        name={t('atRisk')}
        period={t('next12')}
        help={t('atRiskHelp')}
        estimate={moneyAtRisk}
        tone={decision.kind === 'look-at-risk' ? 'risk' : 'steady'}
      >
        {decision.kind === 'all-quiet' && t('atRiskSpread')}
        {decision.kind === 'look-at-risk' && (
          <>
            {t('atRiskLeaving', {
              money: format.estimate(decision.money).mean,
              customers: decision.customers,
            })}{' '}
            <Link url="/app/customers?segment=leaving">{t('atRiskLink')}</Link>
          </>
        )}
      </EstimateTile>
      <EstimateTile
        name={t('expected')}
        period={t('next12')}
        help={t('expectedHelp')}
        estimate={expected12m}
        tone="steady"
      >
        {t('expectedNote')}
      </EstimateTile>
      {slipping !== null && (
        <Tile name={t('slipping')} help={t('slippingHelp')} figure={format.integer(slipping)}>
          {customersModelled > 0 && t('slippingOf', { customers: customersModelled })}
        </Tile>
      )}
    </section>
  );
}
