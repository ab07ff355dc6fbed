import { Badge, Link } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { useOutcomeWords } from '~/components/use-outcome-words';
import { useFormat } from '~/i18n/shop-format';
import { useMoment } from '~/i18n/use-moment';
import type { RescueStatus } from '~/domain/rescue-status';
import type { RescueSummaryView } from '~/services/views/rescue-view';

const TONE: Readonly<Record<RescueStatus, 'success' | 'info' | 'attention' | 'critical' | undefined>> = {
  checking: 'info',
  ready: 'attention',
  creating: 'info',
  active: 'success',
  undoing: 'info',
  undone: undefined,
  failed: 'critical',
  discarded: undefined,
};

/** Every rescue with whom, what, how it stands and what it brought. */
export function RescueList({ rescues }: { readonly rescues: readonly RescueSummaryView[] }) {
  const t = useTranslations('rescue');
  const moment = useMoment();
  const outcomeWords = useOutcomeWords();
  return (
    <DataTable
      caption={t('list.title')}
      columns={[t('list.rescue'), t('list.customers'), t('list.offer'), t('list.state'), t('list.result')]}
      rows={rescues.map((rescue) => {
        const { id, number, status, confirmedAt, createdAt, outcome } = rescue;
        return {
          key: id,
          cells: [
            <span key="name">
              <Link url={`/app/rescues/${id}`}>{t('name', { number })}</Link>
              <span className="tm-table__note">{moment(confirmedAt ?? createdAt)}</span>
            </span>,
            <Customers key="customers" rescue={rescue} />,
            <Offer key="offer" rescue={rescue} />,
            <Badge key="state" {...(TONE[status] ? { tone: TONE[status] } : {})}>
              {t(`status.${stateOf(rescue)}`)}
            </Badge>,
            outcome === null || status !== 'active' ? '–' : outcomeWords(outcome),
          ],
        };
      })}
    />
  );
}

/** A rescue whose windows are over is measured, or just over where nobody was held out to measure by. */
function stateOf({ status, outcome }: RescueSummaryView): RescueStatus | 'measured' | 'over' {
  if (status !== 'active' || outcome === null || outcome.daysLeft > 0) return status;
  return outcome.measured === null ? 'over' : 'measured';
}

function Customers({ rescue }: { readonly rescue: RescueSummaryView }) {
  const t = useTranslations('rescue.list');
  const format = useFormat();
  if (rescue.largestDiscount === null) return '–';
  return (
    <span>
      {format.integer(rescue.customers)}
      {rescue.heldOut > 0 && (
        <span className="tm-table__note">{t('heldOut', { count: rescue.heldOut })}</span>
      )}
    </span>
  );
}

function Offer({ rescue: { largestDiscount, customers } }: { readonly rescue: RescueSummaryView }) {
  const t = useTranslations('rescue.list');
  const format = useFormat();
  if (largestDiscount === null || customers === 0) return '–';
  return largestDiscount === 0 ? t('message') : t('upTo', { discount: format.percent(largestDiscount) });
}
