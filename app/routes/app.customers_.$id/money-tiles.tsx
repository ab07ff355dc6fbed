import { useTranslations } from 'use-intl';
import { EstimateTile, Tile } from '~/components/metric-tile';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerForecastView, CustomerRecordView } from '~/services/views/customer-record-view';

interface MoneyTilesProps {
  readonly forecast: CustomerForecastView;
  readonly history: Extract<CustomerRecordView, { state: 'ready' }>['history'];
}

/** What the customer is worth, against their own past, and what of it is at risk. */
export function MoneyTiles({ forecast, history }: MoneyTilesProps) {
  const t = useTranslations('record');
  const period = useTranslations('dashboard.numbers')('next12');
  const format = useFormat();
  const { value12m, marginValue12m, orderValue, moneyAtRisk, drop } = forecast;
  // What rounds to no per cent is said in words.
  const lost = drop >= 0.005;
  return (
    <section className="tm-panel tm-tiles" aria-label={t('money.title')}>
      <EstimateTile
        name={t('money.value')}
        period={period}
        help={t('money.valueHelp')}
        estimate={value12m}
        tone="steady"
      >
        {marginValue12m === null
          ? t('money.noMargin')
          : t('money.margin', { money: format.money(marginValue12m) })}
      </EstimateTile>
      <EstimateTile name={t('money.order')} help={t('money.orderHelp')} estimate={orderValue} tone="steady">
        {t('money.orderNote', { money: format.money(history.meanOrderValue) })}
      </EstimateTile>
      <Tile
        name={t('money.drop')}
        help={t('money.dropHelp')}
        figure={lost ? format.percent(-drop) : t('money.dropNone')}
      >
        <p>{t(lost ? 'money.dropNote' : 'money.dropNoneNote')}</p>
        {moneyAtRisk > 0 && <p>{t('money.atRisk', { money: format.money(moneyAtRisk) })}</p>}
      </Tile>
    </section>
  );
}
