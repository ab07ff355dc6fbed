import { Badge, FormLayout, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { LARGEST_DISCOUNTS, SETTING_LIMITS } from '~/domain/setting-limits';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { SettingsView } from '~/services/views/settings-view';
import { SectionForm } from './section-form';
import type { SettingsSave } from './settings-save';
import { useFaultText } from './use-fault-text';
import { useTypedNumber } from './use-typed-number';

interface RescueLimitsFormProps {
  readonly view: SettingsView;
  readonly save: SettingsSave;
}

/** What no rescue may go beyond. */
export function RescueLimitsForm({ view, save }: RescueLimitsFormProps) {
  const t = useTranslations('settings');
  const format = useFormat();
  const moment = useMoment();
  const typed = useTypedNumber();
  const fault = useFaultText(save);
  const [fields, setFields] = useState({
    maxDiscount: String(Math.round(100 * view.maxDiscount)),
    contactCost: typed(view.contactCost),
    largestRescue: typed(view.largestRescue),
    codeDays: typed(view.codeDays),
  });
  const [edited, setEdited] = useState(false);
  const field = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    error: fault(name),
    onChange: (value: string) => {
      setFields({ ...fields, [name]: value });
      setEdited(true);
    },
  });
  const confirmedAt = view.confirmedAt.rescueLimits;
  const { contactCost, largestRescue, codeDays } = SETTING_LIMITS;
  return (
    <Panel
      title={t('limits.title')}
      aside={
        <Badge tone={confirmedAt === null ? 'attention' : 'success'}>
          {t(confirmedAt === null ? 'state.open' : 'state.confirmed')}
        </Badge>
      }
    >
      <p className="tm-prose">{t('limits.body')}</p>
      <SectionForm
        section="rescue-limits"
        save={save}
        button={t('save')}
        done={t('saved')}
        edited={edited}
        onSubmit={() => setEdited(false)}
      >
        <FormLayout>
          <Select
            {...field('maxDiscount')}
            label={t('limits.maxDiscount')}
            helpText={t('limits.maxDiscountHelp')}
            options={LARGEST_DISCOUNTS.map((share) => ({
              value: String(Math.round(100 * share)),
              label: share === 0 ? t('limits.messageOnly') : format.percent(share),
            }))}
          />
          <TextField
            {...field('contactCost')}
            label={t('limits.contactCost', { currency: view.shop.currency })}
            helpText={t('limits.contactCostHelp', {
              least: format.money(contactCost.least),
              most: format.money(contactCost.most),
            })}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            {...field('largestRescue')}
            label={t('limits.largestRescue')}
            helpText={t('limits.largestRescueHelp', largestRescue)}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextField
            {...field('codeDays')}
            label={t('limits.codeDays')}
            helpText={t('limits.codeDaysHelp', codeDays)}
            inputMode="numeric"
            autoComplete="off"
          />
        </FormLayout>
        {confirmedAt !== null && (
          <p className="tm-muted">{t('confirmedOn', { when: moment(confirmedAt) })}</p>
        )}
      </SectionForm>
    </Panel>
  );
}
