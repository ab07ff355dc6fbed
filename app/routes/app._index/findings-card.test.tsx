import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failOnComplaints, LANGUAGES } from '~/components/fixtures/page-states';
import { readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { findings } from '~/components/fixtures/retention-views';
import type { FindingView } from '~/services/views/dashboard-view';
import { FindingsCard } from './findings-card';

failOnComplaints();

const range = { mean: 48_123, low: 41_230, high: 56_400, level: 0.8 };
const every: readonly FindingView[] = [
  ...findings,
  {
    kind: 'success',
    code: 'at-risk-fell',
    values: { days: 28, beforeLow: 1, beforeHigh: 2, ...range },
    url: '/app',
  },
  { kind: 'opportunity', code: 'vips-at-risk', values: { customers: 1, ...range }, url: '/app' },
  { kind: 'opportunity', code: 'promising-customers', values: { customers: 311, ...range }, url: '/app' },
  { kind: 'alert', code: 'rescue-did-not-pay', values: { number: 3, chance: 0.12, ...range }, url: '/app' },
];

describe('FindingsCard', () => {
  it('says what changed with both ranges, the kind in words, and the way to it', () => {
    const text = readText(renderPage(<FindingsCard findings={findings} />, SPANISH));
    expect(text).toContain(
      'El dinero en riesgo ha subido: hace 28 días estaba entre 20.000 € y 32.000 €; hoy, entre 41.000 € y 56.000 €.',
    );
    expect(text).toContain('El rescate 2 probablemente compensó (83 %): entre -200 € y 4.500 € de margen');
    expect(text).toContain('con un margen estimado del 35 %');
    expect(screen.getByRole('link', { name: 'Ir a ello: Alerta' }).getAttribute('href')).toBe(
      '/app/customers?filter=leaving',
    );
  });

  it.each(LANGUAGES)('has words of its own in %s for everything that may be found', (_language, locale) => {
    const text = readText(renderPage(<FindingsCard findings={every} />, locale));
    for (const { code } of every) expect(text).not.toContain(`(${code})`);
    expect(text).not.toMatch(/undefined|NaN|[{}]/);
  });

  it('says so when nothing stands out', () => {
    expect(readText(renderPage(<FindingsCard findings={[]} />, SPANISH))).toContain('no destaca nada');
  });
});
