import { useTranslations } from 'use-intl';
import { FactList } from '~/components/fact-list';
import { Panel } from '~/components/panel';
import { useChance } from '~/components/use-chance';
import { codedMessage } from '~/i18n/coded-message';
import type { CustomerForecastView } from '~/services/views/customer-record-view';

/** Quantities of the model that explain the forecast and are easily misread: each with what it is. */
export function InsideCard({ forecast }: { readonly forecast: CustomerForecastView }) {
  const t = useTranslations();
  const chance = useChance();
  const { churn, churnWindowDays, pAlive, model } = forecast;
  const [mean, low, high] = [chance(churn.mean), chance(churn.low), chance(churn.high)];
  return (
    <Panel title={t('record.inside.title')}>
      <FactList
        facts={[
          {
            label: t('record.inside.churn', { days: churnWindowDays }),
            value: low === high ? mean : t('record.inside.churnValue', { mean, low, high }),
          },
          {
            label: t('record.inside.alive'),
            value: pAlive === null ? t('record.inside.aliveNone') : chance(pAlive),
          },
          { label: t('record.inside.model'), value: codedMessage(t, 'models', model) },
        ]}
      />
      {pAlive !== null && <p className="tm-muted">{t('record.inside.aliveHelp')}</p>}
    </Panel>
  );
}
