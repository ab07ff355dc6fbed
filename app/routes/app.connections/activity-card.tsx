import { Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { codedMessage } from '~/i18n/coded-message';
import { useMoment } from '~/i18n/use-moment';
import type { ActivityView } from '~/services/views/connections-view';

/** What the engine did, newest first. */
export function ActivityCard({ activity }: { readonly activity: readonly ActivityView[] }) {
  const t = useTranslations();
  const moment = useMoment();
  return (
    <Panel title={t('connections.activity')}>
      {activity.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('connections.activityEmpty')}
        </Text>
      ) : (
        <ol className="tm-log">
          {activity.map(({ id, at, tone, key, values }) => (
            <li key={id} className="tm-log__row">
              <span className={`tm-light__lamp tm-light__lamp--${tone}`} aria-hidden="true" />
              <div>
                <p>
                  <span className="tm-hidden">{t(`connections.tone.${tone}`)}: </span>
                  {codedMessage(t, 'activity', key, values)}
                </p>
                <time className="tm-muted" dateTime={at}>
                  {moment(at)}
                </time>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
