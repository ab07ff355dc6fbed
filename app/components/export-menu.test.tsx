import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failOnComplaints } from './fixtures/page-states';
import { ENGLISH, renderPage, SPANISH } from './fixtures/render-page';
import { ExportMenu } from './export-menu';

const answer = vi.fn<(url: string, init: { readonly body: FormData }) => Promise<Response>>();
/** What the browser was told to save. */
const saved: { readonly name: string; readonly url: string }[] = [];
const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click');

// Polaris opens nothing beside a button that is not displayed, and jsdom displays nothing.
Object.defineProperty(HTMLElement.prototype, 'offsetParent', { get: () => document.body });

failOnComplaints();
beforeEach(() => {
  vi.stubGlobal('fetch', answer);
  URL.createObjectURL = () => 'blob:file';
  URL.revokeObjectURL = () => undefined;
  clicks.mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, url: this.href });
  });
});
afterEach(() => {
  answer.mockReset();
  saved.length = 0;
  vi.unstubAllGlobals();
});

const file = (leftOut: Readonly<Record<string, number>> = {}): Response =>
  new Response('a;b', {
    headers: {
      'Content-Disposition': 'attachment; filename="timon-clientes-2026-03-02.csv"',
      'X-Timon-Rows': '1200',
      'X-Timon-Left-Out': JSON.stringify(leftOut),
    },
  });

function show(locale = SPANISH): void {
  const fields = [
    ['kind', 'customers'],
    ['customer', '1'],
    ['customer', '2'],
  ] as const;
  renderPage(<ExportMenu url="/api/customers/export" fields={fields} />, locale);
}
const choose = async (button: string, format: RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: button }));
  fireEvent.click(await screen.findByRole('menuitem', { name: format }));
};
/** The line below the button; while it works, the button has a status of its own. */
const status = (): string =>
  (document.querySelector('p[role="status"]')?.textContent ?? '').replaceAll('\u00a0', ' ');

describe('ExportMenu', () => {
  it('posts the format with the page’s fields and locale, and saves the file under its name', async () => {
    answer.mockResolvedValue(file());
    show();
    await choose('Exportar', /Klaviyo/);
    await waitFor(() => expect(saved).toEqual([{ name: 'timon-clientes-2026-03-02.csv', url: 'blob:file' }]));
    const [url, { body }] = answer.mock.calls[0] ?? ['', { body: new FormData() }];
    expect(url).toBe('/api/customers/export');
    expect([...body]).toEqual([
      ['kind', 'customers'],
      ['customer', '1'],
      ['customer', '2'],
      ['format', 'klaviyo'],
      ['locale', 'es-ES'],
    ]);
    expect(document.querySelector('a[download]')).toBeNull();
  });

  it('says how many are in the file, how many are not, and why', async () => {
    answer.mockResolvedValue(file({ 'no-consent': 12, 'held-out': 1, 'over-limit': 3_000, invented: 4 }));
    show();
    await choose('Exportar', /WhatsApp/);
    await waitFor(() =>
      expect(status()).toBe(
        'Archivo descargado con 1.200 clientes. 12 no han dado permiso para este canal. A uno lo dejamos en paz a propósito, para poder medir un rescate. Hay 3.000 más que no caben: un archivo lleva como mucho 20.000 clientes. Afina el filtro para llegar a ellos.',
      ),
    );
  });

  it('says while it works that it works, and does not ask twice', async () => {
    let finish: (response: Response) => void = () => undefined;
    answer.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    show(ENGLISH);
    await choose('Export', /Spreadsheet/);
    await waitFor(() => expect(status()).toMatch(/^Preparing the file/));
    expect(screen.getByRole('button', { name: /Export/ }).getAttribute('aria-busy')).toBe('true');
    finish(file());
    await waitFor(() => expect(status()).toBe('File downloaded with 1,200 customers.'));
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nobody', { 'no-consent': 1 }, 'No hay archivo, porque no habría nadie en él. Uno no ha dado permiso'],
    ['unavailable', {}, 'Shopify no responde ahora mismo.'],
    ['throttled', {}, 'Shopify no responde ahora mismo.'],
    ['forbidden', {}, 'Shopify no deja que esta app lea nombres'],
    ['rescue-not-active', {}, 'Solo se puede exportar un rescate en marcha'],
    ['a-code-of-tomorrow', {}, 'No hemos podido preparar el archivo (a-code-of-tomorrow).'],
  ])('explains %s in words, and saves nothing', async (error, leftOut, words) => {
    answer.mockResolvedValue(Response.json({ error, leftOut }, { status: 409 }));
    show();
    await choose('Exportar', /WhatsApp/);
    await waitFor(() => expect(status()).toContain(words));
    expect(saved).toEqual([]);
  });

  it('saves nothing of a file that was cut off on its way, or of an answer that is none', async () => {
    const cut = new ReadableStream<Uint8Array>({ start: (stream) => stream.error(new TypeError('cut')) });
    answer.mockResolvedValueOnce(new Response(cut));
    show();
    await choose('Exportar', /Hoja/);
    await waitFor(() => expect(status()).toMatch(/^Se ha cortado la conexión/));
    answer.mockResolvedValueOnce(new Response('<html>', { status: 502 }));
    await choose('Exportar', /Hoja/);
    await waitFor(() => expect(status()).toContain('(502)'));
    expect(saved).toEqual([]);
  });

  it('opens a menu of formats, each with what it is for, and closes it on Escape', async () => {
    show();
    const button = screen.getByRole('button', { name: 'Exportar' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      expect.stringContaining('Hoja de cálculo (CSV)'),
      expect.stringContaining('Klaviyo'),
      expect.stringContaining('WhatsApp'),
    ]);
    fireEvent.keyUp(button, { key: 'Escape', keyCode: 27 });
    await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'));
  });
});
