import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failOnComplaints, testEveryState } from '~/components/fixtures/page-states';
import { readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { readyCustomers, shop } from '~/components/fixtures/views';
import type { CustomersView } from '~/services/views/customers-view';
import { CustomersPage } from './customers-page';

const onQuery = vi.fn();

beforeEach(() => {
  onQuery.mockClear();
});
failOnComplaints();

const show = (view: CustomersView, locale = SPANISH) =>
  renderPage(<CustomersPage view={view} busy={false} onQuery={onQuery} />, locale);

const states: Readonly<Record<string, CustomersView>> = {
  list: readyCustomers,
  'no customers': { state: 'empty', shop },
  'nobody in the segment': {
    ...readyCustomers,
    query: { sort: 'clv', segment: 'lost', page: 1 },
    rows: [],
    total: 0,
  },
};

describe('CustomersPage', () => {
  testEveryState(states, show, ['customers']);

  it('says which part of the list is shown and pages through it', () => {
    const text = readText(show(readyCustomers));
    expect(text).toContain('Del 51 al 56 de 11.432');
    expect(text).toContain('Página 2 de 229');
    fireEvent.click(screen.getByRole('button', { name: 'Página siguiente' }));
    expect(onQuery).toHaveBeenCalledWith({ sort: 'money-at-risk', segment: null, page: 3 });
  });

  it('filters by segment from the first page on', () => {
    show(readyCustomers);
    fireEvent.change(screen.getByRole('combobox', { name: 'Mostrar' }), { target: { value: 'vip-at-risk' } });
    expect(onQuery).toHaveBeenCalledWith({ sort: 'money-at-risk', segment: 'vip-at-risk', page: 1 });
  });

  it('tells by what the table is sorted, in the header and to a screen reader', () => {
    show({ ...readyCustomers, query: { ...readyCustomers.query, sort: 'clv' } });
    expect(screen.getByRole('columnheader', { name: /Valor a 12 meses/ }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(screen.getByRole('link', { name: /Último pedido/ }).getAttribute('href')).toBe(
      '/app/customers?sort=last-order',
    );
  });

  it('has no forecast where there is none, instead of a zero', () => {
    show(readyCustomers);
    const row = screen.getByRole('row', { name: /Cliente 19AC/ });
    expect(row.textContent).toContain('Sin previsión');
    expect(row.textContent).not.toContain('0 €');
  });

  it('leads from each row to the customer’s record', () => {
    show(readyCustomers);
    expect(screen.getByRole('link', { name: 'Cliente 19AC' }).getAttribute('href')).toBe(
      '/app/customers/customer-19AC',
    );
  });
});
