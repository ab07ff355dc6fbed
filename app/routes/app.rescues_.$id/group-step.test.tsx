import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { draft, membersOf, plan, tooSmallDraft } from '~/components/fixtures/rescue-drafts';
import { GroupStep } from './group-step';
import type { RescueControl } from './rescue-control';

failOnComplaints();

const show = (view: typeof draft, locale = SPANISH, control: Partial<RescueControl> = {}) => {
  const press = vi.fn<RescueControl['press']>();
  const result = renderPage(
    <GroupStep view={view} plan={view.plan} control={{ answer: null, pressed: null, press, ...control }} />,
    locale,
  );
  return { ...result, press, text: readText(result) };
};
const planned = (change: Partial<typeof plan>): typeof draft => ({ ...draft, plan: { ...plan, ...change } });
const linkTo = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');

describe('GroupStep', () => {
  it('says how many, what they most likely bring, whence they come and by which way they may be reached', () => {
    const { text } = show(draft);
    expect(text).toContain('84 clientes a quienes compensa escribir');
    expect(text).toContain(
      'Si escribes a todos, lo más probable es ganar de 1.900 € a 3.100 € de margen (8 de cada 10 veces).',
    );
    expect(text).toContain('De los 349 clientes que elegiste. 80 aceptan correos; 1 acepta WhatsApp.');
    expect(linkTo('Seguir: la oferta')).toBe('/app/rescues/rescue-7?step=offer');
  });

  it.each([
    [{ kind: 'recommended', smart: null, count: null }, 'Los que recomendamos'],
    [{ kind: 'filter', smart: 'vip-at-risk', count: null }, 'De los clientes de tu filtro.'],
    [{ kind: 'customers', smart: null, count: 1 }, 'Del cliente que elegiste.'],
  ] as const)('remembers how it was chosen: %o', (selection, words) => {
    expect(show({ ...draft, selection }).text).toContain(words);
  });

  it('has words for every reason to leave somebody out, for one and for several', () => {
    const reasons = {
      'no-consent': ['1 no acepta correos ni WhatsApp', '2 no aceptan correos ni WhatsApp'],
      'recent-rescue': ['1 estuvo en un rescate', '2 estuvieron en un rescate'],
      'open-return': ['1 tiene una devolución abierta', '2 tienen una devolución abierta'],
      subscription: ['1 tiene una suscripción', '2 tienen una suscripción'],
      gone: ['1 ya no existe en Shopify', '2 ya no existen en Shopify'],
    };
    const excluded = plan.excluded.map(({ reason }) => reason);
    expect(Object.keys(reasons)).toEqual(excluded);
    for (const customers of [1, 2]) {
      const all = excluded.map((reason) => ({ reason, customers }));
      const { text, unmount } = show(planned({ excluded: all }));
      for (const reason of excluded) expect(text).toContain(reasons[reason][customers - 1]);
      unmount();
    }
  });

  it('names those no offer wins, those beyond the limit, and where the limit is changed', () => {
    const { text } = show(draft);
    expect(text).toContain('228 clientes: ninguna oferta compensa con ellos');
    expect(text).toContain('21 más podrían entrar, pero tu límite es de 84 clientes por rescate.');
    expect(linkTo('Cambiarlo')).toBe('/app/settings');
  });

  it('says so where nobody is left out', () => {
    expect(show(tooSmallDraft).text).toContain('Nadie: se puede escribir a todos los que compensan.');
  });

  it.each([
    ['es', SPANISH, 'Quitar al cliente A001', 'Devolver al cliente A003'],
    ['en', ENGLISH, 'Take out customer A001', 'Put back customer A003'],
  ] as const)('names the customer who is taken out or put back: %s', (_language, locale, out, back) => {
    const { press } = show(draft, locale);
    fireEvent.click(screen.getByRole('button', { name: out }));
    fireEvent.click(screen.getByRole('button', { name: back }));
    expect(press.mock.calls).toEqual([
      ['remove', 'customer-1'],
      ['restore', 'customer-3'],
    ]);
  });

  it('takes nobody else out while one is on the way', () => {
    const { press } = show(draft, SPANISH, { pressed: 'remove' });
    fireEvent.click(screen.getByRole('button', { name: 'Quitar al cliente A001' }));
    expect(press).not.toHaveBeenCalled();
  });

  it('lists what each would do alone, the usual order, the gain and the offer; nothing is certain', () => {
    show({ ...draft, members: membersOf(3) });
    const rows = within(screen.getByRole('table', { name: /^Clientes del rescate/ }))
      .getAllByRole('row')
      .map(({ textContent }) => textContent.replaceAll('\u00a0', ' '));
    expect(rows).toEqual([
      'ClienteVolvería por su cuentaPedido medioGanancia esperadaOfertaCambiar',
      'Cliente A000más del 99 %en 30 días68 €30 €10 %Quitar',
      'Cliente A00150 %en 31 días68 €30 €10 %Quitar',
      'Cliente A002menos del 1 %en 32 días68 €30 €Solo mensajeQuitar',
    ]);
  });

  it('can be thrown away', () => {
    const { press } = show(draft);
    fireEvent.click(screen.getByRole('button', { name: 'Descartar este rescate' }));
    expect(press.mock.calls).toEqual([['discard']]);
  });
});
