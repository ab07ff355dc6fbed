import { Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { EstimateTile } from '~/components/metric-tile';
import type { Estimate } from '~/domain/estimate';
import type { GrossMargin } from '~/domain/gross-margin';
import { scaleEstimate } from '~/domain/scale-estimate';
import { useFormat } from '~/i18n/shop-format';
import type { DecisionView } from '~/services/views/dashboard-view';

interface AtRiskTileProps {
  readonly decision: DecisionView;
  /** Revenue; null while rules answer. */
  readonly moneyAtRisk: Estimate | null;
  /** Null while rules answer. */
  readonly margin: GrossMargin | null;
}

/** What may be lost: margin where the merchant has told theirs, revenue else, each with the other beside it. */
export function AtRiskTile({ decision, moneyAtRisk, margin }: AtRiskTileProps) {
  const t = useTranslations();
  const inMargin = margin?.source === 'confirmed' && moneyAtRisk !== null;
  const share = inMargin ? margin.share : 1;
  return (
    <EstimateTile
      name={t(inMargin ? 'retention.numbers.marginAtRisk' : 'dashboard.numbers.atRisk')}
      period={t('dashboard.numbers.next12')}
      help={t(inMargin ? 'retention.numbers.marginAtRiskHelp' : 'dashboard.numbers.atRiskHelp')}
      estimate={moneyAtRisk && scaleEstimate(moneyAtRisk, share)}
      tone={decision.kind === 'look-at-risk' || decision.kind === 'rescue' ? 'risk' : 'steady'}
    >
      <Leaving decision={decision} share={share} />
      {moneyAtRisk && margin && <InOtherWords revenue={moneyAtRisk} margin={margin} />}
    </EstimateTile>
  );
}

/** With whom it is, and the way to them. */
function Leaving({ decision, share }: { readonly decision: DecisionView; readonly share: number }) {
  const t = useTranslations('dashboard.numbers');
  const format = useFormat();
  const list = <Link url="/app/customers?filter=leaving">{t('atRiskLink')}</Link>;
  if (decision.kind === 'all-quiet') return <p>{t('atRiskSpread')}</p>;
  if (decision.kind === 'rescue') return <p>{list}</p>;
  if (decision.kind !== 'look-at-risk') return null;
  const { mean } = format.estimate(scaleEstimate(decision.money, share));
  return (
    <p>
      {t('atRiskLeaving', { money: mean, customers: decision.customers })} {list}
    </p>
  );
}

/** The same as revenue, or as what an estimated margin would make of it. */
function InOtherWords({ revenue, margin }: { readonly revenue: Estimate; readonly margin: GrossMargin }) {
  const t = useTranslations('retention.numbers');
  const format = useFormat();
  const share = format.percent(margin.share, 1);
  if (margin.source === 'confirmed') {
    return <p>{t('ofRevenue', { margin: share, revenue: format.estimate(revenue).mean })}</p>;
  }
  const { low, high } = format.estimate(scaleEstimate(revenue, margin.share));
  return (
    <p>
      {t('wouldBe', { margin: share, low, high })} <Link url="/app/settings#margin">{t('setMargin')}</Link>
    </p>
  );
}
