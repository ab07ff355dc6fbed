import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failOnComplaints, testEveryState } from '~/components/fixtures/page-states';
import { ENGLISH, framedPage, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { readyRescues, rescuesStates } from '~/components/fixtures/rescue-views';
import type { RescuesView } from '~/services/views/rescue-view';
import { RescuesPage, type LiftStop } from './rescues-page';

failOnComplaints();

const submit = vi.fn();
const liftStop = vi.fn();
beforeEach(() => {
  submit.mockClear();
  liftStop.mockClear();
});

const page = (view: RescuesView, lift: Partial<LiftStop> = {}) => (
  <RescuesPage
    view={view}
    lift={{ start: liftStop, busy: false, done: false, ...lift }}
    start={{ action: '/app/rescues', starting: false, submit }}
  />
);
const show = (view: RescuesView, locale = SPANISH, lift: Partial<LiftStop> = {}) =>
  renderPage(page(view, lift), locale);

/** The list's row of a rescue, with ordinary spaces. */
function row(name: string): string {
  const header = screen.getByRole('rowheader', { name: new RegExp(`^${name}(?!\\d)`) });
  return (header.closest('tr')?.textContent ?? '').replaceAll('\u00a0', ' ');
}

describe('RescuesPage', () => {
  testEveryState(rescuesStates, show, ['rescue', 'retention', 'dashboard']);

  it('begins with the one thing to do, and posts the recommended group', () => {
    const text = readText(show(readyRescues));
    expect(text).toContain('Escribe a 84 clientes que se están yendo, con un 10 % como mucho.');
    fireEvent.click(screen.getByRole('button', { name: 'Crear rescate' }));
    expect(submit).toHaveBeenCalledOnce();
  });

  it.each([
    ['ES', SPANISH, 'Hoy no se espera que ninguna oferta compense con quienes no están ya en un rescate.'],
    ['EN', ENGLISH, 'Today no offer is expected to pay with anybody who is not in a rescue already.'],
  ] as const)('offers no button where nothing pays: %s', (_language, locale, words) => {
    expect(readText(show(rescuesStates['nothing pays'], locale))).toContain(words);
    expect(screen.queryByRole('button', { name: /^(Crear rescate|Create rescue)$/ })).toBeNull();
  });

  it('says why nothing is recommended while there is no forecast, and where its date is', () => {
    expect(readText(show(rescuesStates['no forecast']))).toContain('Tu tienda aún no da para una previsión');
    expect(screen.getByRole('link', { name: 'Ir al panel' }).getAttribute('href')).toBe('/app');
  });

  it('sums up what rescues brought, with range, period and chance', () => {
    const text = readText(show(readyRescues));
    expect(text).toContain('Rescatado · del 1 jun 2026 al 28 oct 2026');
    expect(text).toContain('entre -200 € y 4.500 €');
    expect(text).toContain('Probabilidad de que compensaran: 83 %.');
  });

  it('promises nothing where no rescue was made', () => {
    const text = readText(show(rescuesStates['none made yet']));
    expect(text).toContain('Aún no has creado ninguno.');
    expect(text).not.toContain('Rescatado');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it.each([
    [16, 'Mirando a quién se puede escribir'],
    [15, 'Sin terminar'],
    [13, 'Creando códigos'],
    [12, 'En marcha'],
    [11, 'Deshaciendo'],
    [10, 'Deshecho'],
    [9, 'Ha fallado'],
    [8, 'Descartado'],
  ])('says how rescue %i stands, and no result before there is one', (number, state) => {
    show(readyRescues);
    expect(row(`Rescate ${number}`)).toMatch(new RegExp(`${state}–$`));
  });

  it('says what each rescue brought as far as it is known', () => {
    show(readyRescues);
    expect(row('Rescate 7')).toContain(
      'En marchaDemasiado pronto: han comprado 9 clientes de unos 40 que hacen falta para saberlo. Quedan 41 días.',
    );
    expect(row('Rescate 6')).toContain('MedidoMuy pocos pedidos para saberlo: compró 1 cliente de unos 40');
    expect(row('Rescate 5')).toContain('MedidoProbablemente compensó (92 %).');
    expect(row('Rescate 4')).toContain('No se puede saber si compensó (probabilidad de que sí: 55 %).');
    expect(row('Rescate 3')).toContain(
      'Probablemente no compensó (probabilidad de que sí: menos del 1 %). La próxima vez, mejor escribir sin descuento.',
    );
    expect(row('Rescate 2')).toContain('TerminadoNo se puede saber si compensó: no se apartó a nadie');
  });

  it('links each rescue, with when it began, whom it writes to and its largest discount', () => {
    show(readyRescues, ENGLISH);
    expect(screen.getByRole('link', { name: 'Rescue 7' }).getAttribute('href')).toBe('/app/rescues/m0');
    expect(row('Rescue 7')).toContain('Aug 14, 2026, 6:20 PM8415 without a message, to measure byup to 10%');
    expect(row('Rescue 12')).toContain('message only');
  });

  it('claims no customers and no offer for a group that is not planned or has nobody', () => {
    show(readyRescues);
    expect(row('Rescate 16')).toMatch(/18:03––\D*Mirando/);
    expect(row('Rescate 14')).toMatch(/\d0–\D*Sin terminar/);
  });

  describe('when rescues have stopped by themselves', () => {
    it.each([
      ['discounts stopped', SPANISH, 'Los descuentos están parados', 'solo proponemos escribir'],
      ['rescues stopped', SPANISH, 'Los rescates están parados', 'proponemos no escribir a nadie'],
      ['discounts stopped', ENGLISH, 'Discounts are stopped', 'we only propose a message'],
      ['rescues stopped', ENGLISH, 'Rescues are stopped', 'we propose to write to nobody'],
    ] as const)('says what and why: %s', (state, locale, title, why) => {
      const text = readText(show(rescuesStates[state], locale));
      expect(text).toContain(title);
      expect(text).toMatch(/30\s?%/);
      expect(text).toContain(why);
    });

    it('lets the merchant lift the stop once, and says that it is being worked out', () => {
      const { rerender } = show(rescuesStates['rescues stopped']);
      const button = (): HTMLElement => screen.getByRole('button', { name: 'Volver a intentarlo' });
      fireEvent.click(button());
      expect(liftStop).toHaveBeenCalledOnce();

      rerender(framedPage(page(rescuesStates['rescues stopped'], { busy: true }), SPANISH));
      fireEvent.click(screen.getByRole('button', { name: /Volver a intentarlo/ }));
      rerender(framedPage(page(rescuesStates['rescues stopped'], { done: true }), SPANISH));
      fireEvent.click(button());
      expect(liftStop).toHaveBeenCalledOnce();
      expect(within(document.body).getByText(/^Se está calculando de nuevo/)).toBeTruthy();
    });

    it('has no such banner otherwise', () => {
      show(readyRescues);
      expect(screen.queryByRole('button', { name: 'Volver a intentarlo' })).toBeNull();
    });
  });
});
