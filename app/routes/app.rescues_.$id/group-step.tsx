import { Button, Link } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { useGainRange } from '~/components/use-gain-words';
import type { DraftProps } from './draft-rescue';
import { MemberTable } from './member-table';
import { stepUrl } from './rescue-steps';

/** Step one: who is written to, who is not, and why. */
export function GroupStep({ view, plan, control }: DraftProps) {
  const t = useTranslations('rescue');
  const gainRange = useGainRange();
  const { customers, gain, reach } = plan;
  const inside = view.members.filter(({ removed }) => !removed);
  const removed = view.members.filter((member) => member.removed);
  return (
    <>
      <Panel className={`tm-decision ${customers > 0 ? 'tm-decision--act' : ''}`}>
        <div className="tm-decision__row">
          <div className="tm-decision__text">
            <p className="tm-decision__headline">
              <strong>{t('group.heading', { customers })}</strong>
            </p>
            <p className="tm-decision__detail">
              {customers > 0 ? t('group.gain', { ...gainRange(gain) }) : t('group.nobody')}
            </p>
            {customers > 0 && (
              <p className="tm-decision__detail">
                <From view={view} /> {t('group.reach', reach)}
              </p>
            )}
          </div>
          <div className="tm-decision__actions">
            {customers > 0 && (
              <Button variant="primary" size="large" url={stepUrl(view.id, 'offer')}>
                {t('steps.next')}
              </Button>
            )}
            <Button
              variant="tertiary"
              size="large"
              loading={control.pressed === 'discard'}
              onClick={() => control.press('discard')}
            >
              {t('group.discard')}
            </Button>
          </div>
        </div>
      </Panel>
      <Panel title={t('group.out')}>
        <LeftOut plan={plan} />
      </Panel>
      {inside.length > 0 && (
        <Panel title={t('group.table')} flush>
          <MemberTable members={inside} caption={t('group.caption')} control={control} />
        </Panel>
      )}
      {removed.length > 0 && (
        <Panel title={t('group.removedTitle')} flush>
          <MemberTable members={removed} caption={t('group.removedTitle')} control={control} />
        </Panel>
      )}
    </>
  );
}

function From({ view }: Pick<DraftProps, 'view'>) {
  const t = useTranslations('rescue.group.from');
  const { kind, count } = view.selection;
  return kind === 'customers' ? t('customers', { count: count ?? 0 }) : t(kind);
}

function LeftOut({ plan }: Pick<DraftProps, 'plan'>) {
  const t = useTranslations('rescue.group');
  const { excluded, leftAlone, notAsked, largestRescue } = plan;
  if (excluded.length === 0 && leftAlone === 0 && notAsked === 0)
    return <p className="tm-muted">{t('nobodyOut')}</p>;
  return (
    <ul className="tm-list">
      {excluded.map(({ reason, customers }) => (
        <li key={reason}>{t(`excluded.${reason}`, { count: customers })}</li>
      ))}
      {leftAlone > 0 && <li>{t('leftAlone', { count: leftAlone })}</li>}
      {notAsked > 0 && (
        <li>{t.rich('notAsked', { count: notAsked, largest: largestRescue, a: toSettings })}</li>
      )}
    </ul>
  );
}

const toSettings = (chunks: ReactNode): ReactNode => <Link url="/app/settings">{chunks}</Link>;
