import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints, testEveryState } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { failedRun, readyConnections, runningRun } from '~/components/fixtures/views';
import type { ConnectionsView } from '~/services/views/connections-view';
import { ConnectionsPage } from './connections-page';

failOnComplaints();

const show = (view: ConnectionsView, locale = SPANISH) =>
  renderPage(
    <ConnectionsPage view={view} control={{ run: view.run, start: vi.fn(), starting: false }} />,
    locale,
  );

const never: ConnectionsView = {
  ...readyConnections,
  activity: [],
  shopify: {
    ...readyConnections.shopify,
    state: 'waiting',
    lastSuccessAt: null,
    nextRunAt: null,
    firstDay: null,
    lastDay: null,
    mode: null,
    reconciliation: null,
  },
};
const states: Readonly<Record<string, ConnectionsView>> = {
  'in order': readyConnections,
  'never read': never,
  syncing: { ...never, run: runningRun, shopify: { ...never.shopify, state: 'syncing' } },
  degraded: {
    ...readyConnections,
    shopify: {
      ...readyConnections.shopify,
      state: 'degraded',
      mode: 'paginated',
      notices: [{ code: 'short-order-scope', tone: 'critical', values: { days: 60 } }],
    },
  },
  failed: {
    ...readyConnections,
    run: failedRun,
    shopify: { ...readyConnections.shopify, state: 'failed', errorCode: 'unavailable' },
  },
  disconnected: {
    ...readyConnections,
    shopify: { ...readyConnections.shopify, state: 'disconnected', errorCode: 'unauthorized' },
  },
};

describe('ConnectionsPage', () => {
  testEveryState(states, show, ['connections']);

  it('says the state of the source in words, not by its light alone', () => {
    expect(readText(show(readyConnections))).toContain('Todo en orden');
    cleanup();
    expect(readText(show(states['degraded'] ?? never))).toContain(
      'Shopify solo nos deja ver los pedidos de los últimos 60 días',
    );
  });

  it('shows counts, period, way of reading and reconciliation of the source', () => {
    const text = readText(show(readyConnections));
    for (const value of ['41.208', '12.034', 'Del 21 may 2024 al 20 nov 2026', 'Exportación masiva']) {
      expect(text).toContain(value);
    }
    expect(text).toContain('Se han vuelto a leer 3 pedidos.');
  });

  it('tells an error once, although the source and its run both know it', () => {
    const text = readText(show(states['failed'] ?? never));
    expect(text.split('Shopify no responde en este momento')).toHaveLength(2);
  });

  it('writes the activity in sentences, an unknown one included', () => {
    const text = readText(show(readyConnections, ENGLISH));
    expect(text).toContain('Read 41,208 orders from 12,034 customers.');
    expect(text).toContain('Activity without a description yet (something-new).');
  });

  it('offers no button for a source that cannot be connected yet', () => {
    show(readyConnections);
    const buttons = screen.getAllByRole('button').map((button) => button.textContent);
    expect(buttons).toEqual(['Leer ahora', 'Descargar sus datos']);
    expect(screen.getAllByText('Aún no disponible')).toHaveLength(4);
  });

  it('shows each privacy request with what became of it, and the data only where there are some', () => {
    show(readyConnections);
    const entry = (words: RegExp) => screen.getByText(words).closest('li')?.textContent;
    expect(entry(/qué datos suyos se guardan/)).toContain('Hecho');
    expect(entry(/Había que borrar los datos de un cliente/)).toContain('En curso');
    expect(screen.getAllByRole('button', { name: 'Descargar sus datos' })).toHaveLength(1);
  });
});
