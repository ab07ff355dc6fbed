import { Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { MessageScreen } from '~/components/message-screen';
import { Screen } from '~/components/screen';
import { useMoment } from '~/i18n/use-moment';
import { useFormat } from '~/i18n/shop-format';
import type { RescueView } from '~/services/views/rescue-view';
import { ActiveRescue } from './active-rescue';
import { DraftRescue } from './draft-rescue';
import { EndedRescue } from './ended-rescue';
import type { RescueControl } from './rescue-control';
import type { RescueStep } from './rescue-steps';
import { WorkingRescue } from './working-rescue';

interface RescuePageProps {
  readonly view: RescueView;
  readonly step: RescueStep;
  readonly control: RescueControl;
}

export type KnownRescue = Extract<RescueView, { state: 'known' }>;

/** One rescue: three steps until it is created, then its codes and what they bring. */
export function RescuePage({ view, step, control }: RescuePageProps) {
  const t = useTranslations('rescue');
  if (view.state === 'unknown') {
    return (
      <MessageScreen
        title={t('unknown.title')}
        body={t('unknown.body')}
        button={{ text: t('back'), url: '/app/rescues' }}
      />
    );
  }
  return (
    <Screen title={t('name', { number: view.number })} meta={<Meta view={view} />}>
      <Content view={view} step={step} control={control} />
    </Screen>
  );
}

function Content({ view, step, control }: RescuePageProps & { readonly view: KnownRescue }) {
  switch (view.status) {
    case 'checking':
    case 'creating':
    case 'undoing':
      return <WorkingRescue view={view} status={view.status} />;
    case 'ready':
      return view.plan ? (
        <DraftRescue view={view} plan={view.plan} step={step} control={control} />
      ) : (
        // Planned by an older version in a way that is no longer read: as good as gone.
        <EndedRescue view={{ ...view, errorCode: 'forecast-gone' }} status="failed" control={control} />
      );
    case 'active':
      return <ActiveRescue view={view} control={control} />;
    case 'undone':
    case 'failed':
    case 'discarded':
      return <EndedRescue view={view} status={view.status} control={control} />;
  }
}

function Meta({ view }: { readonly view: KnownRescue }) {
  const t = useTranslations('rescue');
  const moment = useMoment();
  const format = useFormat();
  return (
    <ul className="tm-asof">
      <li>
        <Link url="/app/rescues">{t('back')}</Link>
      </li>
      <li>{t('begun', { when: moment(view.createdAt) })}</li>
      <li>{t('asOf', { day: format.day(view.analysisDay) })}</li>
    </ul>
  );
}
