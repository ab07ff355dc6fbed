import { describe, expect, it } from 'vitest';
import type { FilterChange } from '~/services/views/customers-view';
import { filterForm, parseFilterForm } from './filter-form';

describe('parseFilterForm', () => {
  it.each<FilterChange>([
    { kind: 'save', name: 'Antes de Navidad', smart: 'silent-vip', sort: 'clv', direction: 'asc' },
    { kind: 'save', name: '', smart: null, sort: 'orders', direction: 'desc' },
    { kind: 'delete', id: '0f7f6c1e-53e8-4a4f-9f43-0d6e3f0a3a11' },
  ])('reads what the page sends: %o', (change) => {
    expect(parseFilterForm(filterForm(change))).toEqual(change);
  });

  it.each<Readonly<Record<string, string>>>([
    {},
    { kind: 'delete', id: '1 OR true' },
    { kind: 'save', name: 'x', smart: 'nobody', sort: 'clv', direction: 'asc' },
    { kind: 'save', name: 'x', smart: '', sort: 'name', direction: 'asc' },
    { kind: 'save', name: 'x'.repeat(1_001), smart: '', sort: 'clv', direction: 'asc' },
  ])('does not know what to do with %o', (fields) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect(parseFilterForm(form)).toBeNull();
  });
});
