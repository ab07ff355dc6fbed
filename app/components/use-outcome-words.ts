import { useTranslations } from 'use-intl';
import type { RescueOutcomeView } from '~/services/views/rescue-view';
import { useChance } from './use-chance';

/** What may be said of a rescue, in one or two sentences. */
export function useOutcomeWords(): (
  outcome: Pick<RescueOutcomeView, 'verdict' | 'offeredDiscount'>,
) => string {
  const t = useTranslations('rescue.outcome');
  const chance = useChance();
  return ({ verdict, offeredDiscount }) => {
    switch (verdict.code) {
      case 'too-early': {
        const { buyers, needed, daysLeft } = verdict;
        return buyers < needed
          ? t('too-early', { buyers, needed, daysLeft })
          : t('still-open', { buyers, daysLeft });
      }
      case 'too-few-orders':
        return t('too-few-orders', { buyers: verdict.buyers, needed: verdict.needed });
      case 'no-hold-out':
        return t('no-hold-out', { daysLeft: verdict.daysLeft });
      case 'did-not-pay':
        return t(offeredDiscount ? 'did-not-pay' : 'did-not-pay-message', {
          chance: chance(verdict.chancePaid),
        });
      case 'probably-paid':
      case 'unclear':
        return t(verdict.code, { chance: chance(verdict.chancePaid) });
    }
  };
}
