import { useTranslations } from 'use-intl';
import { AtRiskChart } from '~/components/at-risk-chart';
import { NoticeRemarks } from '~/components/notice-list';
import { Panel } from '~/components/panel';
import type { RescueStart } from '~/components/use-rescue-start';
import type { DashboardView } from '~/services/views/dashboard-view';
import { BasisCard } from './basis-card';
import { DangerCard } from './danger-card';
import { FindingsCard } from './findings-card';
import { SegmentsCard } from './segments-card';

interface DashboardColumnsProps {
  readonly view: Extract<DashboardView, { state: 'ready' }>;
  readonly start: RescueStart;
}

/** With whom first, as wide as its columns need; then all the others, beside what changed and what it comes from. */
export function DashboardColumns({ view, start }: DashboardColumnsProps) {
  const t = useTranslations();
  const { decision, atRisk, segments, atRiskHistory, rescue } = view;
  const forecast = decision.kind !== 'too-early';
  // Without a model there may be nobody to list although rules call some overdue: then no card says "nobody".
  const ranked = atRisk.length > 0 || (forecast && decision.kind !== 'no-orders');
  const remarks = view.notices.filter(({ tone }) => tone === 'info');
  const wide = segments.length > 0 || atRiskHistory.length > 0 || remarks.length > 0;
  return (
    <>
      {ranked && <DangerCard rows={atRisk} forecast={forecast} />}
      <div className="tm-columns">
        {wide && (
          <div className="tm-stack">
            {segments.length > 0 && (
              <SegmentsCard
                segments={segments}
                expected12m={view.expected12m}
                start={start}
                stopped={rescue === null || rescue.customers === 0}
              />
            )}
            {atRiskHistory.length > 0 && (
              <Panel title={t('retention.history')}>
                <AtRiskChart points={atRiskHistory} />
              </Panel>
            )}
            {remarks.length > 0 && (
              <Panel title={t('dashboard.notices')}>
                <NoticeRemarks notices={remarks} />
              </Panel>
            )}
          </div>
        )}
        <div className="tm-stack">
          {ranked && forecast && <FindingsCard findings={view.findings} />}
          <BasisCard basis={view.basis} asOf={view.asOf} />
        </div>
      </div>
    </>
  );
}
