import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { readyDashboard } from '~/components/fixtures/views';
import type { CustomerAtRiskView } from '~/services/views/dashboard-view';
import { DangerCard } from './danger-card';

failOnComplaints();

const { atRisk } = readyDashboard;
const show = (rows: readonly CustomerAtRiskView[], locale = SPANISH, forecast = true) =>
  renderPage(<DangerCard rows={rows} forecast={forecast} />, locale);

const hundred = Array.from({ length: 100 }, (_, index): CustomerAtRiskView => {
  const [one] = atRisk;
  if (!one) throw new Error('the fixture has customers');
  return { ...one, customerId: `customer-${index}`, alias: `A${index}` };
});

describe('DangerCard', () => {
  it('lists the customers by their alias, with chance, rhythm, value and money at risk', () => {
    show(atRisk);
    const text = screen.getByRole('row', { name: /Cliente A91F/ }).textContent.replaceAll('\u00a0', ' ');
    for (const value of ['18 %', 'hace 96 días', 'su ritmo: 31 días', '612 €', '588 €', 'VIP en riesgo']) {
      expect(text).toContain(value);
    }
  });

  it('leads from each customer to their record, and to the whole list', () => {
    show(atRisk, ENGLISH);
    const target = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(target('Customer A91F')).toBe('/app/customers/customer-A91F');
    expect(target('See them all')).toBe('/app/customers?filter=leaving');
  });

  it('shows ten and the rest in place, in the given order, the focus on the first new one', () => {
    const { container } = show(hundred);
    const names = () => [...container.querySelectorAll('tbody th a')].map(({ textContent }) => textContent);
    expect(names()).toHaveLength(10);
    fireEvent.click(screen.getByText('Ver los 100'));
    expect(names()).toEqual(hundred.map(({ alias }) => `Cliente ${alias}`));
    expect(document.activeElement?.textContent).toBe('Cliente A10');
    fireEvent.click(screen.getByText('Ver solo los 10 primeros'));
    expect(names()).toHaveLength(10);
  });

  it('says what it is ordered by: what can be recovered, what is at risk, or the silence', () => {
    const caption = (rows: readonly CustomerAtRiskView[], forecast: boolean) => {
      const { container, unmount } = show(rows, ENGLISH, forecast);
      const text = container.querySelector('caption')?.textContent;
      unmount();
      return text;
    };
    const unknown = atRisk.map((row) => ({ ...row, rescueGain: null }));
    expect(caption(atRisk, true)).toContain('from whom most can be recovered');
    expect(caption(unknown, true)).toContain('with most money at risk');
    expect(caption(unknown, false)).toContain('the longest silent first');
  });

  it('says so when nobody stands out', () => {
    expect(readText(show([]))).toContain('Hoy no destaca ningún cliente.');
  });
});
