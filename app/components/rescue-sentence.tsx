import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useChance } from './use-chance';
import { useFormat } from '~/i18n/shop-format';
import type { RescueDecision } from '~/services/views/dashboard-view';
import { useGainWords } from './use-gain-words';

/** To whom to write, with what, what it most likely brings, and what the discount adds to it. */
export function RescueSentence({ decision }: { readonly decision: RescueDecision }) {
  const t = useTranslations('retention.decision');
  const format = useFormat();
  const chance = useChance();
  const { less, ...gain } = useGainWords(decision);
  const { customers, discount, largestDiscount, chanceGain } = decision;
  const whom = { customers, b: bold };
  return (
    <>
      <p className="tm-decision__headline">
        {largestDiscount === 0
          ? t.rich('message', whom)
          : t.rich(discount === null ? 'upTo' : 'discount', {
              ...whom,
              discount: format.percent(discount ?? largestDiscount),
            })}{' '}
        {largestDiscount === 0
          ? t.rich('gain', { ...gain, b: bold })
          : less === null
            ? t.rich('gainSame', { ...gain, b: bold })
            : t.rich('gainLess', { ...gain, less, b: bold })}
      </p>
      <p className="tm-decision__detail">{t('chance', { chance: chance(chanceGain) })}</p>
    </>
  );
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;
