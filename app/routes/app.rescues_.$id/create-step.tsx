import { Banner, Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { useFormat } from '~/i18n/shop-format';
import type { PlannedTierView } from '~/services/views/rescue-view';
import type { DraftProps } from './draft-rescue';
import { stepUrl } from './rescue-steps';
import { disclosureIn } from './disclosure-sentence';

/** Step three: all that is going to happen, and one button. */
export function CreateStep({ view, plan, control }: DraftProps) {
  const t = useTranslations('rescue');
  const format = useFormat();
  const { tiers, holdOut, windowDays } = plan;
  const codes = tiers.filter(({ discount }) => discount > 0).length;
  const refused = codes > 0 && (!view.mayMakeCodes || control.answer === 'missing-scope');
  const pressed = control.pressed === 'confirm';
  return (
    <>
      {refused && (
        <Banner tone="warning" title={t('create.missingScope.title')}>
          {t('create.missingScope.body')}
        </Banner>
      )}
      <Panel title={t('create.heading')} className="tm-decision tm-decision--act">
        <p className="tm-prose">
          {holdOut === null
            ? t('create.contactedAll', { customers: plan.customers })
            : t('create.contacted', {
                contacted: plan.customers - holdOut.customers,
                customers: plan.customers,
              })}
        </p>
        <ul className="tm-list">
          {tiers.map((tier) => (
            <TierLine key={tier.tier} tier={tier} />
          ))}
          <li>
            {holdOut === null ? t('create.nobodyHeldOut') : t('create.heldOut', { count: holdOut.customers })}
          </li>
          <li>{t('create.codes', { count: codes })}</li>
          {codes > 0 && <li>{t('create.until', { codes, day: format.day(plan.codesUntil) })}</li>}
          <li>{t('create.send')}</li>
          <li>
            {windowDays.from === windowDays.to
              ? t('create.outcomeOne', { days: windowDays.to })
              : t('create.outcome', windowDays)}
          </li>
        </ul>
        {codes > 0 && (
          <div className="tm-inset">
            <p className="tm-prose">{t('create.disclosureTitle')}:</p>
            <blockquote className="tm-quote" lang={view.language}>
              {disclosureIn(view.language)}
            </blockquote>
            <p className="tm-muted">{t('create.disclosure')}</p>
          </div>
        )}
        <div className="tm-inline tm-inline--end">
          <Button size="large" url={stepUrl(view.id, 'offer')}>
            {t('steps.back')}
          </Button>
          <Button
            variant="primary"
            size="large"
            disabled={refused}
            loading={pressed}
            onClick={() => control.press('confirm')}
          >
            {t('create.button')}
          </Button>
        </div>
      </Panel>
    </>
  );
}

function TierLine({
  tier: { tier, customers, discount, minimumBasket },
}: {
  readonly tier: PlannedTierView;
}) {
  const t = useTranslations('rescue');
  const format = useFormat();
  const whom = { tier: t(`tier.${tier}`), count: customers };
  if (discount === 0) return <li>{t('create.tierMessage', whom)}</li>;
  const conditions =
    minimumBasket > 0 ? t('offer.basket', { amount: format.money(minimumBasket) }) : t('offer.noBasket');
  return <li>{t('create.tierDiscount', { ...whom, discount: format.percent(discount), conditions })}</li>;
}
