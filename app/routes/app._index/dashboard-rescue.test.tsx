import { cleanup } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  nothingToWin,
  rescuesStopped,
  rescuing,
  rescuingByMessage,
} from '~/components/fixtures/dashboard-states';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import type { RescueStart } from '~/components/use-rescue-start';
import type { DashboardView } from '~/services/views/dashboard-view';
import { DashboardPage } from './dashboard-page';

const start: RescueStart = { action: '/app/rescues', starting: false, submit: vi.fn() };
failOnComplaints();

const show = (view: DashboardView, locale = SPANISH) =>
  renderPage(
    <DashboardPage view={view} control={{ run: null, start: vi.fn(), starting: false }} start={start} />,
    locale,
  );

describe('a rescue on the first screen', () => {
  it('shows what is at risk, rescuable and rescued, a loss within the range included', () => {
    const text = readText(show(rescuing));
    expect(text).toContain(
      'Son ingresos. Con un margen estimado del 35 %, de 14.400 € a 19.700 € de margen.',
    );
    expect(text).toContain('Margen, con 84 clientes a los que escribir. Probabilidad de que compense: 93 %.');
    expect(text).toContain('entre -200 € y 4.500 €');
    expect(text).toContain('2 rescates, medidos contra quienes se quedaron sin mensaje.');
    expect(text).toContain('Probabilidad de que compensaran: 83 %.');
  });

  it('speaks of margin once it is confirmed, and names the revenue', () => {
    const text = readText(show(nothingToWin, ENGLISH));
    expect(text).toContain('Margin at risk · next 12 months');
    expect(text).toContain('€20,200');
    expect(text).toContain('It is 42% of €48,000 of revenue: your own margin.');
    expect(text).toContain('No offer is expected to pay with anybody who is not in a rescue already');
    expect(text).toContain('Not measured yet');
  });

  it('says what is stopped, why, and where to lift it', () => {
    const text = readText(show(rescuesStopped));
    expect(text).toContain('Los rescates están parados');
    expect(text).not.toContain('Crear rescate');
    const links = [...document.querySelectorAll('a[href="/app/rescues"]')].map((link) => link.textContent);
    expect(links).toEqual(['Ver los resultados o reanudarlos', 'Ver por qué']);
    cleanup();
    expect(readText(show(rescuingByMessage, ENGLISH))).toContain(
      'Discounts are stopped: from now on only messages',
    );
  });

  it('warns that a permission is missing and the past is cut off', () => {
    expect(readText(show(rescuing))).toContain(
      'Shopify solo nos deja ver los pedidos de los últimos 60 días',
    );
  });
});
