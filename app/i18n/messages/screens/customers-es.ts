import type { Translated } from '../catalog';
import type { customersEn } from './customers-en';

export const customersEs: Translated<typeof customersEn> = {
  customers: {
    title: 'Clientes',
    total: '{count, plural, one {# cliente} other {{count, number, whole} clientes}}',
    caption: 'Clientes, ordenados por {sort}, {order}',
    alias: 'Cliente {alias}',
    privacy: 'Aquí no se guardan nombres: cada cliente tiene un código corto.',
    rulesOnly:
      'Aún hay pocos pedidos para hacer previsiones: ves a los clientes por lo que han hecho hasta ahora, sin probabilidades ni importes.',
    column: {
      customer: 'Cliente',
      returns: 'Volverá en 90 días',
      lastOrder: 'Último pedido',
      value: 'Valor a 12 meses',
      atRisk: 'En riesgo',
      recoverable: 'Recuperable',
      orders: 'Pedidos',
    },
    sort: {
      label: 'Ordenar por',
      'money-at-risk': 'Dinero en riesgo',
      clv: 'Valor a 12 meses',
      'last-order': 'Último pedido',
      'p-buy': 'Probabilidad de volver',
      'rescue-gain': 'Margen recuperable',
      orders: 'Pedidos',
      alias: 'Código de cliente',
    },
    order: { falling: 'de mayor a menor', rising: 'de menor a mayor' },
    orderButton: {
      falling: 'De mayor a menor. Invertir.',
      rising: 'De menor a mayor. Invertir.',
    },
    filter: {
      label: 'Mostrar',
      all: 'Todos los clientes',
      leaving: 'Se están yendo',
      'likely-gone': 'Más de un 70 % de probabilidad de no volver',
      'silent-vip': 'VIP sin pedidos en 60 días',
      'new-whale': 'Nuevos con alto potencial',
      'vip-at-risk': 'VIP en riesgo',
      loyal: 'Fieles',
      'potential-whale': 'Alto potencial',
      standard: 'Normales',
      lost: 'Difícil que vuelvan',
    },
    search: {
      label: 'Buscar',
      placeholder: 'Código, nombre, e-mail o teléfono',
      button: 'Buscar',
      codesOnly:
        'Shopify no ha respondido y solo hemos buscado por código e identificador. Prueba dentro de un momento para buscar por nombre, e-mail o teléfono.',
      noneTitle: 'Sin resultados',
      noneBody:
        'Ningún cliente de «{filter}» coincide con «{search}». Revisa cómo está escrito: sirve el código del cliente, el principio del nombre o del apellido, el e-mail completo o el teléfono. Los clientes sin pedidos pagados no aparecen aquí.',
      noneCodesBody: 'Ningún código o identificador de «{filter}» empieza por «{search}».',
      everywhere: 'Buscar en todos los clientes',
    },
    saved: {
      label: 'Listas guardadas',
      open: 'Guardar esta lista',
      name: 'Nombre de la lista',
      save: 'Guardar',
      close: 'Cancelar',
      delete: 'Eliminar la lista «{name}»',
      saved: 'Lista guardada.',
      deleted: 'Lista eliminada.',
      withoutSearch:
        'Se guardan el filtro y el orden. Lo que has buscado no: puede ser el nombre de una persona.',
      fault: {
        'name-missing': 'Ponle un nombre a la lista.',
        'name-long': 'Usa un nombre de 60 caracteres como máximo.',
        'name-taken': 'Ya hay una lista con este nombre. Elige otro o elimina la que tienes.',
        'too-many': 'Tienes 30 listas, el máximo. Elimina una para guardar otra.',
      },
    },
    choice: {
      label: 'Clientes seleccionados',
      page: 'Seleccionar todos los clientes de esta página',
      customer: 'Seleccionar al cliente {alias}',
      none: 'Selecciona clientes para recuperarlos o exportarlos.',
      count:
        '{count, plural, one {# cliente seleccionado} other {{count, number, whole} clientes seleccionados}}',
      all: '{count, plural, one {Está seleccionado el único cliente} other {Están seleccionados los {count, number, whole} clientes}}',
      selectAll: '{total, plural, one {Seleccionar el único} other {Seleccionar los {total, number, whole}}}',
      clear: 'Quitar la selección',
      rescue: 'Crear rescate',
    },
    daysAgo: '{days, plural, =0 {hoy} one {hace # día} other {hace {days, number, whole} días}}',
    rhythm: 'su ritmo: {days, plural, one {cada día} other {{days, number, whole} días}}',
    noRhythm:
      '{orders, plural, one {# pedido, aún sin ritmo} other {{orders, number, whole} pedidos, aún sin ritmo}}',
    noForecast: 'Sin previsión',
    page: 'Página {page, number, whole} de {pages, number, whole}',
    shown: 'Del {first, number, whole} al {last, number, whole} de {total, number, whole}',
    previous: 'Página anterior',
    next: 'Página siguiente',
    emptyTitle: 'Todavía no hay clientes que mostrar',
    emptyBody:
      'Cuando hayamos leído los pedidos de tu tienda, aquí estará cada cliente con la probabilidad de que vuelva, lo que vale a 12 meses y lo que está en riesgo.',
    emptyButton: 'Ver cómo va',
    noneTitle: 'No hay clientes en este grupo',
    noneBody: 'Ahora mismo nadie cumple las condiciones de «{segment}». Puede ser una buena noticia.',
    noneButton: 'Ver todos los clientes',
  },
};
