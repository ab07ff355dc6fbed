import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';

export interface RowSelection {
  readonly isSelected: (customerId: string) => boolean;
  readonly toggle: (customerId: string) => void;
  /** All rows of the page at once, in or out. */
  readonly togglePage: () => void;
}

interface PageCheckboxProps {
  readonly rows: readonly CustomerAtRiskView[];
  readonly selection: RowSelection;
}

/** Chooses the page, or lets go of it; half-way while only some rows are chosen. */
export function PageCheckbox({ rows, selection }: PageCheckboxProps) {
  const t = useTranslations('customers.choice');
  const box = useRef<HTMLInputElement>(null);
  const chosen = rows.filter(({ customerId }) => selection.isSelected(customerId)).length;
  const some = chosen > 0 && chosen < rows.length;
  useEffect(() => {
    // The one state of a checkbox that HTML cannot say.
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className="tm-choice">
      <input
        ref={box}
        type="checkbox"
        aria-label={t('page')}
        checked={rows.length > 0 && chosen === rows.length}
        onChange={selection.togglePage}
      />
    </label>
  );
}

interface RowCheckboxProps {
  readonly row: CustomerAtRiskView;
  readonly selection: RowSelection;
}

export function RowCheckbox({ row: { customerId, alias }, selection }: RowCheckboxProps) {
  const t = useTranslations('customers.choice');
  return (
    <label className="tm-choice">
      <input
        type="checkbox"
        aria-label={t('customer', { alias })}
        checked={selection.isSelected(customerId)}
        onChange={() => selection.toggle(customerId)}
      />
    </label>
  );
}
