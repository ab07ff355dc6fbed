import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { segments } from '~/components/fixtures/retention-views';
import { earlyDashboard, readyDashboard } from '~/components/fixtures/views';
import type { SegmentView } from '~/services/views/dashboard-view';
import { SegmentsCard } from './segments-card';

const submit = vi.fn<(form: HTMLFormElement) => void>();
failOnComplaints();

interface Case {
  readonly rows?: readonly SegmentView[];
  readonly stopped?: boolean;
}
const show = ({ rows = segments, stopped = false }: Case, locale = SPANISH) =>
  renderPage(
    <SegmentsCard
      segments={rows}
      expected12m={rows === segments ? readyDashboard.expected12m : null}
      start={{ action: '/app/rescues', starting: false, submit }}
      stopped={stopped}
    />,
    locale,
  );

describe('SegmentsCard', () => {
  it('gives each segment its customers, its money with the range of the whole, and one thing to do', () => {
    const text = readText(show({}, ENGLISH));
    expect(text).toContain('841% of all€22,400€30,121');
    expect(text).toContain(
      'All of them together, in 12 months: €810,000, most likely between €740,000 and €900,000.',
    );
    expect(text).toContain('from 9% below to 11% above, 8 times in 10.');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/app/customers?filter=loyal',
      '/app/customers?filter=potential-whale',
      '/app/customers?filter=standard',
      '/app/customers?filter=lost',
    ]);
  });

  it('creates a rescue of the VIPs, and says why the lost are left alone', () => {
    const text = readText(show({}));
    fireEvent.click(screen.getByRole('button', { name: 'Crear rescate: VIP en riesgo' }));
    const form = submit.mock.calls[0]?.[0];
    expect(Object.fromEntries(new FormData(form))).toEqual({ kind: 'filter', smart: 'vip-at-risk' });
    expect(text).toContain('Dejarlos tranquilosLo que traerían no paga la oferta.');
  });

  it('offers no rescue while rescues are stopped, and none of nobody', () => {
    show({ stopped: true });
    expect(screen.queryByRole('button')).toBeNull();
    show({ rows: segments.map((row) => ({ ...row, customers: 0 })) });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers no rescue and shows no money while rules answer', () => {
    const text = readText(show({ rows: earlyDashboard.segments }));
    expect(text).not.toContain('Valor a 12 meses');
    expect(text).not.toContain('€');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
