import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints, LANGUAGES, testEveryState } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { membersOf } from '~/components/fixtures/rescue-drafts';
import {
  activeMessage,
  checkingRescue,
  creatingRescue,
  discardedRescue,
  failedAfter,
  failedBefore,
  forecastGone,
  justActive,
  rescueStates,
  sentActive,
  undoingRescue,
  undoneRescue,
  unknownRescue,
} from '~/components/fixtures/rescue-views';
import { rescueEn } from '~/i18n/messages/screens/rescue-en';
import type { RescueView } from '~/services/views/rescue-view';
import type { RescueControl, RescueIntent } from './rescue-control';
import { RescuePage } from './rescue-page';
import { RESCUE_STEPS } from './rescue-steps';

failOnComplaints();

const show = (view: RescueView, locale = SPANISH, control: Partial<RescueControl> = {}) => {
  const press = vi.fn<(intent: RescueIntent, customerId?: string) => void>();
  const result = renderPage(
    <RescuePage view={view} step="group" control={{ answer: null, pressed: null, press, ...control }} />,
    locale,
  );
  return { ...result, press, text: readText(result) };
};
/** A sentence may end with the word `rescue`, a key goes on. */
const NAMESPACES = [
  ...Object.keys(rescueEn.rescue).map((part) => `rescue.${part}`),
  ...['retention', 'errors', 'record', 'range', 'exports'],
];

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('RescuePage', () => {
  describe.each(RESCUE_STEPS)('at the step %s', (step) => {
    testEveryState(
      rescueStates,
      (view, locale) =>
        renderPage(
          <RescuePage view={view} step={step} control={{ answer: null, pressed: null, press: vi.fn() }} />,
          locale,
        ),
      NAMESPACES,
    );
  });

  it('names the rescue and says when it was begun and on which forecasts', () => {
    const { text } = show(checkingRescue);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rescate 7');
    expect(text).toContain('Empezado: hoy, 10:12');
    expect(text).toContain('Previsiones del 20 nov 2026');
    expect(screen.getByRole('link', { name: 'Todos los rescates' }).getAttribute('href')).toBe(
      '/app/rescues',
    );
  });

  it('shows the way back where the rescue is not known', () => {
    expect(show(unknownRescue).text).toContain('No encontramos este rescate');
    expect(screen.getByRole('link', { name: 'Todos los rescates' }).getAttribute('href')).toBe(
      '/app/rescues',
    );
  });

  describe('while a job is at it', () => {
    it.each([
      [
        'checking',
        checkingRescue,
        'Estamos mirando a quién se puede escribir',
        'puedes salir de esta página',
      ],
      ['creating', creatingRescue, 'Creando los códigos en Shopify', 'ya está sorteado y guardado'],
      ['undoing', undoingRescue, 'Retirando los códigos', 'En unos segundos dejarán de valer.'],
    ])('says what it does, and offers nothing to press: %s', (_status, view, heading, body) => {
      const { text } = show(view);
      expect(screen.getByRole('heading', { level: 2, name: heading })).toBeTruthy();
      expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
      expect(text).toContain(body);
      expect(screen.queryByRole('button')).toBeNull();
    });

    it('counts the codes that are made, and says what holds it up', () => {
      expect(show(creatingRescue).text).toContain('1 de 2 códigos');
      expect(screen.getByText('Shopify nos pide ir más despacio.')).toBeTruthy();
    });

    it('speaks of no codes where the rescue has none', () => {
      const { plan } = activeMessage;
      show({ ...undoingRescue, plan, codes: [] });
      expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Deshaciendo el rescate');
    });
  });

  describe('once it is created', () => {
    it('asks to send the message today before the list was downloaded', () => {
      const { text } = show(justActive);
      expect(text).toContain('69 clientes esperan tu mensaje.');
      expect(text).toContain('envía el mensaje hoy: el plazo para medir ya corre, hasta el 19 feb 2027.');
      expect(text).toContain('15 clientes no reciben nada, a propósito: con ellos se compara.');
      expect(button('Exportar')).toBeTruthy();
    });

    it('says that it was, afterwards', () => {
      const { text } = show(sentActive, ENGLISH);
      expect(text).toContain('The list with 69 customers was downloaded.');
      expect(text).toContain('The response is measured until Feb 19, 2027.');
    });

    it('lists each code with discount, basket, customers, last day and state', () => {
      show(justActive);
      const table = screen.getByRole('table', { name: 'Códigos de este rescate' });
      const rows = within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent.replaceAll('\u00a0', ' '));
      expect(rows[1]).toMatch(/^VUELVE-7K2M10 %54 €2521 dic 2026.*Activo$/);
      expect(rows[2]).toMatch(/^VUELVE-9Q4T5 %ninguna3321 dic 2026.*Ha fallado$/);
      expect(within(table).getAllByRole('button').map(nameOf)).toEqual(['Copiar VUELVE-7K2M']);
    });

    it.each(LANGUAGES)(
      'quotes the sentence of the law in the rescue’s language, not the page’s: %s',
      (_l, locale) => {
        const { container } = show({ ...justActive, language: 'en' }, locale);
        const quote = container.querySelector('blockquote');
        expect(quote?.lang).toBe('en');
        expect(quote?.textContent).toBe('This discount was personalised using your purchase history.');
      },
    );

    it('says who gets a message and who is left alone to compare with, and changes nothing any more', () => {
      const { text } = show(justActive);
      const table = screen.getByRole('table', { name: 'Quién está en este rescate' });
      expect(within(table).getAllByText('mensaje')).toHaveLength(2);
      expect(within(table).getAllByText('nada: grupo de control')).toHaveLength(1);
      expect(text).not.toContain('Quitar');
    });

    it('says that it goes on where it could not be taken back', () => {
      const { text } = show({ ...justActive, errorCode: 'forbidden' });
      expect(text).toContain('No se ha podido deshacer el rescate: sus códigos siguen valiendo.');
      expect(text).toContain('Shopify no deja entrar a la aplicación en esta tienda.');
      expect(button('Deshacer el rescate')).toBeTruthy();
    });

    it('has neither codes nor the sentence of the law where only a message goes out', () => {
      const { text, container } = show(activeMessage);
      expect(text).toContain('Se ha descargado la lista con 14 clientes.');
      expect(text).not.toMatch(/Código|La ley/);
      expect(text).not.toContain('a propósito');
      expect(container.querySelector('blockquote')).toBeNull();
    });
  });

  describe('when it is not going on', () => {
    it('says whether its customers may be asked again after it was undone', () => {
      expect(show(undoneRescue).text).toContain(
        'Sus códigos ya no valen. Nadie había descargado la lista, así que sus clientes pueden entrar en otro rescate.',
      );
      expect(screen.getByText('VUELVE-7K2M')).toBeTruthy();
      expect(screen.queryByRole('button', { name: /Copiar|Deshacer/ })).toBeNull();
    });

    it('remembers those who were written to', () => {
      expect(show({ ...undoneRescue, exportedAt: sentActive.exportedAt }, ENGLISH).text).toContain(
        'Its codes no longer work. The list had been downloaded: we will not propose another rescue for those you wrote to within 90 days.',
      );
    });

    it('says before the draw that nothing was made, and lets the merchant go on', () => {
      const { text, press } = show(failedBefore);
      expect(text).toContain('Shopify no responde en este momento.');
      expect(text).toContain('No se ha creado nada en Shopify ni se ha apartado a nadie.');
      expect(screen.queryByRole('button', { name: 'Deshacer el rescate' })).toBeNull();
      fireEvent.click(button('Seguir donde se quedó'));
      expect(press.mock.calls).toEqual([['retry']]);
    });

    it('says after the draw that what was made is still there, and offers both ways', () => {
      const { text } = show(failedAfter);
      expect(text).toContain('El grupo de control está guardado; lo que ya se creó sigue ahí.');
      expect(button('Seguir donde se quedó')).toBeTruthy();
      expect(button('Deshacer el rescate')).toBeTruthy();
    });

    it('does not retry on forecasts that are gone', () => {
      expect(show(forecastGone).text).toContain('Empieza otro rescate con las de hoy.');
      expect(screen.queryByRole('button')).toBeNull();
      expect(screen.getByRole('link', { name: 'Ir a los rescates' }).getAttribute('href')).toBe(
        '/app/rescues',
      );
    });

    it('says the same of a group whose plan can no longer be read, instead of an empty page', () => {
      expect(show({ ...checkingRescue, status: 'ready' }).text).toContain(
        'Empieza otro rescate con las de hoy.',
      );
    });

    it('is dead while it is asked to go on', () => {
      const { press } = show(failedBefore, SPANISH, { pressed: 'retry' });
      fireEvent.click(screen.getByRole('button', { name: /Seguir donde se quedó/ }));
      expect(press).not.toHaveBeenCalled();
    });

    it('says that nothing is left of what was thrown away', () => {
      expect(show(discardedRescue, ENGLISH).text).toContain(
        'Rescue thrown awayNothing was made in Shopify and nobody was set apart.',
      );
    });
  });

  it('shows 60 customers on two pages', () => {
    show({ ...justActive, members: membersOf(60, 'contacted') });
    const table = screen.getByRole('table', { name: 'Quién está en este rescate' });
    const rows = (): number => within(table).getAllByRole('row').length - 1;
    expect(rows()).toBe(50);
    expect(screen.getByText('Del 1 al 50 de 60')).toBeTruthy();
    fireEvent.click(button('Página siguiente'));
    expect(rows()).toBe(10);
    expect(screen.getByText('Del 51 al 60 de 60')).toBeTruthy();
    expect(button('Página siguiente').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Página anterior'));
    expect(rows()).toBe(50);
  });

  it('shows 50 customers on one page', () => {
    show({ ...justActive, members: membersOf(50, 'contacted') });
    expect(screen.queryByRole('button', { name: 'Página siguiente' })).toBeNull();
  });
});

function nameOf(element: HTMLElement): string | null {
  return element.getAttribute('aria-label');
}
