import { Button, Link, Pagination } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { customerUrl } from '~/components/customer-url';
import { DataTable } from '~/components/data-table';
import { useChance } from '~/components/use-chance';
import { useFormat } from '~/i18n/shop-format';
import type { RescueMemberView } from '~/services/views/rescue-view';
import type { RescueControl } from './rescue-control';

interface MemberTableProps {
  readonly members: readonly RescueMemberView[];
  readonly caption: string;
  /** Null where the group can no longer be changed: then it says who gets what. */
  readonly control: RescueControl | null;
}

/** A press on "next" draws as many rows; a thousand at once would keep the page from answering for seconds. */
const PAGE_SIZE = 50;

/** Customers of a rescue: what they would do alone, what an order is worth, what is expected of the offer. */
export function MemberTable({ members, caption, control }: MemberTableProps) {
  const t = useTranslations('rescue');
  const names = useTranslations('customers');
  const format = useFormat();
  const chance = useChance();
  const [wanted, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(members.length / PAGE_SIZE));
  // Whoever is taken out may have been alone on the last page.
  const page = Math.min(wanted, pages);
  const first = (page - 1) * PAGE_SIZE;
  const shown = members.slice(first, first + PAGE_SIZE);
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          t('group.customer'),
          t('group.alone'),
          t('group.order'),
          t('group.expected'),
          t('group.tier'),
          control ? t('group.change') : t('active.arm'),
        ]}
        rows={shown.map((member) => {
          const { customerId, alias, baseline, windowDays, orderValue, expectedGain, discount } = member;
          return {
            key: customerId,
            cells: [
              <Link key="name" url={customerUrl(customerId)}>
                {names('alias', { alias })}
              </Link>,
              <span key="alone">
                {chance(baseline)}
                <span className="tm-table__note">{t('group.aloneIn', { days: windowDays })}</span>
              </span>,
              format.money(orderValue),
              format.money(expectedGain),
              discount === 0 ? t('offer.messageShort') : format.percent(discount),
              control ? (
                <Change key="change" member={member} control={control} />
              ) : (
                <Arm key="arm" member={member} />
              ),
            ],
          };
        })}
      />
      {pages > 1 && (
        <div className="tm-pagination">
          <Pagination
            hasPrevious={page > 1}
            onPrevious={() => setPage(page - 1)}
            hasNext={page < pages}
            onNext={() => setPage(page + 1)}
            label={names('page', { page, pages })}
            accessibilityLabels={{ previous: names('previous'), next: names('next') }}
          />
          <span role="status" className="tm-muted">
            {names('shown', { first: first + 1, last: first + shown.length, total: members.length })}
          </span>
        </div>
      )}
    </>
  );
}

function Change({
  member: { customerId, alias, removed },
  control,
}: {
  readonly member: RescueMemberView;
  readonly control: RescueControl;
}) {
  const t = useTranslations('rescue.group');
  return (
    <Button
      size="micro"
      disabled={control.pressed !== null}
      accessibilityLabel={t(removed ? 'restoreThis' : 'removeThis', { alias })}
      onClick={() => control.press(removed ? 'restore' : 'remove', customerId)}
    >
      {t(removed ? 'restore' : 'remove')}
    </Button>
  );
}

function Arm({ member: { arm } }: { readonly member: RescueMemberView }) {
  const t = useTranslations('rescue.active');
  return arm === null ? '–' : t(arm);
}
