import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { finishedSetup, freshSetup, halfSetup } from '~/components/fixtures/retention-views';
import type { SetupView } from '~/services/views/setup-view';
import { SetupCard } from './setup-card';

failOnComplaints();

const show = (setup: SetupView, locale = SPANISH) => renderPage(<SetupCard setup={setup} />, locale);

describe('SetupCard', () => {
  it('guides through five steps, and says honestly which cannot be done yet', () => {
    const text = readText(show(halfSetup, ENGLISH));
    expect(text).toContain('1 of 3 steps possible now');
    const ads = screen.getByText('Connect your ads').closest('li');
    expect(ads?.textContent).toContain('Not available yet');
    expect(ads?.querySelector('a')).toBeNull();
    const links = [...document.querySelectorAll('.tm-setup__step a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/app/settings#margin',
      '/app/settings#currency',
      '/app/settings#rescue-limits',
    ]);
    expect(links.map((link) => link.getAttribute('aria-label'))).toContain('Change: Currency');
  });

  it('is open until the first step is done, and then opens when asked', () => {
    const isOpen = (setup: SetupView) => {
      const { container, unmount } = show(setup);
      const open = container.querySelector('details')?.open;
      unmount();
      return open;
    };
    expect([freshSetup, halfSetup, finishedSetup].map(isOpen)).toEqual([true, false, false]);
  });

  it('says when nothing is left to do', () => {
    expect(readText(show(finishedSetup))).toContain('Está hecho todo lo que hoy se puede preparar.');
  });
});
