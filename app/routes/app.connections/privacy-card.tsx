import { Badge, Button } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { useMoment } from '~/i18n/use-moment';
import type { PrivacyRequestView } from '~/services/views/connections-view';

const MESSAGE = {
  'customers/data_request': 'dataRequest',
  'customers/redact': 'customerRedact',
  'shop/redact': 'shopRedact',
} as const;

/** Privacy requests and what became of them; without any, nothing is shown. */
export function PrivacyCard({ requests }: { readonly requests: readonly PrivacyRequestView[] }) {
  const t = useTranslations('connections.privacy');
  const moment = useMoment();
  if (requests.length === 0) return null;
  return (
    <Panel title={t('title')}>
      <ol className="tm-log">
        {requests.map((request) => (
          <li key={request.id} className="tm-log__row">
            <div>
              <p>
                {t(`topic.${MESSAGE[request.topic]}`)}{' '}
                <Badge tone={request.completedAt === null ? 'attention' : 'success'}>
                  {t(request.completedAt === null ? 'open' : 'done')}
                </Badge>
              </p>
              <time className="tm-muted" dateTime={request.receivedAt}>
                {moment(request.completedAt ?? request.receivedAt)}
              </time>
              {request.hasReport && <DownloadReport id={request.id} />}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** A plain link would carry no session token: App Bridge adds it to `fetch`, and the answer is saved as a file. */
function DownloadReport({ id }: { readonly id: string }) {
  const t = useTranslations('connections.privacy');
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    const response = await fetch(`/api/privacy-report/${id}`);
    setFailed(!response.ok);
    if (!response.ok) return;
    const url = URL.createObjectURL(await response.blob());
    const link = Object.assign(document.createElement('a'), {
      href: url,
      download: `customer-data-${id}.json`,
    });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div>
      <Button
        variant="plain"
        onClick={() => {
          save().catch(() => setFailed(true));
        }}
      >
        {t('download')}
      </Button>
      {failed && <p role="alert">{t('failed')}</p>}
    </div>
  );
}
