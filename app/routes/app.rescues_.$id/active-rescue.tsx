import { Banner } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ExportMenu } from '~/components/export-menu';
import { Panel } from '~/components/panel';
import { errorText } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import { CodeTable } from './code-table';
import { CopyButton } from './copy-button';
import { disclosureIn } from './disclosure-sentence';
import { MemberTable } from './member-table';
import { OutcomeCard } from './outcome-card';
import type { RescueControl } from './rescue-control';
import type { KnownRescue } from './rescue-page';
import { UndoButton } from './undo-button';

interface ActiveRescueProps {
  readonly view: KnownRescue;
  readonly control: RescueControl;
}

/** A rescue that was created: its list to download, its codes, the way back, and what it brings. */
export function ActiveRescue({ view, control }: ActiveRescueProps) {
  const t = useTranslations('rescue');
  const over = view.outcome?.daysLeft === 0;
  const codeUsers = view.outcome?.codeUsers ?? 0;
  return (
    <>
      {view.errorCode && <NotUndone errorCode={view.errorCode} />}
      {over && view.exportedAt === null && codeUsers === 0 && (
        <Banner tone="warning">{t('active.neverSent')}</Banner>
      )}
      {over && <OutcomeCard outcome={view.outcome} />}
      {!over && <Running view={view} control={control} codeUsers={codeUsers} />}
      {view.codes.length > 0 && (
        <Panel title={t('active.codes')} flush>
          <CodeTable codes={view.codes} />
          <div className="tm-panel__pad">
            <p className="tm-muted">{t('create.disclosureTitle')}:</p>
            <blockquote className="tm-quote" lang={view.language}>
              {disclosureIn(view.language)}
            </blockquote>
            <CopyButton text={disclosureIn(view.language)} label={t('active.copyText')} />
          </div>
        </Panel>
      )}
      {!over && view.outcome && <OutcomeCard outcome={view.outcome} />}
      <Panel title={t('active.members')} flush>
        <MemberTable members={view.members} caption={t('active.members')} control={null} />
      </Panel>
    </>
  );
}

/** @param codeUsers customers who have used a code: the message went out, with the list that we made or without */
function Running({ view, control, codeUsers }: ActiveRescueProps & { readonly codeUsers: number }) {
  const t = useTranslations('rescue.active');
  const format = useFormat();
  const { holdOut, exportedAt, windowsEndOn } = view;
  const contacted = holdOut?.status === 'assigned' ? holdOut.contacted : (holdOut?.customers ?? 0);
  const day = windowsEndOn === null ? '' : format.day(windowsEndOn);
  // With the last code the time to send has passed; what it brought is still being measured.
  const ended = view.codes.length > 0 && view.codes.every(({ status }) => status === 'ended');
  const unsent = exportedAt === null && codeUsers === 0;
  return (
    <Panel className="tm-decision tm-decision--act">
      <div className="tm-decision__row">
        <div className="tm-decision__text" role="status">
          <p className="tm-decision__headline">
            {unsent && ended
              ? t('neverSentInTime')
              : codeUsers > 0
                ? t.rich('headlineUsed', { used: codeUsers, b: bold })
                : t.rich(unsent ? 'headline' : 'headlineSent', { contacted, b: bold })}
          </p>
          <p className="tm-decision__detail">{t(unsent && !ended ? 'send' : 'sent', { day })}</p>
          {holdOut?.status === 'assigned' && (
            <p className="tm-decision__detail">{t('heldOut', { count: holdOut.heldOut })}</p>
          )}
        </div>
        <div className="tm-decision__actions">
          {!ended && <ExportMenu url={`/api/rescues/${view.id}/export`} />}
          <UndoButton control={control} codes={view.codes.length} />
        </div>
      </div>
    </Panel>
  );
}

/** The only failure that leaves a rescue running. */
function NotUndone({ errorCode }: { readonly errorCode: string }) {
  const t = useTranslations();
  const { what, advice } = errorText(t, errorCode);
  return (
    <Banner tone="warning" title={t('rescue.active.notUndone')}>
      {what}. {advice}
    </Banner>
  );
}

const bold = (chunks: ReactNode): ReactNode => <strong>{chunks}</strong>;
