import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { Disclosure } from '~/components/disclosure';
import { Panel } from '~/components/panel';
import { useChance } from '~/components/use-chance';
import { useCount } from '~/components/use-count';
import { useFormat } from '~/i18n/shop-format';
import type { PlannedTierView } from '~/services/views/rescue-view';

/** One tier's offer: how much, for how many, what it is expected to gain, what it takes to pay, and the alternatives. */
export function OfferCard({ tier }: { readonly tier: PlannedTierView }) {
  const t = useTranslations('rescue');
  const format = useFormat();
  const count = useCount();
  const { discount, customers, minimumBasket, gain, breakEven } = tier;
  const { low, high } = format.estimate(gain);
  return (
    <Panel title={t(`tier.${tier.tier}`)} aside={t('offer.customers', { count: customers })}>
      <p className="tm-offer__discount">
        {discount === 0 ? t('offer.message') : t('offer.discount', { discount: format.percent(discount) })}
      </p>
      {discount > 0 && (
        <p className="tm-muted">
          {minimumBasket > 0
            ? t('offer.basket', { amount: format.money(minimumBasket) })
            : t('offer.noBasket')}
        </p>
      )}
      <p className="tm-tile__note">{t('offer.gain', { low, high })}</p>
      <p className="tm-tile__note">
        {breakEven.extraReturns === null
          ? t('offer.breakEvenNever')
          : t('offer.breakEven', {
              extra: count(100 * breakEven.extraReturns).text,
              baseline: count(100 * breakEven.baseline).text,
            })}
      </p>
      <Options tier={tier} />
    </Panel>
  );
}

function Options({ tier }: { readonly tier: PlannedTierView }) {
  const t = useTranslations('rescue.offer');
  const format = useFormat();
  const chance = useChance();
  return (
    <Disclosure title={t('options')}>
      <DataTable
        caption={t('optionsCaption')}
        columns={[t('option'), t('optionGain'), t('optionChance'), t('optionVerdict')]}
        rows={tier.options.map(({ discount, gain, chanceGain, verdict }) => ({
          key: String(discount),
          cells: [
            discount === 0 ? t('messageShort') : format.percent(discount),
            format.estimate(gain).mean,
            chance(chanceGain),
            discount === tier.discount ? (
              <strong key="chosen">{t('chosen')}</strong>
            ) : (
              t(`verdict.${verdict}`)
            ),
          ],
        }))}
      />
    </Disclosure>
  );
}
