import type { Translated } from '../catalog';
import type { exportsEn } from './exports-en';

export const exportsEs: Translated<typeof exportsEn> = {
  exports: {
    button: 'Exportar',
    format: {
      csv: {
        name: 'Hoja de cálculo (CSV)',
        help: 'Los números de la pantalla, con su rango, día y método',
      },
      klaviyo: { name: 'Klaviyo', help: 'Perfiles para importar; solo quienes aceptan correos' },
      whatsapp: { name: 'WhatsApp', help: 'Teléfono y mensaje personal; solo quienes aceptan WhatsApp' },
    },
    busy: 'Preparando el archivo: los contactos se leen de Shopify en este momento y no se guardan.',
    done: '{rows, plural, one {Archivo descargado con # cliente.} other {Archivo descargado con {rows, number, whole} clientes.}}',
    leftOut: {
      'no-consent':
        '{count, plural, one {Uno no ha dado permiso para este canal.} other {{count, number, whole} no han dado permiso para este canal.}}',
      'held-out':
        '{count, plural, one {A uno lo dejamos en paz a propósito, para poder medir un rescate.} other {A {count, number, whole} los dejamos en paz a propósito, para poder medir un rescate.}}',
      'no-address':
        '{count, plural, one {Uno no tiene un correo o teléfono que se pueda usar.} other {{count, number, whole} no tienen un correo o teléfono que se pueda usar.}}',
      gone: '{count, plural, one {Uno ya no está en Shopify.} other {{count, number, whole} ya no están en Shopify.}}',
      'over-limit':
        '{count, plural, one {Hay uno más que no cabe: un archivo lleva como mucho {limit, number, whole} clientes. Afina el filtro para llegar a él.} other {Hay {count, number, whole} más que no caben: un archivo lleva como mucho {limit, number, whole} clientes. Afina el filtro para llegar a ellos.}}',
    },
    error: {
      nobody: 'No hay archivo, porque no habría nadie en él.',
      'no-forecast': 'Todavía no hay nada que exportar: el primer análisis de tu tienda no ha terminado.',
      'unknown-rescue': 'Este rescate ya no existe. Vuelve a la lista de rescates.',
      'rescue-not-active':
        'Solo se puede exportar un rescate en marcha, y este no lo está. Mira su estado en esta página.',
      'rescue-over':
        'Los códigos de este rescate ya no se pueden usar, así que no hay nada que enviar. Crea un rescate nuevo.',
      'not-allowed':
        'Shopify no deja que esta app lea nombres, correos y teléfonos. Quien gestiona la tienda puede permitirlo en los permisos de la app.',
      unavailable:
        'Shopify no responde ahora mismo. No se ha descargado nada; prueba otra vez en unos minutos.',
      connection: 'Se ha cortado la conexión. No se ha descargado nada; prueba otra vez.',
      failed:
        'No hemos podido preparar el archivo ({code}). No se ha descargado nada; prueba otra vez y, si sigue pasando, escríbenos con ese código.',
    },
  },
};
