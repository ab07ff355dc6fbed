import { Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { NoticeBanners, NoticeRemarks } from '~/components/notice-list';
import { Panel } from '~/components/panel';
import { RunCard, type RunControl } from '~/components/run-card';
import { Screen } from '~/components/screen';
import type { DashboardView } from '~/services/views/dashboard-view';
import { AsOfLine } from './as-of-line';
import { BasisCard } from './basis-card';
import { DangerCard } from './danger-card';
import { DecisionCard } from './decision-card';
import { FirstRun } from './first-run';
import { NumbersCard } from './numbers-card';
import { TrustCard } from './trust-card';

interface DashboardPageProps {
  readonly view: DashboardView;
  readonly control: RunControl;
}

/** The first screen: one decision, its money, with whom, from what. */
export function DashboardPage({ view, control }: DashboardPageProps) {
  const t = useTranslations();
  if (view.state === 'empty') {
    return (
      <Screen title={t('dashboard.title.empty')}>
        <FirstRun loaded={view.run} control={control} />
      </Screen>
    );
  }
  const warnings = view.notices.filter((notice) => notice.tone !== 'info');
  // Without a model there may be nobody to list although rules call some overdue: then no card says "nobody".
  const ranked =
    view.decision.kind === 'look-at-risk' || view.decision.kind === 'all-quiet' || view.atRisk.length > 0;
  const remarks = view.notices.filter((notice) => notice.tone === 'info');
  return (
    <Screen
      title={t(`dashboard.title.${view.decision.kind}`)}
      meta={<AsOfLine asOf={view.asOf} />}
      action={
        <Button
          onClick={control.start}
          loading={control.starting}
          disabled={control.run?.status === 'running'}
        >
          {t('dashboard.recalculate')}
        </Button>
      }
    >
      <DecisionCard decision={view.decision} />
      <RunCard control={control} shownSince={view.asOf.computedAt} nextRunAt={view.asOf.nextRunAt} />
      <NoticeBanners notices={warnings} />
      {view.decision.kind !== 'no-orders' && (
        <NumbersCard
          decision={view.decision}
          moneyAtRisk={view.moneyAtRisk}
          expected12m={view.expected12m}
          customersModelled={view.basis.customersModelled}
        />
      )}
      <div className="tm-columns">
        {(ranked || remarks.length > 0) && (
          <div className="tm-stack">
            {ranked && <DangerCard rows={view.atRisk} forecast={view.decision.kind !== 'too-early'} />}
            {remarks.length > 0 && (
              <Panel title={t('dashboard.notices')}>
                <NoticeRemarks notices={remarks} />
              </Panel>
            )}
          </div>
        )}
        <BasisCard basis={view.basis} asOf={view.asOf} />
      </div>
      {view.decision.kind !== 'no-orders' && (
        <TrustCard trust={view.trust} analysisDay={view.asOf.analysisDay} />
      )}
    </Screen>
  );
}
