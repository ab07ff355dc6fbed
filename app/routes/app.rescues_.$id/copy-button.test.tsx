import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failOnComplaints, LANGUAGES } from '~/components/fixtures/page-states';
import { renderPage } from '~/components/fixtures/render-page';
import { CopyButton } from './copy-button';

const writeText = vi.fn<(text: string) => Promise<void>>();

failOnComplaints();
beforeEach(() => {
  writeText.mockReset();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
});

const WORDS = {
  Spanish: ['Copiado', 'No se ha podido copiar: selecciónalo a mano.'],
  English: ['Copied', 'It could not be copied: select it by hand.'],
} as const;

describe.each(LANGUAGES)('CopyButton in %s', (language, locale) => {
  const [copied, failed] = WORDS[language];
  const copy = (): boolean => {
    renderPage(<CopyButton text="VUELVE-7K2M" label="Copiar VUELVE-7K2M" />, locale);
    expect(screen.getByRole('status').textContent).toBe('');
    return fireEvent.click(screen.getByRole('button', { name: 'Copiar VUELVE-7K2M' }));
  };

  it('copies the text and says so', async () => {
    writeText.mockResolvedValue();
    copy();
    expect((await screen.findByText(copied)).getAttribute('role')).toBe('status');
    expect(writeText.mock.calls).toEqual([['VUELVE-7K2M']]);
  });

  it('says so where the browser refuses', async () => {
    writeText.mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
    copy();
    expect((await screen.findByText(failed)).getAttribute('role')).toBe('status');
  });

  it('says so where the browser has no clipboard', async () => {
    Reflect.deleteProperty(navigator, 'clipboard');
    copy();
    expect((await screen.findByText(failed)).getAttribute('role')).toBe('status');
  });
});
