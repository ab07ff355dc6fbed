import type { ExportLanguage } from './export-locale';

/** Words of the columns that tell who a customer is. */
interface CustomerWords {
  readonly customer: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailConsent: string;
  readonly whatsAppConsent: string;
  readonly record: string;
  readonly yes: string;
  readonly no: string;
}

export const CUSTOMER_WORDS: Readonly<Record<ExportLanguage, CustomerWords>> = {
  es: {
    customer: 'Cliente',
    firstName: 'Nombre',
    lastName: 'Apellidos',
    email: 'Correo electrónico',
    emailConsent: 'Acepta correos',
    whatsAppConsent: 'Acepta WhatsApp',
    record: 'Ficha en Shopify',
    yes: 'sí',
    no: 'no',
  },
  en: {
    customer: 'Customer',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email',
    emailConsent: 'Accepts email',
    whatsAppConsent: 'Accepts WhatsApp',
    record: 'Record in Shopify',
    yes: 'yes',
    no: 'no',
  },
};
