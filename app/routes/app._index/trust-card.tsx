import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { CalibrationChart } from '~/components/calibration-chart';
import { Panel } from '~/components/panel';
import type { IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import type { TrustView } from '~/services/views/trust-view';
import { CandidatesTable } from './candidates-table';
import { checkedForecasts, type CheckedForecast } from './checked-forecast';
import { ChecksTable } from './checks-table';
import { ModelInUse } from './model-in-use';
import './trust-card.css';
import { TrustFindings } from './trust-findings';
import { TrustHeadline } from './trust-headline';
import { UnlikelyCustomers } from './unlikely-customers';

interface TrustCardProps {
  /** Null while rules answer. */
  readonly trust: TrustView | null;
  readonly analysisDay: IsoDay;
}

/** What earlier forecasts got right: one plain sentence, then the evidence, then everything on demand. */
export function TrustCard({ trust, analysisDay }: TrustCardProps) {
  const t = useTranslations('trust');
  if (!trust) {
    return (
      <Panel title={t('title')}>
        <p className="tm-prose">{t('rules')}</p>
      </Panel>
    );
  }
  const checks = checkedForecasts(trust);
  const [newest] = checks;
  return (
    <Panel title={t('title')}>
      {newest ? (
        <Checked trust={trust} newest={newest} analysisDay={analysisDay} />
      ) : (
        <Unchecked trust={trust} />
      )}
      {checks.length > 0 && <ChecksTable checks={checks} track={trust.track} />}
      {trust.backtest && trust.backtest.candidates.length > 0 && (
        <CandidatesTable backtest={trust.backtest} />
      )}
    </Panel>
  );
}

interface CheckedProps {
  readonly trust: TrustView;
  readonly newest: CheckedForecast;
  readonly analysisDay: IsoDay;
}

function Checked({ trust, newest, analysisDay }: CheckedProps) {
  const t = useTranslations('trust');
  const format = useFormat();
  const groups = (newest.kind === 'shown' ? trust.track[0] : trust.backtest)?.calibration ?? [];
  return (
    <div className="tm-trust">
      <div>
        <div className="tm-trust__kind">
          <Badge {...(newest.kind === 'past' ? { tone: 'info' as const } : {})}>
            {t(`kind.${newest.kind}`)}
          </Badge>
          <span>{t('window', { first: format.day(newest.madeOn), last: format.day(newest.until) })}</span>
        </div>
        <TrustHeadline newest={newest} shown={trust.track[0]} analysisDay={analysisDay} />
        {newest.kind === 'shown' && trust.track[0] && (
          <UnlikelyCustomers unlikely={trust.track[0].unlikely} />
        )}
        <TrustFindings trust={trust} kind={newest.kind} />
        <ModelInUse trust={trust} />
      </div>
      {groups.length > 0 && (
        <div>
          <h3 className="tm-subtitle">{t('calibration.title')}</h3>
          <CalibrationChart groups={groups} />
        </div>
      )}
    </div>
  );
}

/** Nothing to judge by yet: what is missing, by when, and how to read the numbers until then. */
function Unchecked({ trust }: { readonly trust: TrustView }) {
  const t = useTranslations('trust');
  const format = useFormat();
  return (
    <div>
      <div className="tm-trust__kind">
        <Badge>{t('kind.none')}</Badge>
      </div>
      <p className="tm-trust__headline">{t('none.body')}</p>
      <ul className="tm-list tm-trust__findings">
        <li>{trust.nextScoreOn ? t('none.due', { day: format.day(trust.nextScoreOn) }) : t('none.later')}</li>
        <li>{t('none.missing')}</li>
        <li>{t('none.meanwhile')}</li>
      </ul>
      <ModelInUse trust={trust} />
    </div>
  );
}
