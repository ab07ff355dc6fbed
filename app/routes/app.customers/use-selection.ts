import { useState } from 'react';
import type { RowSelection } from '~/components/customer-table-selection';
import type { CustomersQuery } from '~/services/views/customers-view';

/** Whom the merchant has chosen: some by hand, over any number of pages, or everybody that the filter has. */
type Chosen = { readonly kind: 'picked'; readonly ids: ReadonlySet<string> } | { readonly kind: 'all' };

export interface CustomerSelection extends RowSelection {
  readonly count: number;
  readonly all: boolean;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** How a form says it; a name may repeat. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface List {
  readonly query: CustomersQuery;
  readonly total: number;
  readonly rows: readonly { readonly customerId: string }[];
}

const NOBODY: Chosen = { kind: 'picked', ids: new Set() };

/** Choosing survives paging and sorting; another filter or search begins anew. */
export function useSelection({ query: { smart, search }, total, rows }: List): CustomerSelection {
  const scope = JSON.stringify([smart, search]);
  const [state, setState] = useState({ scope, chosen: NOBODY });
  const chosen = state.scope === scope ? state.chosen : NOBODY;
  const choose = (next: Chosen): void => setState({ scope, chosen: next });
  const pageIds = rows.map(({ customerId }) => customerId);
  // Who lets go of one of all keeps the rest of what is in sight: nobody can check the others.
  const ids = chosen.kind === 'all' ? new Set(pageIds) : chosen.ids;
  return {
    count: chosen.kind === 'all' ? total : chosen.ids.size,
    all: chosen.kind === 'all',
    isSelected: (id) => ids.has(id),
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      choose({ kind: 'picked', ids: next });
    },
    togglePage: () => {
      const whole = pageIds.every((id) => ids.has(id));
      const kept = whole ? [...ids].filter((id) => !pageIds.includes(id)) : [...ids, ...pageIds];
      choose({ kind: 'picked', ids: new Set(kept) });
    },
    selectAll: () => choose({ kind: 'all' }),
    clear: () => choose(NOBODY),
    fields:
      chosen.kind === 'all'
        ? [
            ['kind', 'filter'],
            ['smart', smart ?? ''],
            ['search', search ?? ''],
          ]
        : [['kind', 'customers'], ...[...chosen.ids].map((id) => ['customer', id] as const)],
  };
}
