import { Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Panel } from '~/components/panel';
import { errorText } from '~/i18n/coded-message';
import { CodeTable } from './code-table';
import type { RescueControl } from './rescue-control';
import type { KnownRescue } from './rescue-page';
import { UndoButton } from './undo-button';

interface EndedRescueProps {
  readonly view: KnownRescue;
  readonly status: 'undone' | 'failed' | 'discarded';
  readonly control: RescueControl;
}

/** A rescue that is not going on: why, what it left, and the way on. */
export function EndedRescue({ view, status, control }: EndedRescueProps) {
  const t = useTranslations('rescue');
  return (
    <>
      <Panel title={t(`${status}.heading`)} className="tm-decision">
        {status === 'undone' && (
          <p className="tm-prose">
            {t('undone.body', {
              codes: view.codes.length,
              exported: view.exportedAt === null ? 'no' : 'yes',
            })}
          </p>
        )}
        {status === 'discarded' && <p className="tm-prose">{t('discarded.body')}</p>}
        {status === 'failed' && <Failure view={view} />}
        <div className="tm-inline tm-inline--end">
          <Button url="/app/rescues">{t('failed.again')}</Button>
          {status === 'failed' && view.errorCode !== 'forecast-gone' && (
            <>
              {view.confirmedAt !== null && <UndoButton control={control} codes={view.codes.length} />}
              <Button
                variant="primary"
                loading={control.pressed === 'retry'}
                onClick={() => control.press('retry')}
              >
                {t('failed.retry')}
              </Button>
            </>
          )}
        </div>
      </Panel>
      {view.codes.length > 0 && (
        <Panel title={t('active.codes')} flush>
          <CodeTable codes={view.codes} />
        </Panel>
      )}
    </>
  );
}

function Failure({ view }: { readonly view: KnownRescue }) {
  const t = useTranslations();
  if (view.errorCode === 'forecast-gone') return <p className="tm-prose">{t('rescue.failed.gone')}</p>;
  const { what, advice } = errorText(t, view.errorCode ?? 'unknown');
  return (
    <>
      <p className="tm-prose">
        <strong>{what}.</strong> {advice}
      </p>
      <p className="tm-prose">
        {t(view.confirmedAt === null ? 'rescue.failed.before' : 'rescue.failed.after')}
      </p>
    </>
  );
}
