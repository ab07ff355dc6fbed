import { Button } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { ExportMenu } from '~/components/export-menu';
import type { CustomerSelection } from './use-selection';

interface SelectionBarProps {
  readonly selection: CustomerSelection;
  readonly total: number;
  /** False while rules answer: there is no offer to work out then. */
  readonly rescues: boolean;
  /** A rescue is being opened. */
  readonly opening: boolean;
  readonly onRescue: (form: FormData) => void;
}

/** What can be done with the chosen customers. Always there, so that choosing one moves nothing. */
export function SelectionBar({ selection, total, rescues, opening, onRescue }: SelectionBarProps) {
  const t = useTranslations('customers.choice');
  const { count, all } = selection;
  const rescue = (): void => {
    const form = new FormData();
    for (const [name, value] of selection.fields) form.append(name, value);
    onRescue(form);
  };
  return (
    <section className="tm-choosing" aria-label={t('label')}>
      <div className="tm-choosing__count">
        <p role="status" aria-live="polite">
          {count === 0 ? t('none') : t(all ? 'all' : 'count', { count })}
        </p>
        {count < total && (
          <Button variant="plain" onClick={selection.selectAll}>
            {t('selectAll', { total })}
          </Button>
        )}
        {count > 0 && (
          <Button variant="plain" onClick={selection.clear}>
            {t('clear')}
          </Button>
        )}
      </div>
      <div className="tm-choosing__actions">
        {rescues && (
          <Button variant="primary" disabled={count === 0} loading={opening} onClick={rescue}>
            {t('rescue')}
          </Button>
        )}
        <ExportMenu url="/api/customers/export" fields={selection.fields} disabled={count === 0} />
      </div>
    </section>
  );
}
