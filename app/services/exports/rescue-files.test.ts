import { describe, expect, it } from 'vitest';
import { isoDay } from '~/domain/iso-day';
import { contact, WITHOUT_CONSENT } from './fixtures/contacts';
import { readBack } from './fixtures/written-file';
import { rescueCsv } from './rescue-csv';
import type { RescueExportTerms, RescueRecipient } from './rescue-export-terms';
import { rescueKlaviyo } from './rescue-klaviyo';
import { rescueWhatsApp } from './rescue-whatsapp';

const withCode: RescueRecipient = {
  customerId: '7120000000001',
  offer: {
    code: 'VUELVE-7K2QM',
    share: 0.15,
    minimum: { minor: 3_950n, currency: 'EUR' },
    lastDay: isoDay('2026-03-31'),
    endsAt: '2026-03-31T21:59:59.000Z',
  },
};
const messageOnly: RescueRecipient = { customerId: '7120000000002', offer: null };
const terms: RescueExportTerms = {
  shop: { name: 'Luma', domain: 'luma.myshopify.com', currency: 'EUR' },
  locale: { language: 'es', tag: 'es-ES' },
  campaignLocale: { language: 'es', tag: 'es-ES' },
  number: 3,
  exportDay: isoDay('2026-03-02'),
  aliasOf: () => '7K2QM',
};
const french = contact({ locale: 'fr' });
const english = contact({ locale: 'en-GB', firstName: null });

describe('a rescue for a spreadsheet', () => {
  it('has each customer with code, terms and the sentence that must go with them', () => {
    expect(readBack(rescueCsv(terms), [[withCode, contact()]])).toEqual([
      {
        Cliente: 'Cliente 7K2QM',
        Nombre: 'Núria',
        Apellidos: 'Peña Muñoz',
        'Correo electrónico': 'nuria@example.com',
        'Acepta correos': 'sí',
        'Acepta WhatsApp': 'sí',
        'Ficha en Shopify': 'https://luma.myshopify.com/admin/customers/7120000000001',
        'Rescate n.º': '3',
        Código: 'VUELVE-7K2QM',
        'Descuento (%)': '15',
        'Último día': '2026-03-31',
        'Compra mínima (EUR)': '39,5',
        'Frase que debe acompañar al descuento':
          'Este descuento se ha personalizado a partir de tu historial de compras.',
        'Día de la exportación': '2026-03-02',
      },
    ]);
  });

  it('has no code, no terms and no sentence where there is no discount', () => {
    expect(readBack(rescueCsv(terms), [[messageOnly, contact()]])[0]).toMatchObject({
      Código: '',
      'Descuento (%)': '0',
      'Último día': '',
      'Compra mínima (EUR)': '',
      'Frase que debe acompañar al descuento': '',
    });
  });
});

describe('a rescue for Klaviyo', () => {
  it('has the code and its terms as properties, dates in a form that it reads, words in the customer’s language', () => {
    expect(readBack(rescueKlaviyo(terms), [[withCode, english]])).toEqual([
      {
        Email: 'nuria@example.com',
        'First Name': '',
        'Last Name': 'Peña Muñoz',
        'Phone Number': '+34600000001',
        'Timon Rescue': '3',
        'Timon Language': 'en',
        'Timon Discount Percent': '15',
        'Timon Code': 'VUELVE-7K2QM',
        'Timon Code Ends': '2026-03-31 21:59:59+00:00',
        'Timon Code Last Day': '31 March',
        'Timon Minimum Basket': '39.5',
        'Timon Currency': 'EUR',
        'Timon Disclosure': 'This discount was personalised using your purchase history.',
      },
    ]);
  });

  it('always says which rescue it is and how many per cent, so that an old code is not taken for a new one', () => {
    expect(readBack(rescueKlaviyo(terms), [[messageOnly, contact()]])[0]).toMatchObject({
      'Timon Rescue': '3',
      'Timon Discount Percent': '0',
      'Timon Code': '',
      'Timon Disclosure': '',
    });
  });
});

describe('a rescue for WhatsApp', () => {
  it('has the message with code and disclosure, and the offer in cells of its own', () => {
    const [row] = readBack(rescueWhatsApp(terms), [[withCode, french]]);
    expect(row).toMatchObject({
      Teléfono: '+34600000001',
      Nombre: 'Núria',
      Código: 'VUELVE-7K2QM',
      'Descuento (%)': '15',
      'Último día': '2026-03-31',
      'Compra mínima (EUR)': '39,5',
    });
    expect(row?.['Mensaje']).toMatch(/VUELVE-7K2QM.*historial de compras\. .*BAJA\.$/);
  });

  it('speaks the campaign’s language to who has none of ours', () => {
    const english = { ...terms, campaignLocale: { language: 'en', tag: 'en-GB' } as const };
    expect(readBack(rescueWhatsApp(english), [[withCode, french]])[0]?.['Mensaje']).toMatch(/^Hi Núria!/);
  });

  it('is a message without a promise where there is no discount', () => {
    const [row] = readBack(rescueWhatsApp(terms), [[messageOnly, contact()]]);
    expect(row?.['Mensaje']).not.toMatch(/código|descuento/);
    expect(row?.['Descuento (%)']).toBe('0');
  });
});

describe.each([rescueKlaviyo(terms), rescueWhatsApp(terms)])('a file that is sent to', (writer) => {
  it('leaves out who did not say yes', () => {
    expect(writer.row(withCode, contact(WITHOUT_CONSENT))).toBe('no-consent');
  });
});
