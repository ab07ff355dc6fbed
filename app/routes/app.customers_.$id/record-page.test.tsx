import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  contacts,
  extremeRecord,
  leavingForecast,
  leavingRecord,
  longRecord,
  newRecord,
  rescuedRecord,
  rulesRecord,
  unknownRecord,
} from '~/components/fixtures/record-views';
import { failOnComplaints, LANGUAGES } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import type { CustomerContactView } from '~/services/views/customer-contact-view';
import type { CustomerRecordView } from '~/services/views/customer-record-view';
import { RecordPage } from './record-page';

failOnComplaints();

const askAgain = vi.fn();
const show = (
  view: CustomerRecordView,
  locale = ENGLISH,
  contact: CustomerContactView | null = contacts.ready,
) => renderPage(<RecordPage view={view} contact={{ contact, askAgain }} />, locale);

const states: Readonly<Record<string, CustomerRecordView>> = {
  leaving: leavingRecord,
  'first order today': newRecord,
  'everything at its limit': extremeRecord,
  rules: rulesRecord,
  'a long history': longRecord,
  'part of rescues': rescuedRecord,
  'no purchase sent': { ...leavingRecord, purchases: [] },
  'free orders only': {
    ...leavingRecord,
    purchases: leavingRecord.purchases.map((purchase) => ({ ...purchase, net: 0 })),
  },
  lost: { ...leavingRecord, leaving: false, segment: 'lost' },
  'a group of tomorrow': { ...leavingRecord, leaving: false, segment: 'brand-new' },
  unknown: unknownRecord,
};

const REASONS = {
  overdue: { days: 96, usualGapDays: 31, times: 3.0968 },
  'on-rhythm': { days: 0, usualGapDays: 1 },
  'one-time': { days: 400 },
  new: { days: 1 },
  frequent: { orders: 31, perYear: 14.3 },
  rare: { orders: 2, perYear: 0.72 },
  slowing: { recentGapDays: 61.5, usualGapDays: 20 },
  'big-spender': { orderValue: 310, shopMedian: 41.9 },
  'small-spender': { orderValue: 0.5, shopMedian: 41.9 },
};

