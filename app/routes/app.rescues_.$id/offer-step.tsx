import { Button, Link } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { useChance } from '~/components/use-chance';
import { useGainRange } from '~/components/use-gain-words';
import { useFormat } from '~/i18n/shop-format';
import type { DraftProps } from './draft-rescue';
import { OfferCard } from './offer-card';
import { stepUrl } from './rescue-steps';

/** Step two: what each tier is offered and why, and who is left alone to measure by. */
export function OfferStep({ view, plan }: DraftProps) {
  const t = useTranslations('rescue');
  const chance = useChance();
  const gain = useGainRange()(plan.gainContacted);
  const discounts = plan.tiers.some(({ discount }) => discount > 0);
  return (
    <>
      <Panel className="tm-decision tm-decision--act">
        <div className="tm-decision__row">
          <div className="tm-decision__text">
            <p className="tm-decision__headline">
              <strong>{t('offer.heading')}</strong>
            </p>
            <p className="tm-decision__detail">{t(discounts ? 'offer.intro' : 'offer.introMessage')}</p>
            {discounts && <MessageOnly gain={plan.messageOnlyGain} />}
          </div>
          <div className="tm-decision__actions">
            <Button variant="primary" size="large" url={stepUrl(view.id, 'create')}>
              {t('steps.last')}
            </Button>
            <Button variant="tertiary" size="large" url={stepUrl(view.id, 'group')}>
              {t('steps.back')}
            </Button>
          </div>
        </div>
      </Panel>
      <div className="tm-offers">
        {plan.tiers.map((tier) => (
          <OfferCard key={tier.tier} tier={tier} limit={plan.limit} />
        ))}
      </div>
      <Panel title={t('offer.holdOutTitle')}>
        <p className="tm-prose">
          <HoldOutLine plan={plan} />
        </p>
        <p className="tm-prose">
          {t(plan.holdOut === null ? 'offer.contactedAll' : 'offer.contacted', {
            ...gain,
            chance: chance(plan.chanceGain),
          })}
        </p>
      </Panel>
      <Panel>
        <Basis plan={plan} />
      </Panel>
    </>
  );
}

function MessageOnly({ gain }: { readonly gain: number }) {
  const t = useTranslations('rescue.offer');
  const format = useFormat();
  return (
    <p className="tm-decision__detail">
      {t(gain < 0 ? 'messageOnlyLoss' : 'messageOnly', { money: format.money(Math.abs(gain)) })}
    </p>
  );
}

function HoldOutLine({ plan }: Pick<DraftProps, 'plan'>) {
  const t = useTranslations('rescue.offer');
  const format = useFormat();
  const { holdOut, holdOutFrom } = plan;
  return holdOut === null
    ? t('noHoldOut', { required: holdOutFrom })
    : t('holdOut', { heldOut: holdOut.customers, share: format.percent(holdOut.share) });
}

/** What the figures stand on. */
function Basis({ plan }: Pick<DraftProps, 'plan'>) {
  const t = useTranslations('rescue.offer');
  const format = useFormat();
  const counted = useTranslations('retention.why');
  const { learnedFrom, margin, contactCost, contactCostIsEstimated, windowDays } = plan;
  const share = format.percent(margin.share, 1);
  return (
    <ul className="tm-list">
      <li>{learnedFrom.campaigns === 0 ? t('basis.none') : t('basis.some', learnedFrom)}</li>
      <li>
        {margin.source === 'confirmed'
          ? t('marginConfirmed', { margin: share })
          : t.rich('marginEstimated', { margin: share, a: toSettings })}
      </li>
      <li>
        {windowDays.from === windowDays.to
          ? counted('windowOne', { days: windowDays.to })
          : counted('windows', windowDays)}
      </li>
      <li>
        {t(contactCostIsEstimated ? 'contactCostEstimated' : 'contactCost', {
          money: format.moneyExact(contactCost),
        })}
      </li>
    </ul>
  );
}

const toSettings = (chunks: ReactNode): ReactNode => <Link url="/app/settings">{chunks}</Link>;
