import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, framedPage, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import type { RescueIntent } from './rescue-control';
import { UndoButton } from './undo-button';

failOnComplaints();

const undo = (press: (intent: RescueIntent) => void, { codes = 2, pressed = '' } = {}) => (
  <UndoButton codes={codes} control={{ answer: null, pressed: pressed === '' ? null : pressed, press }} />
);
const click = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('UndoButton', () => {
  it('asks once before it undoes', () => {
    const press = vi.fn();
    const result = renderPage(undo(press), SPANISH);
    click('Deshacer el rescate');
    expect(press).not.toHaveBeenCalled();
    expect(readText(result)).toContain(
      '¿Seguro? Los códigos dejarán de valer en el acto, también para quien ya los recibió.',
    );
    click('Sí, deshacerlo');
    expect(press.mock.calls).toEqual([['undo']]);
  });

  it('moves whoever uses the keyboard to the question', () => {
    renderPage(undo(vi.fn()), SPANISH);
    click('Deshacer el rescate');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Deshacer el rescate' }));
  });

  it('undoes nothing when the answer is no', () => {
    const press = vi.fn();
    renderPage(undo(press), SPANISH);
    click('Deshacer el rescate');
    click('No, dejarlo en marcha');
    expect(press).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Deshacer el rescate' })).toBeTruthy();
  });

  it('is dead while it undoes', () => {
    const press = vi.fn();
    const { rerender } = renderPage(undo(press), SPANISH);
    click('Deshacer el rescate');
    rerender(framedPage(undo(press, { pressed: 'undo' }), SPANISH));
    click(/Sí, deshacerlo/);
    click('No, dejarlo en marcha');
    expect(press).not.toHaveBeenCalled();
    expect(screen.getByRole('group')).toBeTruthy();
  });

  it.each([
    [0, 'Sure? What it brings will no longer be measured.'],
    [1, 'Sure? The code stops working at once'],
    [2, 'Sure? The codes stop working at once'],
  ])('says what is lost with %i codes', (codes, words) => {
    const result = renderPage(undo(vi.fn(), { codes }), ENGLISH);
    click('Undo the rescue');
    expect(readText(result)).toContain(words);
  });
});
