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
        <FirstRun control={control} />
      </Screen>
    );
  }
  const warnings = view.notices.filter((notice) => notice.tone !== 'info');
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
        {(view.decision.kind !== 'no-orders' || remarks.length > 0) && (
          <div className="tm-stack">
            {view.decision.kind !== 'no-orders' && <DangerCard rows={view.atRisk} />}
            {remarks.length > 0 && (
              <Panel title={t('dashboard.notices')}>
                <NoticeRemarks notices={remarks} />
              </Panel>
            )}
          </div>
        )}
        <BasisCard basis={view.basis} asOf={view.asOf} />
      </div>
    </Screen>
  );
}
