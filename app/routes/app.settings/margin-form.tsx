import { Badge, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { grossMargin, MARGIN_CATEGORIES, usualMargin } from '~/domain/gross-margin';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { SettingsView } from '~/services/views/settings-view';
import { SectionForm } from './section-form';
import type { SettingsSave } from './settings-save';
import { useFaultText } from './use-fault-text';
import { useTypedNumber } from './use-typed-number';

interface MarginFormProps {
  readonly view: SettingsView;
  readonly save: SettingsSave;
}

/** The shop's gross margin: its own figure, or what is usual for the kind of goods, marked as an estimate. */
export function MarginForm({ view, save }: MarginFormProps) {
  const t = useTranslations('settings');
  const format = useFormat();
  const moment = useMoment();
  const typed = useTypedNumber();
  const fault = useFaultText(save);
  const [category, setCategory] = useState<string>(view.category ?? '');
  const [margin, setMargin] = useState(typed(view.marginShare === null ? null : 100 * view.marginShare));
  const [edited, setEdited] = useState(false);
  const inUse = grossMargin(view);
  const guessed = usualMargin(MARGIN_CATEGORIES.find((known) => known === category) ?? null);
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    setEdited(true);
  };
  return (
    <Panel
      title={t('margin.title')}
      aside={
        <Badge tone={inUse.source === 'confirmed' ? 'success' : 'attention'}>
          {t(`state.${inUse.source}`)}
        </Badge>
      }
    >
      <p className="tm-prose">{t('margin.body')}</p>
      <SectionForm
        section="margin"
        save={save}
        button={t('save')}
        done={t('saved')}
        edited={edited}
        onSubmit={() => setEdited(false)}
      >
        <Select
          name="category"
          label={t('margin.category')}
          value={category}
          options={[
            { value: '', label: t('margin.categoryNone') },
            ...MARGIN_CATEGORIES.map((kind) => ({ value: kind, label: t(`margin.kinds.${kind}`) })),
          ]}
          helpText={t('margin.categoryHelp', { margin: format.percent(guessed) })}
          error={fault('category')}
          onChange={change(setCategory)}
        />
        <TextField
          name="margin"
          label={t('margin.own')}
          value={margin}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          helpText={t('margin.ownHelp')}
          error={fault('margin')}
          onChange={change(setMargin)}
        />
        <p className="tm-muted">
          {t('margin.inUse', { margin: format.percent(inUse.share, 1) })}
          {view.confirmedAt.margin !== null &&
            ` · ${t('confirmedOn', { when: moment(view.confirmedAt.margin) })}`}
        </p>
      </SectionForm>
    </Panel>
  );
}
