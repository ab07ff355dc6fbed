import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { justActive, measuredRescue, messageOutcome, outcomes } from '~/components/fixtures/rescue-views';
import type { RescueOutcomeView } from '~/services/views/rescue-view';
import { OutcomeCard } from './outcome-card';
import { RescuePage, type KnownRescue } from './rescue-page';

failOnComplaints();

const show = (outcome: RescueOutcomeView, locale = SPANISH): string =>
  readText(renderPage(<OutcomeCard outcome={outcome} />, locale));
const showPage = (view: KnownRescue): string =>
  readText(
    renderPage(
      <RescuePage
        view={view}
        step="group"
        control={{ answer: null, pressed: null, press: () => undefined }}
      />,
      SPANISH,
    ),
  );
const buyers = (): string[] =>
  within(screen.getByRole('table', { name: 'Quién compró' }))
    .getAllByRole('row')
    .map(({ textContent }) => textContent.replaceAll('\u00a0', ' '));

const VERDICTS: Readonly<
  Record<RescueOutcomeView['verdict']['code'], readonly [spanish: string, english: string]>
> = {
  'too-early': [
    'Demasiado pronto: han comprado 9 clientes de unos 40 que hacen falta para saberlo. Quedan 41 días.',
    'Too early: 9 customers have bought of about 40 needed to tell. 41 days to go.',
  ],
  'too-few-orders': [
    'Muy pocos pedidos para saberlo: compró 1 cliente de unos 40 que harían falta.',
    'Too few orders to tell: 1 customer bought of about 40 that it would take.',
  ],
  'probably-paid': ['Probablemente compensó (92 %).', 'It probably paid (92%).'],
  unclear: [
    'No se puede saber si compensó (probabilidad de que sí: 55 %).',
    'Nobody can tell whether it paid (chance that it did: 55%).',
  ],
  'did-not-pay': [
    'Probablemente no compensó (probabilidad de que sí: menos del 1 %). La próxima vez, mejor escribir sin descuento.',
    'It probably did not pay (chance that it did: under 1%). Next time, better write without a discount.',
  ],
  'no-hold-out': [
    'No se puede saber si compensó: no se apartó a nadie con quien comparar.',
    'Nobody can tell whether it paid: nobody was set apart to compare with.',
  ],
};

describe('OutcomeCard', () => {
  it.each(Object.values(outcomes).map((outcome) => [outcome.verdict.code, outcome] as const))(
    'has words for the verdict %s in both languages',
    (code, outcome) => {
      const [spanish, english] = VERDICTS[code];
      expect(show(outcome)).toContain(spanish);
      expect(show(outcome, ENGLISH)).toContain(english);
    },
  );

  it('does not advise to write without a discount where none was given', () => {
    const text = show(messageOutcome);
    expect(text).toContain('Probablemente no compensó (probabilidad de que sí: menos del 1 %).');
    expect(text).not.toMatch(/La próxima vez|código/);
    expect(buyers()[0]).toBe('GrupoCompraron');
  });

  it('shows margin, cash so far and extra returns, each with its range and period', () => {
    const text = show(outcomes['probably-paid']);
    expect(text).toContain('Rescatado · los días medidos y medio año siguiente1.200 €entre 100 € y 2.300 €');
    // 69 were contacted, 9.80 € of margin each.
    expect(text).toContain('De ello, ya en caja · los días medidos700 €entre 100 € y 1.200 €');
    expect(text).toContain('Vueltas de más, por cada 100 · los días medidos18entre 4 y 31');
    expect(text).toContain('Medido con los pedidos hasta el 20 feb 2027');
  });

  it('does not hide a loss', () => {
    const text = show(outcomes['did-not-pay']);
    expect(text).toContain('-300 €entre -900 € y 300 €');
    expect(text).toContain('-3entre -14 y 8');
  });

  it('promises no figures before the windows are over, or without a hold-out', () => {
    expect(show(outcomes['too-early'])).not.toContain('Rescatado');
    expect(show(outcomes['no-hold-out'])).not.toContain('Rescatado');
  });

  it('says who bought in either arm, whether with the code or without', () => {
    const text = show(outcomes['probably-paid']);
    expect(buyers()).toEqual([
      'GrupoCompraronUsaron el código',
      'Con mensaje31 de 69 (45 %)22',
      'Sin mensaje (control)4 de 15 (27 %)–',
    ]);
    expect(text).toContain('Cuentan todos los pedidos, con código o sin él');
  });

  it('has no row of a hold-out that is not there, and divides by nobody', () => {
    show({ ...outcomes['no-hold-out'], contacted: 0, buyersContacted: 0, codeUsers: 0 });
    expect(buyers()).toEqual(['GrupoCompraronUsaron el código', 'Con mensaje0 de 0 (–)0']);
  });
});

describe('a rescue with an outcome', () => {
  it.each([
    [
      SPANISH,
      'Todavía no: quedan 41 días para medir. Ya han comprado 91 clientes, suficientes para saberlo entonces.',
    ],
    [ENGLISH, 'Not yet: 41 days to go. 91 customers have bought, enough to tell by then.'],
  ])('asks for patience alone where enough have bought: %o', (locale, words) => {
    const open = outcomes['too-early'];
    expect(show({ ...open, verdict: { ...open.verdict, buyers: 91 } }, locale)).toContain(words);
  });

  it('keeps export and undo until its windows are over', () => {
    expect(showPage(measuredRescue(outcomes['too-early']))).toMatch(/Exportar.*Demasiado pronto/);
    expect(screen.getByRole('button', { name: 'Deshacer el rescate' })).toBeTruthy();
  });

  it('begins with the result when they are over', () => {
    expect(showPage(measuredRescue(outcomes['probably-paid']))).not.toMatch(/Exportar|Deshacer/);
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Resultado');
  });

  it('warns that a result is chance where the list was never downloaded and no code was used', () => {
    const unheard = { ...outcomes.unclear, codeUsers: 0 };
    expect(showPage({ ...justActive, outcome: unheard })).toContain(
      'La lista de este rescate no se descargó nunca',
    );
    expect(showPage({ ...justActive, outcome: outcomes.unclear })).not.toContain('no se descargó nunca');
  });

  it('sees by the codes that are used that the message went out, list or none', () => {
    const text = showPage({ ...justActive, outcome: outcomes['too-early'] });
    expect(text).toContain('5 clientes han usado ya su código.');
    expect(text).toContain('La respuesta se mide hasta el 19 feb 2027.');
    expect(text).not.toContain('esperan tu mensaje');
  });

  it('does not where it was', () => {
    expect(showPage(measuredRescue(outcomes.unclear))).not.toContain('no se descargó nunca');
  });
});
