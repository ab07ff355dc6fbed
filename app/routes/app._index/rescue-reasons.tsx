import { Link } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useChance } from '~/components/use-chance';
import { useCount } from '~/components/use-count';
import { useFormat } from '~/i18n/shop-format';
import type { RescueOutlookView, RescueTierView } from '~/services/views/rescue-outlook-view';

/** Why this rescue: whom, when it pays, what it was learned from, with which margin. Items of a list. */
export function RescueReasons({ rescue }: { readonly rescue: RescueOutlookView }) {
  const t = useTranslations('retention.why');
  const format = useFormat();
  const { learnedFrom, margin, windowDays, leftAlone } = rescue;
  const toSettings = (chunks: ReactNode): ReactNode => <Link url="/app/settings#margin">{chunks}</Link>;
  return (
    <>
      <li>{t('who')}</li>
      {rescue.tiers.map((tier) => (
        <BreakEven key={tier.tier} tier={tier} />
      ))}
      <li>
        {learnedFrom.campaigns === 0
          ? t('learnedNone')
          : t('learnedFrom', { campaigns: learnedFrom.campaigns, customers: learnedFrom.customers })}
      </li>
      <li>
        {t.rich(margin.source === 'confirmed' ? 'marginConfirmed' : 'marginEstimated', {
          margin: format.percent(margin.share, 1),
          a: toSettings,
        })}
      </li>
      <li>
        {windowDays.from === windowDays.to
          ? t('windowOne', { days: windowDays.to })
          : t('windows', { from: windowDays.from, to: windowDays.to })}
      </li>
      {leftAlone > 0 && <li>{t('leftAlone', { customers: leftAlone })}</li>}
      <li>{t('holdOut')}</li>
    </>
  );
}

/** When an offer pays, in returns of a hundred; nothing where no number of returns would do. */
function BreakEven({ tier: { discount, breakEven } }: { readonly tier: RescueTierView }) {
  const t = useTranslations('retention.why');
  const format = useFormat();
  const chance = useChance();
  const count = useCount();
  if (breakEven.extraReturns === null) return null;
  const extra = count(100 * breakEven.extraReturns);
  const values = { baseline: chance(breakEven.baseline), extra: extra.text, extraCount: extra.count };
  return (
    <li>
      {discount === 0
        ? t('breakEvenMessage', values)
        : t('breakEven', { ...values, discount: format.percent(discount) })}
    </li>
  );
}
