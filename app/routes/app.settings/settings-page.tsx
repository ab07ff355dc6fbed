import { Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Screen } from '~/components/screen';
import type { SettingsSection, SettingsView } from '~/services/views/settings-view';
import { CurrencyForm } from './currency-form';
import { MarginForm } from './margin-form';
import { RescueLimitsForm } from './rescue-limits-form';
import './settings-page.css';
import type { SettingsSave } from './settings-save';

interface SettingsPageProps {
  readonly view: SettingsView;
  readonly saves: Readonly<Record<SettingsSection, SettingsSave>>;
}

/** What the merchant tells of the shop: the three steps of the guide that can be done now. */
export function SettingsPage({ view, saves }: SettingsPageProps) {
  const t = useTranslations('settings');
  return (
    <Screen
      title={t('title')}
      meta={<p className="tm-muted">{t('subtitle')}</p>}
      action={<Link url="/app">{t('back')}</Link>}
    >
      <div className="tm-settings">
        <div id="margin">
          <MarginForm view={view} save={saves.margin} />
        </div>
        <div id="currency">
          <CurrencyForm view={view} save={saves.currency} />
        </div>
        <div id="rescue-limits">
          <RescueLimitsForm view={view} save={saves['rescue-limits']} />
        </div>
      </div>
    </Screen>
  );
}