describe('RecordPage', () => {
  describe.each(LANGUAGES)('in %s', (_language, locale) => {
    it.each(Object.entries(states))('has one heading and no hole in its words: %s', (_name, view) => {
      const result = show(view, locale);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
      expect(readText(result)).not.toMatch(
        /undefined|NaN|Infinity|\[object|record\.|charts\.|customer\.(contact|rescues)|[{}]/,
      );
      expect(result.container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    });

    it.each(Object.entries(contacts))('has words for what Shopify answered: %s', (_name, contact) => {
      expect(readText(show(leavingRecord, locale, contact))).not.toMatch(
        /customer\.contact|undefined|null|[{}]/,
      );
    });

    it.each(Object.entries(REASONS))('has a sentence for the reason %s', (code, values) => {
      const text = readText(
        show({ ...leavingRecord, forecast: { ...leavingForecast, reasons: [{ code, values }] } }, locale),
      );
      expect(text).not.toContain(`(${code})`);
      expect(text).not.toMatch(/[{}#]|todavía no tiene descripción|without a description/);
    });
  });

  it('begins with what to do, what is at stake with its range, and two reasons', () => {
    const text = readText(show(leavingRecord));
    expect(text).toContain('Write to this customer: €588 of their next 12 months is at stake.');
    expect(text).toContain('most likely between €0 and €610, 9 times in 10.');
    expect(text).toContain(
      '96 days without an order, when every 31 days is usual for this customer: 3.1 times as long.',
    );
    expect(text).toContain('Spends €68 an order; the usual order in your shop is €42.');
    expect(screen.getByRole('link', { name: 'See everybody slipping away' }).getAttribute('href')).toBe(
      '/app/customers?segment=leaving',
    );
  });

  it('says the same in Spanish, with that language’s formats', () => {
    const text = readText(show(leavingRecord, SPANISH));
    expect(text).toContain('Escribe a este cliente: están en juego 588 € de sus próximos 12 meses.');
    expect(text).toContain(
      'Lleva 96 días sin comprar, cuando suele hacerlo cada 31 días: 3,1 veces lo habitual.',
    );
    expect(text).toContain('Último pedido: hace 96 días (16 ago 2026)');
    expect(text).toContain('Visto desde el 20 nov 2026');
  });

  it.each([
    ['lost', 'Spend nothing on winning this customer back'],
    ['loyal', 'Look after this customer'],
    ['potential-whale', 'Look after this customer'],
    ['standard', 'Nothing is urgent with this customer'],
    ['vip-at-risk', 'Write to this customer'],
  ])('advises by the group where the customer is not leaving: %s', (segment, words) => {
    expect(readText(show({ ...leavingRecord, leaving: false, segment }))).toContain(words);
  });

  it('asks for a letter without an amount where nothing is at risk in money', () => {
    const view = { ...leavingRecord, forecast: { ...leavingForecast, moneyAtRisk: 0, pAlive: null } };
    const text = readText(show(view));
    expect(text).toContain('their silence is longer than usual for them');
    expect(text).not.toContain('At risk');
  });

  it('draws the chances over 30, 90 and 365 days on one scale, from nothing to certainty', () => {
    const { container } = show(leavingRecord);
    expect(drawings()).toContain('18%; the probability lies between 14% and 23%, 9 times in 10.');
    const widths = [...container.querySelectorAll<HTMLElement>('.tm-range__mean')].map(
      ({ style }) => style.left,
    );
    expect(widths.slice(0, 3)).toEqual(['8.2%', '18.3%', '34.4%']);
  });

  it('never calls a forecast impossible or certain', () => {
    const result = show(extremeRecord);
    // A scale has its ends.
    for (const scale of result.container.querySelectorAll('svg.tm-plot')) scale.remove();
    const text = readText(result);
    expect(text).toContain('under 1%');
    expect(text).toContain('over 99%');
    expect(text).not.toMatch(/(?<![\d-])(0|100)%/);
  });

  it('says a range without width once', () => {
    const text = readText(show(extremeRecord));
    expect(text).toContain('the whole range: €68');
    expect(text).not.toContain('between €68 and €68');
    expect(text).toContain('1 order expected; 9 times in 10, 1.');
  });

  it('dates the next order, on condition that they are still a customer, and admits what is too far', () => {
    const text = readText(show(leavingRecord));
    expect(text).toContain('If they are still a customer:');
    expect(text).toContain('5 times in 10by Dec 12, 2026 (in 22 days)');
    expect(text).toContain('95 times in 100not within ten years');
  });

  it('says what the value is made of and how it stands against their own past', () => {
    const text = readText(show(leavingRecord));
    expect(text).toContain('€61 of it margin.');
    expect(text).toContain('-62%Less than right after their last order.');
    cleanup();
    expect(readText(show(newRecord))).toContain('It is revenue, not margin.');
  });

  it('labels P(alive) as the model’s own quantity, and gives none where nobody is seen to leave', () => {
    expect(readText(show(leavingRecord))).toContain('P(alive) is a quantity inside the model');
    cleanup();
    expect(readText(show(extremeRecord))).toContain('Not calculated: in your shop nobody is seen to leave');
  });

  it('draws every purchase, with the same ones in a table', () => {
    const { container } = show(leavingRecord);
    expect(container.querySelectorAll('.tm-lifeline__mark')).toHaveLength(9);
    expect(drawings()).toContain(
      '9 orders from Nov 24, 2025 to Aug 16, 2026; 96 days without one on Nov 20, 2026.',
    );
    const table = screen.getByRole('table', { name: 'Orders, the latest first', hidden: true });
    const rows = within(table)
      .getAllByRole('row', { hidden: true })
      .map((row) => row.textContent);
    expect(rows).toHaveLength(1 + 9);
    expect(rows[1]?.replaceAll('\u00a0', ' ')).toBe('Aug 16, 202631€71.20');
  });

  it('says that only the latest purchases are drawn where there are more', () => {
    expect(readText(show(longRecord))).toContain('Only the latest 100 of 412 are drawn.');
    cleanup();
    expect(readText(show(leavingRecord))).not.toContain('Only the latest');
  });

  it('promises nothing while rules answer: what happened, and no chance, value or date', () => {
    const text = readText(show(rulesRecord));
    expect(text).toContain('There is no forecast for this customer yet.');
    expect(text).toContain('9 orders from Nov 24, 2025');
    expect(text).not.toMatch(/Back within|next 12 months|When the next order is due|P\(alive\)/);
  });

  it('shows the chance over time with its conclusion, what was bought, and where silence leads', () => {
    const { container } = show(leavingRecord);
    expect(drawings()).toContainEqual(
      expect.stringMatching(
        /^Since the last order, the probability of another within 90 days has fallen from \d+% to 18%\. After 90 more days without one it will be \d+%\.$/,
      ),
    );
    expect(container.querySelectorAll('.tm-plot__mark')).toHaveLength(9);
  });

  it('asks for no patience before the numbers: the contact comes later, in a place kept for it', () => {
    const text = readText(show(leavingRecord, ENGLISH, null));
    expect(text).toContain('Asking Shopify for the name and the addresses …');
    expect(text).toContain('Write to this customer');
  });

  it('shows name, e-mail and phone with what the customer said to each channel', () => {
    const text = readText(show(leavingRecord));
    expect(text).toContain('Ana María Ruiz de la Prada');
    expect(text).toContain('ana.maria.ruiz.de.la.prada@correo-de-empresa.exampleE-mail: wants marketing');
    expect(text).toContain('+34600000001SMS: wants no marketing any moreWhatsApp: never asked for marketing');
    expect(text).toContain('Timón does not store it');
  });

  it.each([
    ['not-allowed', 'Shopify has not allowed Timón to see names', false],
    ['gone', 'Shopify no longer knows this customer', false],
    ['unavailable', 'Shopify does not answer', true],
  ] as const)('says why there is no contact, and offers what may help: %s', (state, words, offersAgain) => {
    expect(readText(show(leavingRecord, ENGLISH, { state }))).toContain(words);
    const button = screen.queryByRole('button', { name: 'Try again' });
    expect(button !== null).toBe(offersAgain);
    if (!button) return;
    fireEvent.click(button);
    expect(askAgain).toHaveBeenCalledOnce();
  });

  it('lists the rescues they were part of, and explains why they were left alone', () => {
    const text = readText(show(rescuedRecord));
    expect(text).toContain('Rescue 4 began on Nov 17, 2026a message without a discountstill running');
    expect(text).toContain('left alone on purpose, so that the effect can be measuredordered by themselves');
    expect(text).toContain('15% offdid not order within the window');
    expect(text).toContain('10% offordered within the window');
    expect(screen.getByRole('link', { name: 'Rescue 3' }).getAttribute('href')).toBe(
      '/app/rescues/campaign-3',
    );
    cleanup();
    expect(readText(show(leavingRecord, SPANISH))).toContain(
      'Este cliente todavía no ha formado parte de ningún rescate.',
    );
  });

  it('warns of a customer who buys like wholesale', () => {
    expect(readText(show(extremeRecord))).toContain('buys very differently from the rest');
    cleanup();
    expect(readText(show(leavingRecord))).not.toContain('buys very differently');
  });

  it('shows the way back where the customer is not known', () => {
    expect(readText(show(unknownRecord))).toContain('We do not know this customer');
    expect(screen.getByRole('link', { name: 'See all customers' }).getAttribute('href')).toBe(
      '/app/customers',
    );
  });
});

/** What the drawings say to those who do not see them, with ordinary spaces. */
function drawings(): (string | undefined)[] {
  return screen.getAllByRole('img').map((node) => node.getAttribute('aria-label')?.replaceAll('\u00a0', ' '));
}
