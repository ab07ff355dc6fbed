import { useTranslations } from 'use-intl';
import type { FieldFault } from '~/services/views/settings-view';
import type { SettingsSave } from './settings-save';

/** What is wrong with a field, in words; `false` where nothing is, as Polaris wants it. */
export function useFaultText({ answer }: SettingsSave): (field: string) => string | false {
  const t = useTranslations('settings.fault');
  const faults: Readonly<Record<string, FieldFault>> = answer?.status === 'invalid' ? answer.faults : {};
  return (field) => {
    const fault = faults[field];
    if (!fault) return false;
    if (fault.code === 'not-a-choice') return t('not-a-choice');
    return t(fault.code, { least: fault.least, most: fault.most });
  };
}
