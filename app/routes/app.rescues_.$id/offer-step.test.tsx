import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { draft, messageDraft, plan, tiers, tooSmallDraft } from '~/components/fixtures/rescue-drafts';
import type { PlannedTierView } from '~/services/views/rescue-view';
import { OfferStep } from './offer-step';
import type { RescueControl } from './rescue-control';

failOnComplaints();

const show = (view: typeof draft, locale = SPANISH) => {
  const press = vi.fn<RescueControl['press']>();
  const result = renderPage(
    <OfferStep view={view} plan={view.plan} control={{ answer: null, pressed: null, press }} />,
    locale,
  );
  return { ...result, press, text: readText(result) };
};
/** A rescue of one tier, with that changed. */
const withTier = (change: Partial<PlannedTierView>): typeof draft => ({
  ...draft,
  plan: { ...plan, tiers: tiers.slice(0, 1).map((tier) => ({ ...tier, ...change })) },
});
const linkTo = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');

describe('OfferStep', () => {
  it('gives each tier its discount, its conditions and its gain with the interval', () => {
    const { text } = show(draft);
    expect(text).toContain('Mucho en juego30 clientes10 % de descuentoDesde 54 € de compra');
    expect(text).toContain('Lo más probable es ganar de 900 € a 1.700 € de margen (8 de cada 10 veces).');
    expect(text).toContain('Poco en juego14 clientesUn mensaje, sin descuento');
    expect(linkTo('Seguir: crear')).toBe('/app/rescues/rescue-7?step=create');
    expect(linkTo('Atrás')).toBe('/app/rescues/rescue-7');
  });

  it('calls a loss a loss where a tier may cost money', () => {
    const { text } = show(withTier({ gain: { mean: 600, low: -100, high: 1_300, level: 0.8 } }));
    expect(text).toContain('Lo más probable queda entre perder 100 € y ganar 1.300 € de margen');
  });

  it.each([
    [
      'es',
      SPANISH,
      'A 15 clientes, elegidos al azar (18 %), no se les escribe: comparar con ellos es lo único',
    ],
    [
      'en',
      ENGLISH,
      '15 customers, chosen at random (18%), are not written to: comparing with them is the only',
    ],
  ] as const)('explains the hold-out in one line: %s', (_language, locale, words) => {
    const { text } = show(draft, locale);
    expect(text).toContain(words);
  });

  it('admits that nobody will know where the group is too small to hold anybody out', () => {
    const { text } = show(tooSmallDraft);
    expect(text).toContain('Con menos de 30 clientes no se puede apartar a nadie');
    expect(text).toContain('Escribiendo a todos, lo más probable es ganar de 1.900 € a 3.100 €');
    expect(text).toContain('Un uso por cliente, sin sumarse a otros descuentos.');
  });

  it.each([
    [
      'es',
      SPANISH,
      0.06,
      0.35,
      'Para compensar hacen falta 6 vueltas más de cada 100; por su cuenta volverían 35 de cada 100.',
    ],
    [
      'es',
      SPANISH,
      0.01,
      0.01,
      'Para compensar hace falta 1 vuelta más de cada 100; por su cuenta volvería 1 de cada 100.',
    ],
    ['es', SPANISH, 0.014, 0.22, 'hacen falta 1,4 vueltas más de cada 100; por su cuenta volverían 22'],
    [
      'es',
      SPANISH,
      0.0004,
      0.0004,
      'hacen falta menos de 0,1 vueltas más de cada 100; por su cuenta volverían menos de 0,1 de cada 100.',
    ],
    ['es', SPANISH, 0, 0.35, 'Compensa con cualquier vuelta de más; por su cuenta volverían 35 de cada 100.'],
    [
      'en',
      ENGLISH,
      0.06,
      0.35,
      'To pay it needs 6 extra returns in 100; 35 in 100 would come back by themselves.',
    ],
    ['en', ENGLISH, 0.01, 0.01, 'To pay it needs 1 extra return in 100; 1 in 100 would come back by itself.'],
    ['en', ENGLISH, 0, 0.35, 'It pays with any extra return; 35 in 100 would come back by themselves.'],
  ] as const)(
    'says in words what it takes to pay: %s, %s',
    (_language, locale, extraReturns, baseline, words) => {
      const view = withTier({ breakEven: { extraReturns, baseline } });
      expect(show(view, locale).text).toContain(words);
    },
  );

  it.each([
    ['es', SPANISH, 'Ni volviendo todos compensaría.'],
    ['en', ENGLISH, 'It would not pay even if all of them came back.'],
  ] as const)('says so where not even everybody coming back would pay: %s', (_language, locale, words) => {
    const view = withTier({ breakEven: { extraReturns: null, baseline: 0.35 } });
    const { text } = show(view, locale);
    expect(text).toContain(words);
    expect(text).not.toMatch(/hacen falta|it needs/);
  });

  it('tells why the offer is this and no other, in words for every verdict', () => {
    show(draft);
    const words = screen
      .getAllByRole('table', { name: 'Lo que traería cada oferta a este grupo', hidden: true })
      .map((table) =>
        within(table)
          .getAllByRole('row', { hidden: true })
          .slice(1)
          .map((row) => row.lastElementChild?.textContent),
      );
    expect(words[0]).toEqual([
      'Compensa, pero se espera ganar menos',
      'Demasiado incierto',
      'La elegida',
      'Compensa, pero apenas más, y con un descuento mayor',
      'Por encima de tu límite',
    ]);
    expect(words[2]).toEqual(['La elegida', 'Costaría más de lo que trae', 'No deja un 10 % de margen']);
  });

  it('blames the automatic stop, not the merchant’s limit, where discounts are stopped', () => {
    const { text } = show(messageDraft);
    expect(text).toContain('Los descuentos están parados');
    expect(text).not.toContain('Por encima de tu límite');
  });

  it('says what a message alone would bring, a loss included, only where something more is offered', () => {
    const { text, unmount } = show(draft);
    expect(text).toContain('Sin ningún descuento se esperaría ganar 1.780 €.');
    unmount();
    const small = show(tooSmallDraft);
    expect(small.text).toContain('Sin ningún descuento se esperaría perder 120 €.');
    small.unmount();
    const message = show(messageDraft);
    expect(message.text).toContain('Solo un mensaje: con estos clientes no se propone ningún descuento.');
    expect(message.text).not.toMatch(/Sin ningún descuento|el descuento más pequeño/);
  });

  it('says what the figures stand on: what was learned, the margin, the period and the cost of a message', () => {
    const { text, unmount } = show(draft);
    expect(text).toContain('es todavía una suposición nuestra');
    expect(text).toContain('Calculado con un margen estimado: 42,5 %. Pon el tuyo');
    expect(text).toContain('Cuenta el margen de los próximos 30 a 90 días');
    expect(text).toContain('Cada mensaje cuenta 0,05 €, una estimación nuestra.');
    expect(linkTo('Pon el tuyo')).toBe('/app/settings');
    unmount();
    const told = show(tooSmallDraft).text;
    expect(told).toContain('Aprendido de 1 rescate medido de tu tienda, con 69 clientes.');
    expect(told).toContain('Calculado con tu margen: 42,5 %.');
    expect(told).toContain('Cada mensaje cuenta 0,05 €.');
  });
});
