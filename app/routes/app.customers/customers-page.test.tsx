import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { earlyCustomers, noneFound, readyCustomers } from '~/components/fixtures/customers-views';
import { failOnComplaints, testEveryState } from '~/components/fixtures/page-states';
import { framedPage, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { shop } from '~/components/fixtures/views';
import type { CustomersView } from '~/services/views/customers-view';
import { CustomersPage, type CustomersPageProps } from './customers-page';

const onQuery = vi.fn();
const onRescue = vi.fn();
const save = vi.fn();
const remove = vi.fn();

beforeEach(() => {
  for (const mock of [onQuery, onRescue, save, remove]) mock.mockClear();
});
failOnComplaints();

const page = (view: CustomersView, changes: Partial<CustomersPageProps> = {}) => (
  <CustomersPage
    view={view}
    busy={false}
    onQuery={onQuery}
    filters={{ outcome: null, busy: false, save, remove }}
    opening={false}
    onRescue={onRescue}
    {...changes}
  />
);
const show = (view: CustomersView, locale = SPANISH) => renderPage(page(view), locale);
const framed = (view: CustomersView, changes?: Partial<CustomersPageProps>) =>
  framedPage(page(view, changes), SPANISH);

const searched = { ...readyCustomers.query, search: 'Nuria', page: 1 };
const states: Readonly<Record<string, CustomersView>> = {
  list: readyCustomers,
  'no customers': { state: 'empty', shop },
  'nobody in the list': noneFound,
  'nobody of that name': { ...noneFound, query: { ...searched, smart: 'loyal' } },
  'nobody with that code while Shopify is silent': { ...noneFound, query: searched, codesOnly: true },
  'searched by code only': { ...readyCustomers, query: searched, codesOnly: true },
  'rules answer': earlyCustomers,
  'old numbers': { ...readyCustomers, asOf: { ...readyCustomers.asOf, stale: true } },
};

describe('CustomersPage', () => {
  testEveryState(states, show, ['customers', 'exports']);

  it('says which part of the list is shown and pages through it', () => {
    const text = readText(show(readyCustomers));
    expect(text).toContain('Del 51 al 56 de 11.432');
    expect(text).toContain('Página 2 de 229');
    fireEvent.click(screen.getByRole('button', { name: 'Página siguiente' }));
    expect(onQuery).toHaveBeenCalledWith({ ...readyCustomers.query, page: 3 });
  });

  it('filters from the first page on, each list in its own order', () => {
    show(readyCustomers);
    fireEvent.change(screen.getByRole('combobox', { name: 'Mostrar' }), { target: { value: 'leaving' } });
    expect(onQuery).toHaveBeenCalledWith({
      ...{ smart: 'leaving', search: null, sort: 'rescue-gain', direction: 'desc', page: 1 },
    });
  });

  it('searches when it is sent, not with every letter', () => {
    show(readyCustomers);
    const field = screen.getByRole('textbox', { name: 'Buscar' });
    fireEvent.change(field, { target: { value: ' Nuria ' } });
    expect(onQuery).not.toHaveBeenCalled();
    fireEvent.submit(screen.getByRole('search'));
    expect(onQuery).toHaveBeenCalledWith({ ...readyCustomers.query, search: 'Nuria', page: 1 });
  });

  it('tells by what the table is sorted, in the header and to a screen reader, and turns it round', () => {
    show({ ...readyCustomers, query: { ...readyCustomers.query, sort: 'clv', direction: 'asc' } });
    const value = screen.getByRole('columnheader', { name: /Valor a 12 meses/ });
    expect(value.getAttribute('aria-sort')).toBe('ascending');
    const link = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(link(/Valor a 12 meses/)).toBe('/app/customers');
    expect(link(/Último pedido/)).toBe('/app/customers?sort=last-order');
    expect(link(/Recuperable/)).toBe('/app/customers?sort=rescue-gain');
  });

  it('has no forecast where there is none, instead of a zero', () => {
    show(readyCustomers);
    const row = screen.getByRole('row', { name: /Cliente 19AC/ });
    expect(row.textContent).toContain('Sin previsión');
    expect(row.textContent).not.toContain('0 €');
  });

  it('says nothing of chances and money while rules answer, and offers no rescue', () => {
    const text = readText(show(earlyCustomers));
    expect(text).toContain('Aún hay pocos pedidos');
    expect(screen.queryByRole('columnheader', { name: /Volverá|Valor|riesgo|Recuperable/ })).toBeNull();
    expect(screen.queryByRole('option', { name: 'Nuevos con alto potencial' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Crear rescate' })).toBeNull();
  });

  it('leads from each row to the customer’s record', () => {
    show(readyCustomers);
    expect(screen.getByRole('link', { name: 'Cliente 19AC' }).getAttribute('href')).toBe(
      '/app/customers/customer-19AC',
    );
  });
});

const choose = (name: RegExp | string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const sent = (): string[][] => {
  fireEvent.click(screen.getByRole('button', { name: 'Crear rescate' }));
  const form: unknown = onRescue.mock.lastCall?.[0];
  return form instanceof FormData
    ? [...form].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
    : [];
};

describe('choosing customers', () => {
  it('counts aloud, and opens a rescue of those who were picked', () => {
    show(readyCustomers);
    const bar = within(screen.getByRole('region', { name: 'Clientes seleccionados' }));
    fireEvent.click(bar.getByRole('button', { name: 'Crear rescate' }));
    expect(onRescue).not.toHaveBeenCalled();
    choose('Seleccionar al cliente A91F');
    choose('Seleccionar al cliente D410');
    expect(bar.getAllByRole('status')[0]?.textContent).toBe('2 clientes seleccionados');
    expect(sent()).toEqual([
      ['kind', 'customers'],
      ['customer', 'customer-A91F'],
      ['customer', 'customer-D410'],
    ]);
  });

  it('keeps whom it has over pages and orders, and begins anew with another filter', () => {
    const { rerender } = show(readyCustomers);
    choose('Seleccionar al cliente A91F');
    const count = () =>
      within(screen.getByRole('region', { name: 'Clientes seleccionados' })).getAllByRole('status')[0];
    const other = readyCustomers.rows.map((row) => ({ ...row, customerId: `${row.customerId}-2` }));
    const frame = (view: CustomersView) => rerender(framed(view));
    frame({ ...readyCustomers, rows: other, query: { ...readyCustomers.query, page: 3 } });
    choose('Seleccionar todos los clientes de esta página');
    expect(count()?.textContent).toBe('7 clientes seleccionados');
    frame({ ...readyCustomers, query: { ...readyCustomers.query, smart: 'loyal' } });
    expect(count()?.textContent).toBe('Selecciona clientes para recuperarlos o exportarlos.');
  });

  it('means everybody that the filter has, not only those in sight, when all are chosen', () => {
    show({ ...readyCustomers, query: { ...readyCustomers.query, smart: 'lost', search: '7K' } });
    fireEvent.click(screen.getByRole('button', { name: 'Seleccionar los 11.432' }));
    expect(screen.getByText('Están seleccionados los 11.432 clientes')).not.toBeNull();
    expect(sent()).toEqual([
      ['kind', 'filter'],
      ['smart', 'lost'],
      ['search', '7K'],
    ]);
  });

  it('chooses and lets go of a page at once, half-way while only some of it are chosen', () => {
    show(readyCustomers);
    const whole = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Seleccionar todos los clientes de esta página',
    });
    choose('Seleccionar al cliente A91F');
    expect([whole.checked, whole.indeterminate]).toEqual([false, true]);
    fireEvent.click(whole);
    expect([whole.checked, whole.indeterminate]).toEqual([true, false]);
    expect(sent()).toHaveLength(7);
    fireEvent.click(whole);
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toEqual([]);
  });

  it('keeps what is in sight when one of all is let go', () => {
    show(readyCustomers);
    fireEvent.click(screen.getByRole('button', { name: 'Seleccionar los 11.432' }));
    choose('Seleccionar al cliente A91F');
    expect(sent().map(([, value]) => value)).toEqual([
      'customers',
      ...readyCustomers.rows.slice(1).map(({ customerId }) => customerId),
    ]);
  });
});

describe('saved lists', () => {
  it('leads to each list in its order, and deletes it by name', () => {
    show(readyCustomers);
    expect(screen.getByRole('link', { name: 'Los de siempre' }).getAttribute('href')).toBe(
      '/app/customers?filter=loyal&sort=orders&direction=asc',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Eliminar la lista «Los de siempre»' }));
    expect(remove).toHaveBeenCalledWith('f-2');
  });

  it('saves under a name, shows a refusal beside it until it changes, and closes when it is saved', () => {
    const { rerender } = show(readyCustomers);
    fireEvent.click(screen.getByRole('button', { name: 'Guardar esta lista' }));
    const field = screen.getByRole('textbox', { name: 'Nombre de la lista' });
    fireEvent.change(field, { target: { value: 'Los de siempre' } });
    fireEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(save).toHaveBeenCalledWith('Los de siempre');
    const answered = (outcome: CustomersPageProps['filters']['outcome']) =>
      rerender(framed(readyCustomers, { filters: { outcome, busy: false, save, remove } }));
    answered({ status: 'refused', fault: 'name-taken' });
    expect(screen.getByText(/Ya hay una lista con este nombre/)).not.toBeNull();
    fireEvent.change(field, { target: { value: 'Otra' } });
    expect(screen.queryByText(/Ya hay una lista con este nombre/)).toBeNull();
    answered({ status: 'saved' });
    expect(screen.queryByRole('textbox', { name: 'Nombre de la lista' })).toBeNull();
    expect(screen.getByText('Lista guardada.')).not.toBeNull();
  });
});
