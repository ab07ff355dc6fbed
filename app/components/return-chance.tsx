import { useTranslations } from 'use-intl';
import { useFormat } from '~/i18n/shop-format';

/** Probability of coming back: the figure first, a small bar beside it; never colour alone. */
export function ReturnChance({ probability }: { readonly probability: number | null }) {
  const t = useTranslations();
  const format = useFormat();
  if (probability === null) return <span className="tm-muted">{t('customers.noForecast')}</span>;
  const level = probability < 0.25 ? 'low' : probability < 0.75 ? 'middle' : 'high';
  return (
    <span className={`tm-chance tm-chance--${level}`}>
      <span className="tm-chance__figure">{format.percent(probability)}</span>
      <span className="tm-chance__track" aria-hidden="true">
        <span className="tm-chance__fill" style={{ width: `${(probability * 100).toFixed(1)}%` }} />
      </span>
    </span>
  );
}
