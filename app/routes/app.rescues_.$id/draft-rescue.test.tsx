import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { framedPage, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { draft, emptyDraft, messageDraft, stoppedDraft } from '~/components/fixtures/rescue-drafts';
import { DraftRescue } from './draft-rescue';
import type { RescueControl } from './rescue-control';
import type { RescueStep } from './rescue-steps';

failOnComplaints();

const page = (view: typeof draft, step: RescueStep, answer: RescueControl['answer'] = null) => (
  <DraftRescue
    view={view}
    plan={view.plan}
    step={step}
    control={{ answer, pressed: null, press: () => undefined }}
  />
);
const show = (view: typeof draft, step: RescueStep, answer: RescueControl['answer'] = null) => {
  const result = renderPage(page(view, step, answer), SPANISH);
  return { ...result, text: readText(result) };
};

describe('DraftRescue', () => {
  it.each(['group', 'offer', 'create'] as const)('marks where the merchant is: %s', (step) => {
    show(draft, step);
    const current = screen.getAllByRole('link').filter((link) => link.hasAttribute('aria-current'));
    expect(current.map((link) => link.textContent)).toEqual([
      { group: '1. El grupo', offer: '2. La oferta', create: '3. Crear' }[step],
    ]);
  });

  it('begins at the top of the next step for whoever moves by keyboard, and takes no focus at first', () => {
    const { rerender, container } = show(draft, 'group');
    expect(document.activeElement).toBe(document.body);
    rerender(framedPage(page(draft, 'offer'), SPANISH));
    expect(document.activeElement).toBe(container.querySelector('.tm-step'));
  });

  it('ends with the first step where there is nobody to write to', () => {
    const { text } = show(emptyDraft, 'create');
    expect(text).toContain('No hay nadie a quien compense escribir');
    expect(text).toContain('En este grupo no queda nadie con quien se espere que una oferta compense.');
    expect(text).not.toMatch(/Crear el rescate|Los que recomendamos|Aceptan correos/);
    expect(screen.queryByRole('link', { name: '2. La oferta' })).toBeNull();
  });

  it.each([
    ['looked-up-again', 'Hemos vuelto a mirar el grupo: repásalo.'],
    ['not-ready', 'El rescate ha cambiado mientras tanto.'],
  ] as const)('says why what was pressed did not happen: %s', (answer, words) => {
    expect(show(draft, 'create', answer).text).toContain(words);
  });

  it.each([
    ['no-discount', messageDraft, 'Los descuentos están parados: solo se propone un mensaje.'],
    ['leave-alone', stoppedDraft, 'Los rescates están parados: se propone no escribir a nadie.'],
  ])('says that the automatic stop keeps offers out, and where to see why: %s', (_limit, view, words) => {
    expect(show(view, 'group').text).toContain(words);
    expect(screen.getByRole('link', { name: 'Ver por qué' }).getAttribute('href')).toBe('/app/rescues');
  });
});
