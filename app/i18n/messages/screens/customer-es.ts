import type { Translated } from '../catalog';
import type { customerEn } from './customer-en';

export const customerEs: Translated<typeof customerEn> = {
  customer: {
    contact: {
      title: 'Cómo contactarle',
      name: 'Nombre',
      email: 'Correo',
      phone: 'Teléfono',
      noName: 'No lo dio',
      noEmail: 'Ninguno al que se pueda escribir',
      noPhone: 'No lo dio',
      loading: 'Preguntando a Shopify el nombre y los datos de contacto …',
      consent: {
        subscribed: 'acepta publicidad',
        pending: 'aún tiene que confirmar la publicidad',
        unsubscribed: 'ya no quiere publicidad',
        never: 'nunca pidió publicidad',
        unknown: 'ya no se le puede preguntar',
      },
      emailConsent: 'Correo: {consent}',
      smsConsent: 'Por SMS: {consent}',
      whatsAppConsent: 'Por WhatsApp: {consent}',
      note: 'Preguntado a Shopify ahora mismo; Timón no lo guarda.',
      'not-allowed':
        'Shopify no ha permitido a Timón ver nombres, correos y teléfonos de tu tienda. Al cliente lo encuentras en Shopify; los números de esta página no los necesitan.',
      gone: 'Shopify ya no conoce a este cliente: se eliminó, o se borró porque lo pidió. Sus números siguen aquí hasta el próximo cálculo.',
      unavailable: 'Shopify no responde. No afecta a los números de esta página.',
      again: 'Intentarlo otra vez',
    },
    rescues: {
      title: 'Rescates anteriores',
      none: 'Este cliente todavía no ha formado parte de ningún rescate.',
      link: 'Rescate {number, number}',
      started: 'empezó el {day}',
      offer: '{offer} de descuento',
      message: 'un mensaje sin descuento',
      heldOut: 'se le dejó en paz a propósito, para poder medir el efecto',
      open: 'sigue en marcha',
      ordered: 'compró dentro del plazo',
      notOrdered: 'no compró dentro del plazo',
      heldOutOrdered: 'compró sin que nadie se lo pidiera',
      heldOutNotOrdered: 'no compró',
    },
  },
};
