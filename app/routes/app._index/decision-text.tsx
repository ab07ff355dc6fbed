import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { assertNever } from '~/domain/assert-never';
import { useFormat } from '~/i18n/shop-format';
import type { DecisionView } from '~/services/views/dashboard-view';
import { RescueSentence } from '~/components/rescue-sentence';
import { useChance } from '~/components/use-chance';
import { useGainRange } from '~/components/use-gain-words';

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;

/** To whom the message of a rescue that is made has yet to go, until when, and what it most likely brings. */
function SendSentence({ decision }: { readonly decision: Extract<DecisionView, { kind: 'send-rescue' }> }) {
  const t = useTranslations();
  const format = useFormat();
  const chance = useChance();
  const range = useGainRange()(decision.gain);
  const { number, customers, until, chanceGain } = decision;
  return (
    <>
      <p className="tm-decision__headline">
        {t.rich('retention.send.headline', { number, customers, until: format.day(until), b: bold })}{' '}
        {t.rich('retention.decision.gain', { ...range, b: bold })}
      </p>
      <p className="tm-decision__detail">{t('retention.decision.chance', { chance: chance(chanceGain) })}</p>
    </>
  );
}

/** The decision in two or three sentences. */
export function DecisionText({ decision }: { readonly decision: DecisionView }) {
  const t = useTranslations();
  const format = useFormat();
  switch (decision.kind) {
    case 'rescue':
      return <RescueSentence decision={decision} />;
    case 'send-rescue':
      return <SendSentence decision={decision} />;
    case 'look-at-risk': {
      const { mean, ...range } = format.estimate(decision.money);
      const { customers, topCustomers } = decision;
      // More than fit into one sitting: the sentence asks for the first of them.
      const many = topCustomers > 0 && topCustomers < customers;
      return (
        <>
          <p className="tm-decision__headline">
            {many
              ? t.rich('dashboard.decision.look-at-top', { customers, topCustomers, money: mean, b: bold })
              : t.rich('dashboard.decision.look-at-risk', { customers, money: mean, b: bold })}
          </p>
          <p className="tm-decision__detail">{t('range.likely', range)}</p>
          {many && (
            <p className="tm-decision__detail">
              {t('dashboard.decision.concentration', {
                topCustomers,
                topShare: format.percent(decision.topShare),
              })}
            </p>
          )}
        </>
      );
    }
    case 'all-quiet':
      return (
        <p className="tm-decision__headline">
          {t.rich('dashboard.decision.all-quiet', { customers: decision.customers, b: bold })}
        </p>
      );
    case 'too-early':
      return (
        <>
          <p className="tm-decision__headline">
            {t.rich('dashboard.decision.too-early', {
              required: decision.requiredRepeatCustomers,
              repeat: decision.repeatCustomers,
              days: decision.historyDays,
              b: bold,
            })}
          </p>
          <p className="tm-decision__detail">
            {t('dashboard.decision.overdue', { count: decision.overdueCustomers })}
          </p>
        </>
      );
    case 'no-orders':
      return <p className="tm-decision__headline">{t('dashboard.decision.no-orders')}</p>;
    default:
      return assertNever(decision);
  }
}
