import { describe, expect, it } from 'vitest';
import type { ExportFigures } from '~/data/model-runs/read-export-figures';
import { isoDay } from '~/domain/iso-day';
import { customersCsv } from './customers-csv';
import { customersKlaviyo } from './customers-klaviyo';
import type { CustomersTerms } from './customers-terms';
import { customersWhatsApp } from './customers-whatsapp';
import { contact, WITHOUT_CONSENT } from './fixtures/contacts';
import { readBack } from './fixtures/written-file';

const figures: ExportFigures = {
  customerId: '7120000000001',
  segment: 'vip-at-risk',
  leaving: true,
  ordersCounted: 7,
  lastOrderDay: isoDay('2025-11-08'),
  pBuy90: 0.1834,
  pBuy90Low: 0.14,
  pBuy90High: 0.231,
  clv12m: 1234.567,
  clv12mLow: 410,
  clv12mHigh: 2380.9,
  moneyAtRisk: 901.2,
  rescueGain: 12.345,
};
const byRules: ExportFigures = {
  ...figures,
  ...{ pBuy90: null, pBuy90Low: null, pBuy90High: null, clv12m: null, clv12mLow: null, clv12mHigh: null },
  ...{ moneyAtRisk: null, rescueGain: null, segment: 'lost', leaving: false },
};
const terms: CustomersTerms = {
  shop: { name: 'Luma', domain: 'luma.myshopify.com', currency: 'EUR' },
  locale: { language: 'es', tag: 'es-ES' },
  analysisDay: isoDay('2026-03-01'),
  model: 'mbg-nbd',
  intervalLevel: 0.8,
  aliasOf: () => '7K2QM',
};
const ENGLISH = { language: 'en', tag: 'en-US' } as const;

describe('customers for a spreadsheet', () => {
  it('carry the numbers of the screen with range, day and method, as a Spanish Excel reads them', () => {
    expect(readBack(customersCsv(terms), [[figures, contact()]])).toEqual([
      {
        Cliente: 'Cliente 7K2QM',
        Nombre: 'Núria',
        Apellidos: 'Peña Muñoz',
        'Correo electrónico': 'nuria@example.com',
        'Acepta correos': 'sí',
        'Acepta WhatsApp': 'sí',
        'Ficha en Shopify': 'https://luma.myshopify.com/admin/customers/7120000000001',
        Grupo: 'VIP en riesgo',
        'Se está yendo': 'sí',
        'Último pedido': '2025-11-08',
        Pedidos: '7',
        'Probabilidad de pedido en 90 días (%)': '18,34',
        'Probabilidad de pedido en 90 días (%), desde': '14',
        'Probabilidad de pedido en 90 días (%), hasta': '23,1',
        'Valor a 12 meses (EUR)': '1234,57',
        'Valor a 12 meses (EUR), desde': '410',
        'Valor a 12 meses (EUR), hasta': '2380,9',
        'Dinero en riesgo (EUR)': '901,2',
        'Recuperable, margen esperado de un rescate (EUR)': '12,35',
        'Veces de cada 100 entre desde y hasta': '80',
        'Día del análisis': '2026-03-01',
        Método: 'MBG/NBD',
      },
    ]);
  });

  it('in English have a decimal point and English words', () => {
    const [row] = readBack(customersCsv({ ...terms, locale: ENGLISH }), [[figures, contact()]]);
    expect(row).toMatchObject({
      Customer: 'Customer 7K2QM',
      'Accepts email': 'yes',
      Group: 'VIP at risk',
      '12-month value (EUR)': '1234.57',
      'Times in 100 between from and to': '80',
    });
  });

  it('have empty cells, not zeros, where there is no forecast', () => {
    const noModel = { ...terms, model: null, intervalLevel: null };
    const [row] = readBack(customersCsv(noModel), [[byRules, contact(WITHOUT_CONSENT)]]);
    expect(row).toMatchObject({
      'Acepta correos': 'no',
      'Valor a 12 meses (EUR)': '',
      'Veces de cada 100 entre desde y hasta': '',
      Método: 'Reglas',
    });
  });

  it('run no formula that a customer typed for a name', () => {
    const attack = contact({ firstName: '=HYPERLINK("https://evil.example";"Ver")', lastName: '@SUM(A1)' });
    const [row] = readBack(customersCsv(terms), [[figures, attack]]);
    expect(row?.['Nombre']).toBe('\'=HYPERLINK("https://evil.example";"Ver")');
    expect(row?.['Apellidos']).toBe("'@SUM(A1)");
  });
});

