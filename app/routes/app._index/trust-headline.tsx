import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCount } from '~/components/use-count';
import { dayNumber, type IsoDay } from '~/domain/iso-day';
import { useFormat } from '~/i18n/shop-format';
import type { PastForecastView } from '~/services/views/trust-view';
import { sideOfError, type CheckedForecast } from './checked-forecast';

const DAYS_A_MONTH = 365.25 / 12;

interface TrustHeadlineProps {
  readonly newest: CheckedForecast;
  /** The newest forecast that was shown, where `newest` is one. */
  readonly shown: PastForecastView | undefined;
  readonly analysisDay: IsoDay;
}

/** How far off the newest forecast that could be checked was, and whether its range held. */
export function TrustHeadline({ newest, shown, analysisDay }: TrustHeadlineProps) {
  const t = useTranslations('trust');
  const format = useFormat();
  const count = useCount();
  const days = dayNumber(analysisDay) - dayNumber(newest.madeOn);
  const expected = count(newest.expected);
  const values = {
    ago: t('ago', { months: Math.round(days / DAYS_A_MONTH), days }),
    expected: expected.text,
    expectedCount: expected.count,
    b: bold,
  };
  const { kind, error, actual } = newest;
  const side = error === null ? 'nothing' : sideOfError(error);
  return (
    <>
      <p className="tm-trust__headline">
        {side === 'nothing'
          ? t.rich(`headline.${kind}.nothing`, values)
          : side === 'exact'
            ? t.rich(`headline.${kind}.exact`, { ...values, actual })
            : t.rich(`headline.${kind}.${side}`, {
                ...values,
                actual,
                percent: format.percent(Math.abs(error ?? 0)),
              })}
      </p>
      <p className="tm-trust__detail">
        {kind === 'past' || !shown
          ? t('notShown')
          : t(shown.inRange.purchases ? 'inside' : 'outside', {
              low: count(shown.expectedPurchases.low).text,
              high: count(shown.expectedPurchases.high).text,
              times: format.estimate(shown.expectedPurchases).times,
              of: format.estimate(shown.expectedPurchases).of,
            })}
      </p>
    </>
  );
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;
