import { Banner, Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { RescueOutlookView } from '~/services/views/rescue-outlook-view';

/** What earlier rescues have stopped, why, and where to lift it; nothing while nothing is stopped. */
export function RescueStopped({ rescue }: { readonly rescue: RescueOutlookView | null }) {
  const t = useTranslations('retention.stopped');
  if (!rescue || rescue.limit === 'none') return null;
  const key = rescue.limit === 'no-discount' ? 'noDiscount' : 'leaveAlone';
  return (
    <Banner tone="info" title={t(`${key}Title`)}>
      <p>
        {t(key)} <Link url="/app/rescues">{t('link')}</Link>
      </p>
    </Banner>
  );
}
