import { cleanup, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dashboardStates } from '~/components/fixtures/dashboard-states';
import { failOnComplaints, testEveryState } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import {
  decisions,
  earlyDashboard,
  emptyDashboard,
  failedRun,
  readyDashboard,
  runningRun,
} from '~/components/fixtures/views';
import type { RescueStart } from '~/components/use-rescue-start';
import type { DashboardView } from '~/services/views/dashboard-view';
import { DashboardPage } from './dashboard-page';

const start = vi.fn();
const rescue: RescueStart = { action: '/app/rescues', starting: false, submit: vi.fn() };

beforeEach(() => {
  start.mockClear();
});
failOnComplaints();

const show = (view: DashboardView, locale = SPANISH) =>
  renderPage(
    <DashboardPage view={view} control={{ run: view.run, start, starting: false }} start={rescue} />,
    locale,
  );

describe('DashboardPage', () => {
  testEveryState(dashboardStates, show, ['dashboard', 'retention', 'setup', 'trust', 'run']);

  it('leads with a verb, the money, its interval in words and one primary action', () => {
    const text = readText(show(readyDashboard));
    expect(text).toContain(
      'Empieza hoy por 20 clientes, los más valiosos de los 84 que se están yendo. De todos ellos dependen 48.000 € de tus próximos 12 meses.',
    );
    expect(text).toContain('Lo más probable, entre 41.000 € y 56.000 €: 8 de cada 10 veces.');
    expect(text).toContain('Esos 20 clientes concentran el 61 % de ese dinero.');
    expect(screen.getByRole('link', { name: 'Ver quiénes son' }).getAttribute('href')).toBe(
      '/app/customers?filter=leaving',
    );
  });

  it('asks for all of them where they fit into one sitting, and for the one where there is one', () => {
    const asking = (customers: number) =>
      readText(
        show({
          ...readyDashboard,
          decision: { ...decisions['look-at-risk'], customers, topCustomers: customers, topShare: 1 },
        }),
      );
    expect(asking(12)).toContain('Revisa hoy los 12 clientes que se están yendo: de ellos dependen 48.000 €');
    cleanup();
    expect(asking(1)).toContain('Revisa hoy al 1 cliente que se está yendo: de él dependen 48.000 €');
  });

  it('says the same in English, with that language’s formats', () => {
    const text = readText(show(readyDashboard, ENGLISH));
    expect(text).toContain(
      'Start today with 20 customers, the most valuable of the 84 who are slipping away. €48,000 of your next 12 months depend on them all.',
    );
    expect(text).toContain('Most likely between €41,000 and €56,000, 8 times in 10.');
  });

  it('explains the decision on demand', () => {
    show(readyDashboard);
    const why = screen.getByRole('button', { name: 'Por qué' });
    expect(why.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(why);
    expect(screen.getByRole('button', { name: 'Ocultar el porqué' }).getAttribute('aria-expanded')).toBe(
      'true',
    );
  });

  it('shows each range as a drawing whose label is the conclusion, beside the period', () => {
    show(readyDashboard, ENGLISH);
    const label = '€48,000; most likely between €41,000 and €56,000, 8 times in 10.';
    expect(screen.getAllByRole('img').map((node) => node.getAttribute('aria-label'))).toContain(label);
    expect(screen.getByText(/· next 12 months/)).toBeTruthy();
    expect(screen.getByText(/· 30 to 90 days, then 12 months/)).toBeTruthy();
    expect(screen.getByText(/· Jun 1, 2026 to Oct 28, 2026/)).toBeTruthy();
  });

  it('shows orders, customers and revenue to the cent, to be compared with Shopify', () => {
    const text = readText(show(readyDashboard));
    for (const value of [
      '41.208',
      '12.034',
      '2.500.315,63 €',
      'Del 21 may 2024 al 20 nov 2026',
      '431 cancelados',
    ]) {
      expect(text).toContain(value);
    }
    expect(text).toContain('Aquí 41.208 pedidos; en Shopify, 41.211.');
    expect(text).toContain('0,2 % de diferencia');
  });

  it('says how far it can be trusted, and does not ask where there are no orders', () => {
    expect(readText(show(readyDashboard))).toContain('La previsión de hace 3 meses se pasó un 6 %');
    cleanup();
    expect(readText(show(earlyDashboard))).toContain(
      'Todavía no hay previsión, así que no hay nada que comprobar',
    );
    cleanup();
    expect(
      readText(show({ ...readyDashboard, decision: decisions['no-orders'], trust: null })),
    ).not.toContain('¿Podemos fiarnos?');
  });

  it('keeps the old numbers in sight when a refresh fails, with the effect, the retry time and one button', () => {
    const text = readText(show({ ...readyDashboard, run: failedRun }));
    expect(text).toContain('Shopify no responde en este momento');
    expect(text).toContain('Los números que ves siguen siendo los anteriores, completos: hoy, 2:04.');
    expect(text).toContain('Próximo intento automático: mañana, 2:00.');
    expect(text).toContain('48.000 €');
    fireEvent.click(screen.getByRole('button', { name: 'Intentarlo ahora' }));
    expect(start).toHaveBeenCalledOnce();
  });

  it('shows the first sync step by step with real counts, and reads out the step', () => {
    const text = readText(show({ ...emptyDashboard, run: runningRun }, ENGLISH));
    expect(text).toContain('Saving the orders · 17,204 of 41,208 orders · 6,120 customers');
    expect(screen.getByRole('status').textContent).toBe('Read the orders: Saving the orders');
    const [bar] = screen.getAllByRole('progressbar');
    expect(bar?.getAttribute('aria-valuenow')).toBe('42');
  });

  it('says of a step that it is being tried again, and why', () => {
    const [ingest] = runningRun.steps;
    if (!ingest) throw new Error('the fixture has an ingest step');
    const steps = [{ ...ingest, errorCode: 'throttled', attempts: 2 }, ...runningRun.steps.slice(1)];
    const text = readText(show({ ...emptyDashboard, run: { ...runningRun, steps } }));
    expect(text).toContain('Shopify nos pide ir más despacio. Se vuelve a intentar solo (intento 3).');
  });

  it('promises no probability while there is no model', () => {
    const text = readText(show(earlyDashboard));
    expect(text).toContain('tienes 4, con 71 días de historial');
    expect(screen.queryByRole('columnheader', { name: 'Volverá en 90 días' })).toBeNull();
    expect(text).not.toMatch(/En riesgo(?!o)/);
    expect(text).toContain('A este ritmo será posible hacia el 18 mar 2027.');
  });

  it('marks numbers that are out of date', () => {
    const text = readText(show({ ...readyDashboard, asOf: { ...readyDashboard.asOf, stale: true } }));
    expect(text).toContain('Desactualizado');
  });

  it('starts a run from the button, but not a second one while one works', () => {
    show(readyDashboard);
    fireEvent.click(screen.getByRole('button', { name: 'Recalcular ahora' }));
    expect(start).toHaveBeenCalledOnce();
    cleanup();
    show({ ...readyDashboard, run: runningRun });
    expect(screen.getByRole('button', { name: 'Recalcular ahora' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });
});
