import type { Translated } from '../catalog';
import type { customersEn } from './customers-en';

export const customersEs: Translated<typeof customersEn> = {
  customers: {
    title: 'Clientes',
    total: '{count, plural, one {# cliente} other {{count, number, whole} clientes}}',
    caption: 'Clientes con su previsión, ordenados por {sort}',
    alias: 'Cliente {alias}',
    privacy: 'Aquí no se guardan nombres: cada cliente tiene un código corto.',
    column: {
      customer: 'Cliente',
      returns: 'Volverá en 90 días',
      lastOrder: 'Último pedido',
      value: 'Valor a 12 meses',
      atRisk: 'En riesgo',
      orders: 'Pedidos',
    },
    sort: {
      label: 'Ordenar por',
      'money-at-risk': 'Dinero en riesgo',
      clv: 'Valor a 12 meses',
      'last-order': 'Último pedido',
      'p-buy': 'Probabilidad de volver',
    },
    segment: { label: 'Mostrar', all: 'Todos los clientes' },
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
