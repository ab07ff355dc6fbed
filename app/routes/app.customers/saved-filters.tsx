import { Button, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  LONGEST_FILTER_NAME,
  type CustomersQuery,
  type FilterOutcome,
  type SavedFilter,
} from '~/services/views/customers-view';
import { customersUrl } from './customers-query';

/** Keeping lists and letting go of them. */
export interface FilterControl {
  /** Of the last time; null before. */
  readonly outcome: FilterOutcome | null;
  readonly busy: boolean;
  readonly save: (name: string) => void;
  readonly remove: (filterId: string) => void;
}

interface SavedFiltersProps {
  readonly filters: readonly SavedFilter[];
  readonly query: CustomersQuery;
  readonly control: FilterControl;
}

/** The merchant's own lists, and a name for the one in sight. */
export function SavedFilters({ filters, query, control }: SavedFiltersProps) {
  const t = useTranslations('customers.saved');
  const [naming, setNaming] = useState(false);
  const { outcome, busy } = control;
  useEffect(() => {
    if (outcome?.status === 'saved') setNaming(false);
  }, [outcome]);
  return (
    <section className="tm-saved" aria-label={t('label')}>
      {filters.length > 0 && (
        <ul className="tm-saved__list">
          {filters.map(({ id, name, smart, sort, direction }) => (
            <li key={id} className="tm-saved__filter">
              <Button
                url={customersUrl({ smart, search: null, sort, direction, page: 1 })}
                pressed={isShown(query, { smart, sort, direction })}
                size="slim"
              >
                {name}
              </Button>
              <Button
                variant="tertiary"
                size="slim"
                disabled={busy}
                accessibilityLabel={t('delete', { name })}
                onClick={() => control.remove(id)}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {naming ? (
        <NameForm control={control} onClose={() => setNaming(false)} />
      ) : (
        <Button variant="plain" onClick={() => setNaming(true)}>
          {t('open')}
        </Button>
      )}
      <p className="tm-hidden" role="status" aria-live="polite">
        {outcome === null || outcome.status === 'refused' ? '' : t(outcome.status)}
      </p>
      {query.search !== null && naming && <p className="tm-muted">{t('withoutSearch')}</p>}
    </section>
  );
}

function NameForm({
  control: { outcome, busy, save },
  onClose,
}: {
  readonly control: FilterControl;
  readonly onClose: () => void;
}) {
  const t = useTranslations('customers.saved');
  const [name, setName] = useState('');
  // What was said of another name does not hold for this one.
  const [sent, setSent] = useState<string | null>(null);
  const fault = outcome?.status === 'refused' && sent === name && !busy ? t(`fault.${outcome.fault}`) : null;
  return (
    <form
      className="tm-saved__form"
      onSubmit={(event) => {
        event.preventDefault();
        setSent(name);
        save(name);
      }}
    >
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        autoComplete="off"
        autoFocus
        maxLength={LONGEST_FILTER_NAME}
        {...(fault === null ? {} : { error: fault })}
      />
      <div className="tm-saved__buttons">
        <Button submit loading={busy}>
          {t('save')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </form>
  );
}

function isShown(
  query: CustomersQuery,
  { smart, sort, direction }: Pick<SavedFilter, 'smart' | 'sort' | 'direction'>,
): boolean {
  return (
    query.search === null && query.smart === smart && query.sort === sort && query.direction === direction
  );
}
