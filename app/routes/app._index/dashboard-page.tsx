import { Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { NoticeBanners } from '~/components/notice-list';
import { RunCard, type RunControl } from '~/components/run-card';
import { Screen } from '~/components/screen';
import type { RescueStart } from '~/components/use-rescue-start';
import type { DashboardView } from '~/services/views/dashboard-view';
import { AsOfLine } from './as-of-line';
import { DashboardColumns } from './dashboard-columns';
import { DecisionCard } from './decision-card';
import { FirstRun } from './first-run';
import { NumbersCard } from './numbers-card';
import { RescueStopped } from './rescue-stopped';
import { SetupCard, setupProgress } from './setup-card';
import { TrustCard } from './trust-card';

interface DashboardPageProps {
  readonly view: DashboardView;
  readonly control: RunControl;
  readonly start: RescueStart;
}

/** The first screen: one decision, its money, with whom, what to do with everybody else, and from what all this comes. */
export function DashboardPage({ view, control, start }: DashboardPageProps) {
  const t = useTranslations('dashboard');
  if (view.state === 'empty') {
    return (
      <Screen title={t('title.empty')}>
        <FirstRun loaded={view.run} control={control} />
      </Screen>
    );
  }
  const { decision, asOf, setup } = view;
  const orders = decision.kind !== 'no-orders';
  const { done, possible } = setupProgress(setup);
  // Finished, it is no longer in the way; the settings stay within reach at the end of the page.
  const setUp = done === possible;
  return (
    <Screen
      title={t(`title.${decision.kind}`)}
      meta={<AsOfLine asOf={asOf} />}
      action={
        <Button
          onClick={control.start}
          loading={control.starting}
          disabled={control.run?.status === 'running'}
        >
          {t('recalculate')}
        </Button>
      }
    >
      <DecisionCard decision={decision} rescue={view.rescue} start={start} />
      <RunCard control={control} shownSince={asOf.computedAt} nextRunAt={asOf.nextRunAt} />
      <NoticeBanners notices={view.notices.filter(({ tone }) => tone !== 'info')} />
      <RescueStopped rescue={view.rescue} />
      {orders && <NumbersCard {...view} />}
      {!setUp && <SetupCard setup={setup} />}
      <DashboardColumns view={view} start={start} />
      {orders && <TrustCard trust={view.trust} analysisDay={asOf.analysisDay} />}
      {setUp && <SetupCard setup={setup} />}
    </Screen>
  );
}
