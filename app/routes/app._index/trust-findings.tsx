import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCount } from '~/components/use-count';
import { useFormat } from '~/i18n/shop-format';
import type { TrustView } from '~/services/views/trust-view';

interface TrustFindingsProps {
  readonly trust: TrustView;
  /** Whether the newest forecast that was checked is one that was shown, or a trial on the past. */
  readonly kind: 'shown' | 'past';
}

/** Beyond the total: the order of customers, the chances, and how often ranges held. */
export function TrustFindings({ trust, kind }: TrustFindingsProps) {
  const t = useTranslations('trust');
  const format = useFormat();
  const count = useCount();
  const newest = kind === 'shown' ? trust.track[0] : undefined;
  const ranking = newest
    ? newest.rankingArea
    : (trust.backtest?.candidates.find(({ chosen }) => chosen)?.rankingArea ?? null);
  const error = (newest ?? trust.backtest)?.calibrationError;
  const groups = (newest ?? trust.backtest)?.calibration.length ?? 0;
  return (
    <ul className="tm-list tm-trust__findings">
      {ranking !== null && <li>{t.rich('ranking', { times: Math.round(100 * ranking), b: bold })}</li>}
      {error !== undefined && groups > 0 && (
        <li>{t.rich('calibrationError', { points: count(100 * error).text, b: bold })}</li>
      )}
      {trust.track.length > 1 && (
        <li>
          {t('record', {
            checked: trust.track.length,
            held: trust.track.filter(({ inRange }) => inRange.purchases).length,
          })}
        </li>
      )}
      {trust.nextScoreOn && <li>{t('next', { day: format.day(trust.nextScoreOn) })}</li>}
    </ul>
  );
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;
