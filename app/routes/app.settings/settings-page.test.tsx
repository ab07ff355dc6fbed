import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failOnComplaints, testEveryState } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { freshSettings, toldSettings } from '~/components/fixtures/retention-views';
import type { SettingsSection, SettingsView } from '~/services/views/settings-view';
import type { SettingsSave } from './settings-save';
import { SettingsPage } from './settings-page';

const submit = vi.fn<(form: HTMLFormElement) => void>();
beforeEach(() => {
  submit.mockClear();
});
failOnComplaints();

type Saves = Readonly<Record<SettingsSection, SettingsSave>>;
const still: SettingsSave = { answer: null, saving: false, submit };
const untouched: Saves = { margin: still, currency: still, 'rescue-limits': still };

interface State {
  readonly view: SettingsView;
  readonly saves?: Partial<Saves>;
}
const show = ({ view, saves }: State, locale = SPANISH) =>
  renderPage(<SettingsPage view={view} saves={{ ...untouched, ...saves }} />, locale);

const refusedLimits: SettingsSave = {
  ...still,
  answer: {
    status: 'invalid',
    section: 'rescue-limits',
    faults: {
      maxDiscount: { code: 'not-a-choice' },
      contactCost: { code: 'not-a-number', least: 0, most: 100 },
      largestRescue: { code: 'not-whole', least: 1, most: 10_000 },
      codeDays: { code: 'out-of-bounds', least: 7, most: 90 },
    },
  },
};
const refusedMargin: SettingsSave = {
  ...still,
  answer: {
    status: 'invalid',
    section: 'margin',
    faults: { margin: { code: 'out-of-bounds', least: 1, most: 100 } },
  },
};
const saved = (section: SettingsSection): SettingsSave => ({
  ...still,
  answer: { status: 'saved', section },
});

const states: Readonly<Record<string, State>> = {
  'nothing told': { view: freshSettings },
  'all told': { view: toldSettings },
  saving: { view: freshSettings, saves: { margin: { ...still, saving: true } } },
  saved: { view: toldSettings, saves: { margin: saved('margin'), currency: saved('currency') } },
  refused: { view: freshSettings, saves: { margin: refusedMargin, 'rescue-limits': refusedLimits } },
};

/** The settings of a server that refuses the margin. */
function Refusing() {
  const [answer, setAnswer] = useState<SettingsSave['answer']>(null);
  const margin = { ...still, answer, submit: () => setAnswer(refusedMargin.answer) };
  return <SettingsPage view={freshSettings} saves={{ ...untouched, margin }} />;
}

const field = (name: RegExp): HTMLInputElement => screen.getByRole('textbox', { name });
const sent = () => {
  const form = submit.mock.calls[0]?.[0];
  if (!form) throw new Error('nothing was sent');
  return Object.fromEntries(new FormData(form));
};

describe('SettingsPage', () => {
  testEveryState(states, show, ['settings']);

  it('says that a margin is estimated, from what, and names the one in use', () => {
    const text = readText(show({ view: { ...freshSettings, category: 'beauty' } }));
    expect(text).toContain('Estimado');
    expect(text).toContain('En uso ahora: 55 %');
    expect(text).toContain('tablas publicadas de tiendas online');
    cleanup();
    expect(readText(show({ view: toldSettings }))).toContain('En uso ahora: 42,5 %');
  });

  it('shows the figure of a kind of goods as soon as it is chosen', () => {
    const result = show({ view: freshSettings }, ENGLISH);
    fireEvent.change(screen.getByRole('combobox', { name: 'What you mostly sell' }), {
      target: { value: 'electronics' },
    });
    expect(readText(result)).toContain('we work with 15%');
  });

  it('sends a section with what was typed, and only that section', () => {
    show({ view: freshSettings });
    fireEvent.change(field(/tanto por ciento/), { target: { value: '35,5' } });
    fireEvent.click(screen.getAllByRole('button', { name: 'Guardar' })[0] as HTMLElement);
    expect(sent()).toEqual({ section: 'margin', category: '', margin: '35,5' });
  });

  it('shows numbers as each language types them', () => {
    show({ view: toldSettings });
    expect([field(/tanto por ciento/).value, field(/cuesta escribir/).value]).toEqual(['42,5', '0,05']);
    cleanup();
    show({ view: toldSettings }, ENGLISH);
    expect([field(/per cent/).value, field(/costs to write/).value]).toEqual(['42.5', '0.05']);
  });

  it('confirms the currency that Shopify tells, and says who converts the others', () => {
    const text = readText(show({ view: freshSettings }));
    expect(text).toContain('Tu tienda trabaja en EUR');
    expect(text).toContain('llegan ya convertidos por Shopify, al cambio del día de cada pedido');
    fireEvent.click(screen.getByRole('button', { name: 'Sí, es correcta' }));
    expect(sent()).toEqual({ section: 'currency' });
  });

  it.each([
    [SPANISH, 'Escribe un número entre 0 y 100.', 'Tiene que estar entre 7 y 90.', /Días que vale/],
    [ENGLISH, 'Write a number between 0 and 100.', 'It must lie between 7 and 90.', /Days that a code/],
  ] as const)('tells each fault beside its field', (locale, contactCost, codeDays, name) => {
    const text = readText(show({ view: freshSettings, saves: { 'rescue-limits': refusedLimits } }, locale));
    expect(text).toContain(contactCost);
    const days = field(name);
    expect(days.getAttribute('aria-invalid')).toBe('true');
    const described = days.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(codeDays);
  });

  it('loses nothing that was typed when it is refused, and leads to the first fault', () => {
    renderPage(<Refusing />, SPANISH);
    fireEvent.change(field(/tanto por ciento/), { target: { value: '0,35' } });
    fireEvent.submit(field(/tanto por ciento/));
    expect(field(/tanto por ciento/).value).toBe('0,35');
    expect(document.activeElement).toBe(field(/tanto por ciento/));
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Todavía no se ha guardado nada: revisa lo que está marcado.',
    );
  });

  it('says that it is saved, until something else is typed', () => {
    show({ view: toldSettings, saves: { margin: saved('margin') } });
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said()).toContain('Guardado. Las recomendaciones se están volviendo a calcular.');
    fireEvent.change(field(/tanto por ciento/), { target: { value: '40' } });
    expect(said()).not.toContain('Guardado. Las recomendaciones se están volviendo a calcular.');
  });
});
