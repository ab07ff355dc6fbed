import type { Translated } from '../catalog';
import type { dashboardEn } from './dashboard-en';

export const dashboardEs: Translated<typeof dashboardEn> = {
  dashboard: {
    title: {
      rescue: 'Hoy hay una decisión que merece la pena',
      'send-rescue': 'Hoy hay una decisión que merece la pena',
      'look-at-risk': 'Hoy hay una decisión que merece la pena',
      'all-quiet': 'Todo en calma: hoy no hay nada urgente',
      'too-early': 'Todavía es pronto para hacer previsiones',
      'no-orders': 'Aún no hay pedidos de los que aprender',
      empty: 'Te damos la bienvenida a Timón',
    },
    eyebrow: 'Recomendación',
    decision: {
      'look-at-risk':
        'Revisa hoy {customers, plural, one {al <b># cliente</b> que se está yendo: de él dependen} other {los <b>{customers, number, whole} clientes</b> que se están yendo: de ellos dependen}} <b>{money}</b> de tus próximos 12 meses.',
      'look-at-top':
        'Empieza hoy por {topCustomers, plural, one {<b># cliente</b>, el más valioso} other {<b>{topCustomers, number, whole} clientes</b>, los más valiosos}} de los {customers, number, whole} que se están yendo. De todos ellos dependen <b>{money}</b> de tus próximos 12 meses.',
      concentration:
        '{topCustomers, plural, one {Ese cliente concentra} other {Esos {topCustomers, number, whole} clientes concentran}} el {topShare} de ese dinero.',
      'all-quiet':
        '{customers, plural, one {Tu <b># cliente</b> mantiene su ritmo} other {Ninguno de tus <b>{customers, number, whole} clientes</b> se ha retrasado respecto a su propio ritmo}}. Hoy puedes dedicar el día a otra cosa.',
      'too-early':
        'Para una previsión fiable hacen falta <b>{required, plural, one {# cliente} other {{required, number, whole} clientes}}</b> que hayan comprado más de una vez; tienes <b>{repeat, number, whole}</b>, con {days, plural, one {# día} other {{days, number, whole} días}} de historial.',
      overdue:
        '{count, plural, =0 {Mientras tanto, con reglas sencillas, nadie se está retrasando.} one {Mientras tanto, con reglas sencillas, hay # cliente que tarda más de lo normal en volver.} other {Mientras tanto, con reglas sencillas, hay {count, number, whole} clientes que tardan más de lo normal en volver.}}',
      progress: 'Clientes que han repetido: {repeat, number, whole} de {required, number, whole}',
      'no-orders':
        'Shopify está conectado, pero aún no hay ningún pedido pagado de un cliente identificado. En cuanto lleguen, tus primeros números aparecerán aquí solos.',
    },
    action: {
      'send-rescue': 'Ir por la lista',
      'look-at-risk': 'Ver quiénes son',
      'all-quiet': 'Ver todos los clientes',
      'too-early': 'Ver los clientes',
      'no-orders': 'Ver la conexión',
    },
    why: {
      show: 'Por qué',
      hide: 'Ocultar el porqué',
      title: 'Cómo se ha calculado',
      rhythm:
        'A cada cliente se le compara con su propio ritmo: 60 días sin comprar son normales en uno y una señal de alarma en otro.',
      chance:
        'Con los pedidos de todos aprendemos qué probabilidad hay de que cada cliente siga activo y vuelva a comprar en los próximos 90 días.',
      money:
        'El dinero en riesgo es lo que un cliente gastaría en 12 meses si siguiera activo, multiplicado por la probabilidad de que ya se haya ido. La recomendación suma a los clientes que se están yendo.',
      certainty:
        'Certeza: el intervalo va de un {below} por debajo a un {above} por encima de la cifra central. Es una estimación, no una promesa.',
      quiet: 'Un cliente solo destaca cuando su silencio es raro en él y hay dinero en juego.',
      sendLate:
        'El plazo para medir corre desde que se creó el rescate, para quienes reciben el mensaje y para quienes no: cuanto más tarde salga, más queda el resultado en manos del azar.',
      sendKnown:
        'Lo sabemos porque la lista no se ha descargado y nadie ha usado un código. Timón no escribe a nadie por su cuenta.',
      early:
        'Con pocas compras repetidas, dar una probabilidad sería adivinar. Hasta entonces ordenamos a los clientes por los días que llevan sin comprar.',
    },
    certainty: {
      high: 'Certeza alta',
      medium: 'Certeza media',
      low: 'Certeza baja',
    },
    numbers: {
      title: 'El dinero',
      next12: 'próximos 12 meses',
      atRisk: 'Dinero en riesgo',
      atRiskHelp:
        'Lo que tus clientes gastarían en los próximos 12 meses si siguieran activos, multiplicado por la probabilidad de que ya se hayan ido. Son ingresos sin devoluciones, no margen.',
      atRiskLeaving:
        '{money}, en {customers, plural, one {# cliente que se está yendo} other {{customers, number, whole} clientes que se están yendo}}; el resto, en quienes probablemente ya se fueron.',
      atRiskLink: 'Ir\u00a0a\u00a0ellos',
      atRiskSpread: 'Repartido entre muchos clientes; hoy no destaca ninguno.',
      notYet: 'Todavía no',
      notYetNote: 'Aparecerá cuando haya suficientes compras repetidas.',
      help: '¿Qué significa «{metric}»?',
    },
    danger: {
      title: 'Se están yendo, por dinero en riesgo',
      ruleTitle: 'Tardan más de lo normal',
      empty: 'Hoy no destaca ningún cliente.',
      all: 'Verlos todos',
    },
    basis: {
      title: 'De dónde salen estos números',
      orders: 'Pedidos contados',
      customers: 'Clientes',
      revenue: 'Ingresos netos',
      period: 'Periodo',
      periodValue: 'Del {first} al {last}',
      guests: 'Pedidos de invitados',
      guestsValue:
        '{count, plural, =0 {Ninguno} one {# (en los totales, sin previsión)} other {{count, number, whole} (en los totales, sin previsión)}}',
      excluded: 'No se cuentan',
      excludedNone: 'Se cuentan todos',
      excludedTest: '{count, plural, one {# de prueba} other {{count, number, whole} de prueba}}',
      excludedCancelled: '{count, plural, one {# cancelado} other {{count, number, whole} cancelados}}',
      excludedUnpaid: '{count, plural, one {# sin pagar} other {{count, number, whole} sin pagar}}',
      excludedNothingPaid:
        '{count, plural, one {# devuelto por completo o gratis, solo en la previsión} other {{count, number, whole} devueltos por completo o gratis, solo en la previsión}}',
      modelled: 'Aprendido de',
      modelledValue:
        '{purchases, plural, one {# compra} other {{purchases, number, whole} compras}} de {customers, plural, one {# cliente} other {{customers, number, whole} clientes}}',
      model: 'Modelo',
      analysis: 'Visto desde el',
    },
    asOf: {
      cutoff: 'Pedidos hasta: {when}',
      computed: 'Calculado: {when}',
      next: 'Próxima actualización: {when}',
      stale: 'Desactualizado',
    },
    recalculate: 'Recalcular ahora',
    notices: 'Conviene saber',
    possibleOn: 'A este ritmo será posible hacia el {day}.',
  },
  reconciliation: {
    title: 'Comparado con Shopify',
    match: 'Coincide',
    close: 'Diferencia pequeña',
    differs: 'No coincide',
    orders: 'Aquí {here, number, whole} pedidos; en Shopify, {source, number, whole}.',
    revenue: 'Aquí {here}; en Shopify, {source}: {difference} de diferencia.',
    at: 'Comparado: {when}',
    repaired:
      '{count, plural, one {Se ha vuelto a leer # pedido.} other {Se han vuelto a leer {count, number, whole} pedidos.}}',
    none: 'Aún sin comparar: se hace después de cada actualización.',
  },
  run: {
    firstTitle: 'Estamos leyendo tu tienda',
    firstBody: 'Puedes salir de esta página: el trabajo sigue y los números estarán aquí cuando vuelvas.',
    refreshTitle: 'Actualizando los números',
    refreshBody: 'Ves los números anteriores hasta que los nuevos estén completos.',
    current: '{step}: {detail}',
    start: 'Analizar mis pedidos',
    startTitle: 'Tu primera decisión, en unos minutos',
    startBody:
      'Timón lee los pedidos de tu tienda, aprende el ritmo de cada cliente y te dice quién se está yendo y cuánto dinero supone. No cambia nada en tu tienda.',
    step: {
      waiting: 'En espera',
      running: 'En curso',
      done: 'Hecho',
      failed: 'Ha fallado',
    },
    orders: '{count, plural, one {# pedido} other {{count, number, whole} pedidos}}',
    ordersOf:
      '{count, number, whole} de {total, plural, one {# pedido} other {{total, number, whole} pedidos}}',
    customers: '{count, plural, one {# cliente} other {{count, number, whole} clientes}}',
    retrying: '{what}. Se vuelve a intentar solo (intento {attempt, number}).',
    bar: 'Progreso: {step}',
    announce: '{step}: {phase}',
    finished: 'Los números están listos.',
    failedFirst: 'No se ha podido terminar la primera lectura',
    failedRefresh: 'No se ha podido terminar la última actualización',
    cancelled: 'La lectura se detuvo antes de terminar',
    effectFirst: 'Todavía no hay números. No se ha guardado nada a medias.',
    effectRefresh: 'Los números que ves siguen siendo los anteriores, completos: {when}.',
    retryAt: 'Próximo intento automático: {when}.',
    retry: 'Intentarlo ahora',
    preview: 'Lo que verás aquí',
    preview1: 'La decisión del día, con su dinero y su certeza.',
    preview2: 'Los clientes que se están yendo, ordenados por lo que hay en juego.',
    preview3: 'De dónde sale cada número, comparado con Shopify.',
  },
};
