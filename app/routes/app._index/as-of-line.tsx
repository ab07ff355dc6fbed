import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useMoment } from '~/i18n/use-moment';
import type { AsOfView } from '~/services/views/dashboard-view';

/** How old the numbers are and when the next ones come. */
export function AsOfLine({ asOf }: { readonly asOf: AsOfView }) {
  const t = useTranslations('dashboard.asOf');
  const moment = useMoment();
  return (
    <ul className="tm-asof">
      {asOf.stale && (
        <li>
          <Badge tone="warning">{t('stale')}</Badge>
        </li>
      )}
      <li>{t('cutoff', { when: moment(asOf.dataCutoff) })}</li>
      <li>{t('computed', { when: moment(asOf.computedAt) })}</li>
      <li>{t('next', { when: moment(asOf.nextRunAt) })}</li>
    </ul>
  );
}
