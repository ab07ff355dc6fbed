import { useTranslations } from 'use-intl';
import { NoticeBanners } from '~/components/notice-list';
import { RunCard, type RunControl } from '~/components/run-card';
import { Screen } from '~/components/screen';
import type { ConnectionsView } from '~/services/views/connections-view';
import { ActivityCard } from './activity-card';
import { ComingSources } from './coming-sources';
import { PrivacyCard } from './privacy-card';
import { ShopifyCard } from './shopify-card';

interface ConnectionsPageProps {
  readonly view: ConnectionsView;
  readonly control: RunControl;
}

/** Where the data come from, how healthy each source is, and what the engine did. */
export function ConnectionsPage({ view, control }: ConnectionsPageProps) {
  const t = useTranslations('connections');
  return (
    <Screen title={t('title')} meta={<p className="tm-muted">{t('subtitle')}</p>}>
      <NoticeBanners notices={view.shopify.notices} />
      <div className="tm-columns">
        <div className="tm-stack">
          <ShopifyCard name={view.shop.name} connection={view.shopify} control={control} />
          <RunCard
            control={control}
            shownSince={view.shopify.lastSuccessAt}
            nextRunAt={view.shopify.nextRunAt}
          />
          <PrivacyCard requests={view.privacy} />
          <ActivityCard activity={view.activity} />
        </div>
        <ComingSources />
      </div>
    </Screen>
  );
}
