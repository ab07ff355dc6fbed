import { Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { useFormat } from '~/i18n/shop-format';
import type { CustomerRescueView } from '~/services/views/customer-record-view';

/** Which rescues the customer was part of, what was offered, and whether they came. */
export function RescuesCard({ rescues }: { readonly rescues: readonly CustomerRescueView[] }) {
  const t = useTranslations('customer.rescues');
  return (
    <Panel title={t('title')}>
      {rescues.length === 0 ? (
        <p className="tm-muted">{t('none')}</p>
      ) : (
        <ul className="tm-plain tm-stack">
          {rescues.map((rescue) => (
            <li key={rescue.campaignId}>
              <Rescue rescue={rescue} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Rescue({ rescue }: { readonly rescue: CustomerRescueView }) {
  const t = useTranslations('customer.rescues');
  const format = useFormat();
  const { campaignId, number, startedOn, offer } = rescue;
  return (
    <>
      <p>
        <Link url={`/app/rescues/${encodeURIComponent(campaignId)}`}>{t('link', { number })}</Link>{' '}
        <span className="tm-muted">{t('started', { day: format.day(startedOn) })}</span>
      </p>
      <p>
        {rescue.arm === 'held-out'
          ? t('heldOut')
          : offer
            ? t('offer', { offer: format.percent(offer, 1) })
            : t('message')}
      </p>
      <p className="tm-muted">{t(outcomeOf(rescue))}</p>
    </>
  );
}

function outcomeOf({ arm, ordered }: CustomerRescueView) {
  if (ordered === null) return 'open';
  if (arm === 'held-out') return ordered ? 'heldOutOrdered' : 'heldOutNotOrdered';
  return ordered ? 'ordered' : 'notOrdered';
}
