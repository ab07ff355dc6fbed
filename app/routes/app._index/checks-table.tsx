import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { Disclosure } from '~/components/disclosure';
import { useCount } from '~/components/use-count';
import type { Estimate } from '~/domain/estimate';
import { useFormat } from '~/i18n/shop-format';
import type { PastForecastView } from '~/services/views/trust-view';
import { sideOfError, type CheckedForecast } from './checked-forecast';

interface ChecksTableProps {
  readonly checks: readonly CheckedForecast[];
  readonly track: readonly PastForecastView[];
}

/** Every forecast that could be checked, and the latest shown one with its three totals. */
export function ChecksTable({ checks, track }: ChecksTableProps) {
  const t = useTranslations('trust.detail');
  const format = useFormat();
  const count = useCount();
  const [latest] = track;
  const difference = (error: number | null): string => {
    if (error === null) return '–';
    const side = sideOfError(error);
    return side === 'exact' ? t('exact') : t(side, { percent: format.percent(Math.abs(error)) });
  };
  return (
    <Disclosure title={t('title')}>
      <DataTable
        caption={t('title')}
        columns={[t('made'), t('until'), t('kind'), t('expected'), t('actual'), t('error')]}
        rows={checks.map(({ kind, madeOn, until, expected, actual, error }) => ({
          key: `${kind} ${madeOn} ${until}`,
          cells: [
            format.day(madeOn),
            format.day(until),
            t(kind),
            count(expected).text,
            format.integer(actual),
            difference(error),
          ],
        }))}
      />
      {latest && <LatestShown forecast={latest} />}
      <p className="tm-muted">{t('note')}</p>
    </Disclosure>
  );
}

function LatestShown({ forecast }: { readonly forecast: PastForecastView }) {
  const t = useTranslations('trust.detail');
  const between = useTranslations('range');
  const format = useFormat();
  const count = useCount();
  const counted = (value: number): string => count(value).text;
  const row = (
    name: 'purchases' | 'buyers' | 'revenue',
    { mean, low, high }: Estimate,
    actual: number,
    write: (value: number) => string,
  ) => ({
    key: name,
    cells: [
      t(name),
      write(mean),
      between('between', { low: write(low), high: write(high) }),
      write(actual),
      t(forecast.inRange[name] ? 'yes' : 'no'),
    ] as const,
  });
  return (
    <div>
      <h3 className="tm-subtitle">{t('lastTitle')}</h3>
      <DataTable
        caption={t('lastCaption', { made: format.day(forecast.madeOn), until: format.day(forecast.until) })}
        columns={[t('what'), t('expected'), t('range'), t('actual'), t('held')]}
        rows={[
          row('purchases', forecast.expectedPurchases, forecast.actualPurchases, counted),
          row('buyers', forecast.expectedBuyers, forecast.actualBuyers, counted),
          row('revenue', forecast.expectedRevenue, forecast.actualRevenue, (value) => format.money(value)),
        ]}
      />
    </div>
  );
}
