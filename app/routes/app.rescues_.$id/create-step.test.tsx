import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints, LANGUAGES } from '~/components/fixtures/page-states';
import { readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { draft, tooSmallDraft, withoutScope, messageDraft } from '~/components/fixtures/rescue-drafts';
import { CreateStep } from './create-step';
import type { RescueControl } from './rescue-control';

failOnComplaints();

const show = (view: typeof draft, locale = SPANISH, control: Partial<RescueControl> = {}) => {
  const press = vi.fn<RescueControl['press']>();
  const result = renderPage(
    <CreateStep view={view} plan={view.plan} control={{ answer: null, pressed: null, press, ...control }} />,
    locale,
  );
  return { ...result, press, text: readText(result) };
};

describe('CreateStep', () => {
  it('says all that is going to happen', () => {
    const { text } = show(draft);
    for (const words of [
      'Se escribe a 69 de los 84 clientes. Lo que se ofrece a cada grupo:',
      'Mucho en juego (30 clientes): 10 % de descuento. Desde 54 € de compra, un uso por cliente',
      'Poco en juego (14 clientes): un mensaje, sin descuento.',
      '15 clientes de esos grupos, elegidos al azar, quedan sin mensaje y no aparecen en ningún archivo.',
      'Se crean 2 códigos en Shopify, solo para estos clientes.',
      'Los códigos valen hasta el 21 dic 2026.',
      'envías el mensaje tú: Timón no escribe a nadie.',
      'El resultado estará cuando pasen 30 días (hasta 90 días para quien compra menos a menudo).',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each(LANGUAGES)(
    'quotes the sentence of the law in the rescue’s language, not the page’s: %s',
    (_l, locale) => {
      const { container } = show(draft, locale);
      const quote = container.querySelector('blockquote');
      expect(quote?.lang).toBe('es');
      expect(quote?.textContent).toBe(
        'Este descuento se ha personalizado a partir de tu historial de compras.',
      );
    },
  );

  it('speaks of one code, one window and nobody held out where that is so', () => {
    const { text } = show(tooSmallDraft);
    expect(text).toContain('Se escribe a los 8 clientes.');
    expect(text).toContain('No se aparta a nadie: el grupo es demasiado pequeño para medir.');
    expect(text).toContain('Se crea 1 código en Shopify');
    expect(text).toContain('El código vale hasta el 21 dic 2026.');
    expect(text).toContain('El resultado estará cuando pasen 30 días.');
  });

  it('makes no code and needs no sentence of the law for a message', () => {
    const { text, container } = show({ ...messageDraft, mayMakeCodes: false });
    expect(text).toContain('No se crea ningún código: es un mensaje sin descuento.');
    expect(text).not.toMatch(/valen hasta|Shopify aún no deja/);
    expect(container.querySelector('blockquote')).toBeNull();
    expect(create().getAttribute('aria-disabled')).toBe('false');
  });

  it('is confirmed by one press', () => {
    const { press } = show(draft);
    fireEvent.click(create());
    expect(press.mock.calls).toEqual([['confirm']]);
  });

  it('has a dead button while it is pressed', () => {
    const { press } = show(draft, SPANISH, { pressed: 'confirm' });
    expect(create().getAttribute('aria-busy')).toBe('true');
    fireEvent.click(create());
    expect(press).not.toHaveBeenCalled();
  });

  it.each([
    ['known before', withoutScope, null],
    ['known from the answer', draft, 'missing-scope'],
  ] as const)('has a dead button, and says what to do, without the scope: %s', (_when, view, answer) => {
    const { text, press } = show(view, SPANISH, { answer });
    expect(text).toContain('Shopify aún no deja que Timón cree descuentos');
    expect(text).toContain('acepta el permiso de descuentos; este rescate sigue aquí.');
    fireEvent.click(create());
    expect(press).not.toHaveBeenCalled();
  });
});

function create(): HTMLElement {
  return screen.getByRole('button', { name: /Crear el rescate/ });
}
