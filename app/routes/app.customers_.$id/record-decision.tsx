import { Button } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { codedMessage } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerForecastView, CustomerRecordView } from '~/services/views/customer-record-view';
import { adviceFor, type Advice } from './advice';
import { useReasonValues } from './use-reason-values';

type ReadyRecord = Extract<CustomerRecordView, { state: 'ready' }>;

/** What to do about this customer, what is at stake with its range, and the two facts behind it. */
export function RecordDecision({ view }: { readonly view: ReadyRecord }) {
  const t = useTranslations();
  const reasonValues = useReasonValues();
  const { forecast } = view;
  const advice = adviceFor(view);
  const group = advice === 'act' ? 'leaving' : 'all';
  return (
    <Panel className={`tm-decision ${advice === 'act' ? 'tm-decision--act' : ''}`}>
      <div className="tm-decision__row">
        <div className="tm-decision__text">
          <div className="tm-decision__eyebrow">{t('dashboard.eyebrow')}</div>
          <p className="tm-decision__headline">
            <Headline advice={advice} forecast={forecast} />
          </p>
          <p className="tm-decision__detail">
            {forecast ? <ValueRange forecast={forecast} /> : t('record.rulesBody')}
          </p>
          {view.setAside && <p className="tm-decision__detail">{t('record.setAside')}</p>}
        </div>
        <div className="tm-decision__actions">
          <Button
            size="large"
            url={group === 'leaving' ? '/app/customers?segment=leaving' : '/app/customers'}
          >
            {t(`record.action.${group}`)}
          </Button>
        </div>
      </div>
      {forecast && forecast.reasons.length > 0 && (
        <div className="tm-reason">
          <h2 className="tm-reason__title">{t('record.why')}</h2>
          <ul className="tm-list">
            {forecast.reasons.map(({ code, values }) => (
              <li key={code}>{codedMessage(t, 'reasons', code, reasonValues(values))}</li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

interface HeadlineProps {
  readonly advice: Advice;
  readonly forecast: CustomerForecastView | null;
}

function Headline({ advice, forecast }: HeadlineProps) {
  const t = useTranslations('record.decision');
  const format = useFormat();
  if (!forecast || advice === 'rules') return t('rules');
  if (advice === 'let-go') return t.rich('let-go', { b: bold });
  if (advice !== 'act') {
    return t.rich(advice, { money: format.estimate(forecast.value12m).mean, b: bold });
  }
  // Without churn to be seen, or without amounts, nothing is at risk in money.
  return forecast.moneyAtRisk > 0
    ? t.rich('act', { money: format.money(forecast.moneyAtRisk), b: bold })
    : t('actNoMoney');
}

function ValueRange({ forecast }: { readonly forecast: CustomerForecastView }) {
  const t = useTranslations('record');
  const format = useFormat();
  const text = format.estimate(forecast.value12m);
  return text.low === text.high ? t('valueExact', { mean: text.mean }) : t('value', { ...text });
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;
