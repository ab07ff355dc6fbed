import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';
import type { PastForecastView } from '~/services/views/trust-view';

/** The track record in one sentence: of those who were as good as given up, how many came back, and should have. */
export function UnlikelyCustomers({ unlikely }: Pick<PastForecastView, 'unlikely'>) {
  const t = useTranslations('trust');
  const format = useFormat();
  const { customers, cameBack, low, high } = unlikely;
  if (customers === 0) return <p className="tm-trust__detail">{t('unlikelyNobody')}</p>;
  const verdict = cameBack > high ? 'above' : cameBack < low ? 'below' : 'inside';
  const share = (count: number): string => format.percent(count / customers);
  const values = { customers, cameBack, share: share(cameBack), low: share(low), b: bold };
  return (
    <p className="tm-trust__headline tm-trust__record">
      {share(low) === share(high)
        ? t.rich('unlikelyExact', values)
        : t.rich('unlikely', { ...values, high: share(high) })}{' '}
      {t(`unlikelyVerdict.${verdict}`)}
    </p>
  );
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;