describe('customers for Klaviyo', () => {
  it('begin with the columns that its import maps by itself, in plain CSV whatever the language', () => {
    const writer = customersKlaviyo(terms);
    expect(writer.dialect).toEqual({ separator: ',', decimalMark: '.', byteOrderMark: false });
    expect(writer.header.slice(0, 4)).toEqual(['Email', 'First Name', 'Last Name', 'Phone Number']);
    expect(readBack(writer, [[figures, contact()]])).toEqual([
      expect.objectContaining({
        Email: 'nuria@example.com',
        'First Name': 'Núria',
        'Last Name': 'Peña Muñoz',
        'Phone Number': '+34600000001',
        'Timon Segment': 'vip-at-risk',
        'Timon Slipping Away': 'true',
        'Timon Last Order': '2025-11-08',
        'Timon Order Chance 90 Days Percent': '18.34',
        'Timon Value 12 Months': '1234.57',
        'Timon Value 12 Months High': '2380.9',
        'Timon Currency': 'EUR',
        'Timon Interval Percent': '80',
        'Timon Analysis Day': '2026-03-01',
        'Timon Method': 'MBG/NBD',
      }),
    ]);
  });

  it('say nothing about consent: an import must not bring back who has unsubscribed there', () => {
    expect(customersKlaviyo(terms).header.join(' ')).not.toMatch(/consent/i);
  });

  it('are only those who said yes to e-mail, with a number only after a yes to SMS', () => {
    const { row } = customersKlaviyo(terms);
    expect(row(figures, contact(WITHOUT_CONSENT))).toBe('no-consent');
    expect(row(figures, contact({ email: null }))).toBe('no-address');
    const noSms = contact({
      phone: { number: '+34600000001', smsConsent: 'pending', whatsAppConsent: 'subscribed' },
    });
    expect(readBack(customersKlaviyo(terms), [[figures, noSms]])[0]).toMatchObject({ 'Phone Number': '' });
  });

  it.each(["=cmd|'/ccalc'!A0@example.com", '-ana@example.com', '+ana@example.com'])(
    'leave out %s: made harmless, the address would be somebody else’s',
    (address) => {
      const { row } = customersKlaviyo(terms);
      expect(row(figures, contact({ email: { address, consent: 'subscribed' } }))).toBe('no-address');
    },
  );
});

describe('customers for WhatsApp', () => {
  it('have a number in E.164, a message in their own language, and a link that opens it', () => {
    const writer = customersWhatsApp(terms);
    expect(writer.header).toEqual(['Teléfono', 'Nombre', 'Mensaje', 'Enlace para enviarlo']);
    const [spanish, english] = readBack(writer, [
      [figures, contact()],
      [{ ...figures, leaving: false }, contact({ locale: 'en-GB', firstName: 'Nia' })],
    ]);
    expect(spanish?.['Teléfono']).toBe('+34600000001');
    expect(spanish?.['Mensaje']).toMatch(/^¡Hola, Núria! Hace tiempo que no te vemos por Luma/);
    const link = new URL(spanish?.['Enlace para enviarlo'] ?? '');
    expect(link.origin + link.pathname).toBe('https://wa.me/34600000001');
    expect(link.searchParams.get('text')).toBe(spanish?.['Mensaje']);
    expect(english?.['Mensaje']).toMatch(/^Hi Nia! Thank you for shopping at Luma/);
  });

  it('are only those who said yes to WhatsApp and have a number', () => {
    const { row } = customersWhatsApp(terms);
    expect(row(figures, contact(WITHOUT_CONSENT))).toBe('no-consent');
    expect(row(figures, contact({ phone: null }))).toBe('no-address');
    const odd = { number: '600 000 001', smsConsent: 'subscribed', whatsAppConsent: 'subscribed' } as const;
    expect(row(figures, contact({ phone: odd }))).toBe('no-address');
  });

  it('never carry an advertisement that somebody typed for a name', () => {
    const [row] = readBack(customersWhatsApp(terms), [
      [figures, contact({ firstName: 'Gana 1000 € en https://evil.example' })],
    ]);
    expect(row?.['Mensaje']).toMatch(/^¡Hola! /);
    expect(JSON.stringify(row)).not.toContain('evil');
  });
});
