import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { Disclosure } from '~/components/disclosure';
import { Panel } from '~/components/panel';
import { useChance } from '~/components/use-chance';
import { useCount } from '~/components/use-count';
import { useGainRange } from '~/components/use-gain-words';
import { useFormat } from '~/i18n/shop-format';
import type { PlannedTierView, RescuePlanView } from '~/services/views/rescue-view';

interface OfferCardProps {
  readonly tier: PlannedTierView;
  /** What earlier rescues leave allowed. */
  readonly limit: RescuePlanView['limit'];
}

/** One tier's offer: how much, for how many, what it is expected to gain, what it takes to pay, and the alternatives. */
export function OfferCard({ tier, limit }: OfferCardProps) {
  const t = useTranslations('rescue');
  const format = useFormat();
  const { discount, customers, minimumBasket, gain, breakEven } = tier;
  const gainRange = useGainRange();
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
      <p className="tm-tile__note">{t('offer.gain', { ...gainRange(gain) })}</p>
      <BreakEven breakEven={breakEven} />
      <Options tier={tier} limit={limit} />
    </Panel>
  );
}

/** What the offer must achieve to pay, in returns of a hundred. */
function BreakEven({ breakEven }: Pick<PlannedTierView, 'breakEven'>) {
  const t = useTranslations('rescue.offer');
  const count = useCount();
  if (breakEven.extraReturns === null) return <p className="tm-tile__note">{t('breakEvenNever')}</p>;
  const extra = count(100 * breakEven.extraReturns);
  const baseline = count(100 * breakEven.baseline);
  return (
    <p className="tm-tile__note">
      {t('breakEven', {
        ...{ extra: extra.text, extraCount: extra.count },
        ...{ baseline: baseline.text, baselineCount: baseline.count },
      })}
    </p>
  );
}

function Options({ tier, limit }: OfferCardProps) {
  const t = useTranslations('rescue.offer');
  const format = useFormat();
  const chance = useChance();
  return (
    <Disclosure title={t('options')}>
      <DataTable
        caption={t('optionsCaption')}
        columns={[t('option'), t('optionGain'), t('optionChance'), t('optionVerdict')]}
        rows={tier.options.map((option) => ({
          key: String(option.discount),
          cells: [
            option.discount === 0 ? t('messageShort') : format.percent(option.discount),
            format.estimate(option.gain).mean,
            chance(option.chanceGain),
            option.discount === tier.discount ? (
              <strong key="chosen">{t('chosen')}</strong>
            ) : (
              t(`verdict.${whyNot(option, tier, limit)}`)
            ),
          ],
        }))}
      />
    </Disclosure>
  );
}

type Option = PlannedTierView['options'][number];
type WhyNot = Exclude<Option['verdict'], 'pays'> | 'pays-less' | 'pays-hardly-more' | 'stopped';

/** Why an offer is not the tier's: the smallest that is nearly the best is. */
function whyNot(
  { discount, gain, verdict }: Option,
  chosen: PlannedTierView,
  limit: RescuePlanView['limit'],
): WhyNot {
  if (verdict === 'pays') return gain.mean > chosen.gain.mean ? 'pays-hardly-more' : 'pays-less';
  // The merchant's limit is not what keeps discounts out while they are stopped.
  return verdict === 'above-own-limit' && limit !== 'none' && discount > 0 ? 'stopped' : verdict;
}
