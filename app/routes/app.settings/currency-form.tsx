import { Badge } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { SettingsView } from '~/services/views/settings-view';
import { SectionForm } from './section-form';
import type { SettingsSave } from './settings-save';

const SAMPLE_AMOUNT = 1234.5;

interface CurrencyFormProps {
  readonly view: SettingsView;
  readonly save: SettingsSave;
}

/** The currency that Shopify told us, to be looked at once: every amount of the product hangs on it. */
export function CurrencyForm({ view, save }: CurrencyFormProps) {
  const t = useTranslations('settings');
  const format = useFormat();
  const moment = useMoment();
  const confirmedAt = view.confirmedAt.currency;
  return (
    <Panel
      title={t('currency.title')}
      aside={
        <Badge tone={confirmedAt === null ? 'attention' : 'success'}>
          {t(confirmedAt === null ? 'state.open' : 'state.confirmed')}
        </Badge>
      }
    >
      <p className="tm-prose">{t.rich('currency.body', { currency: view.shop.currency, b: bold })}</p>
      <p className="tm-prose">{t('currency.orders')}</p>
      <SectionForm
        section="currency"
        save={save}
        button={t('currency.confirm')}
        done={t('savedCurrency')}
        edited={false}
        onSubmit={nothing}
      >
        <p className="tm-muted">{t('currency.sample', { amount: format.moneyExact(SAMPLE_AMOUNT) })}</p>
        <p className="tm-muted">{t('currency.wrong')}</p>
        {confirmedAt !== null && (
          <p className="tm-muted">{t('confirmedOn', { when: moment(confirmedAt) })}</p>
        )}
      </SectionForm>
    </Panel>
  );
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;

function nothing(): void {
  // No field to be edited.
}
