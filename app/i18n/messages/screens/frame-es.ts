import type { Translated } from '../catalog';
import type { frameEn } from './frame-en';

export const frameEs: Translated<typeof frameEn> = {
  nav: {
    dashboard: 'Panel',
    customers: 'Clientes',
    rescues: 'Rescates',
    marketing: 'Marketing',
    simulator: 'Simulador',
    connections: 'Conexiones',
  },
  moment: {
    today: 'hoy, {time}',
    yesterday: 'ayer, {time}',
    tomorrow: 'mañana, {time}',
    other: '{date}, {time}',
  },
  range: {
    between: 'entre {low} y {high}',
    exact: 'todo el intervalo: {low}',
    likely: 'Lo más probable, entre {low} y {high}: {times} de cada {of} veces.',
    chart: '{mean}; lo más probable, entre {low} y {high}, {times} de cada {of} veces.',
  },
  failure: {
    title: 'No se ha podido mostrar esta página',
    effect: 'Tus datos y tus números están a salvo: no se ha cambiado nada.',
    notFoundTitle: 'Esta página no existe',
    notFoundEffect: 'Puede que la dirección sea antigua o esté mal escrita.',
    deniedTitle: 'Tu sesión ha caducado',
    deniedEffect: 'Shopify necesita confirmar quién eres antes de mostrar los números.',
    retry: 'Volver a intentarlo',
    home: 'Ir al panel',
    reference: 'Código {status}',
  },
  landing: {
    title: 'Descubre qué clientes se están yendo y cuánto dinero supone',
    body: 'Timón lee los pedidos de tu Shopify y te dice cada día cuánto dinero está en riesgo, con qué clientes y con qué certeza.',
    open: 'Timón funciona dentro del administrador de Shopify: abre tu tienda, entra en Aplicaciones y elige Timón.',
    button: 'Ir al administrador de Shopify',
  },
};
