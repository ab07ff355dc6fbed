import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';

const SOURCES = [
  { name: 'Google Ads', key: 'source.google' },
  { name: 'Meta Ads', key: 'source.meta' },
  { name: 'TikTok Ads', key: 'source.tiktok' },
  { name: 'Slack', key: 'source.slack' },
] as const;

/** Sources that are planned. No buttons: there is nothing to press yet. */
export function ComingSources() {
  const t = useTranslations('connections');
  return (
    <Panel title={t('coming')}>
      <p className="tm-muted">{t('comingBody')}</p>
      <ul className="tm-sources">
        {SOURCES.map(({ name, key }) => (
          <li key={name}>
            <strong>{name}</strong>
            <Badge>{t('comingState')}</Badge>
            <p className="tm-muted">{t(key)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
