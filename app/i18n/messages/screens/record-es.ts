import type { Translated } from '../catalog';
import type { recordEn } from './record-en';

export const recordEs: Translated<typeof recordEn> = {
  record: {
    back: 'Todos los clientes',
    unknown: {
      title: 'No conocemos a este cliente',
      body: 'En tus últimos números no hay ningún cliente con esta dirección. Puede que se haya borrado porque lo pidió, o que no tenga ningún pedido que cuente.',
      button: 'Ver todos los clientes',
    },
    leaving: 'Se está yendo',
    lastOrder: 'Último pedido: {ago} ({day})',
    seenFrom: 'Visto desde el {day}',
    decision: {
      act: 'Escribe a este cliente: están en juego <b>{money}</b> de sus próximos 12 meses.',
      actNoMoney: 'Escribe a este cliente: su silencio ya es más largo de lo normal en él.',
      keep: 'Cuida a este cliente: se esperan de él <b>{money}</b> en los próximos 12 meses.',
      'let-go': 'No gastes en recuperar a este cliente: es <b>difícil que vuelva</b> y se espera poco de él.',
      calm: 'Con este cliente no hay nada urgente. En los próximos 12 meses se esperan de él <b>{money}</b>.',
      rules: 'Todavía no hay previsión para este cliente.',
    },
    rulesBody:
      'Los pedidos de tu tienda todavía no dan para una probabilidad que sea algo más que adivinar. Hasta entonces, abajo está lo que ha hecho.',
    value:
      'Tal como va, sus pedidos de los próximos 12 meses valdrán {mean}; lo más probable, entre {low} y {high}, {times} de cada {of} veces.',
    valueExact:
      'Tal como va, sus pedidos de los próximos 12 meses valdrán {mean}; redondeado, todo el intervalo es esa cifra.',
    why: 'Por qué',
    setAside:
      'Este cliente compra de forma muy distinta al resto, como un mayorista. La previsión es la suya propia, no influye en la de los demás y es menos segura.',
    action: { leaving: 'Ver a todos los que se están yendo', all: 'Ver todos los clientes' },
    chances: {
      title: 'Probabilidad de volver',
      name: 'Vuelve en {days, number} días',
      help: 'Probabilidad de al menos un pedido en los {days, number} días que siguen al día del análisis. El intervalo dice con qué precisión lo permiten saber los datos de tu tienda.',
      chart: '{mean}; la probabilidad está entre {low} y {high}, {times} de cada {of} veces.',
      orders:
        '{expectedCount, plural, one {Se espera {expected} pedido} other {Se esperan {expected} pedidos}}; {times} de cada {of} veces, de\u00a0{low}\u00a0a\u00a0{high}.',
      ordersExact:
        '{expectedCount, plural, one {Se espera {expected} pedido} other {Se esperan {expected} pedidos}}; {times} de cada {of} veces, {low}.',
      under: 'menos del {percent}',
      over: 'más del {percent}',
    },
    money: {
      title: 'Cuánto vale',
      value: 'Valor',
      valueHelp:
        'Ingresos, sin devoluciones, que se esperan de este cliente en los próximos 12 meses naturales; el dinero que tarda más cuenta algo menos (descontado). El intervalo contiene lo que gastará de verdad tantas veces como dice.',
      margin: 'De ellos, {money} de margen.',
      noMargin: 'Son ingresos, no margen.',
      order: 'Por pedido',
      orderHelp: 'Valor medio, sin devoluciones, de los pedidos que este cliente haga en adelante.',
      orderNote: 'Hasta ahora: {money} por pedido.',
      drop: 'Frente a su propio pasado',
      dropHelp:
        'Cómo queda el valor de los próximos 12 meses frente al que tenía este mismo cliente justo después de su último pedido. Cada día de silencio le resta algo.',
      dropNote: 'Menos que justo después de su último pedido.',
      dropNone: 'Sin pérdida',
      dropNoneNote: 'Vale lo mismo que justo después de su último pedido.',
      atRisk:
        'En riesgo: {money} de los próximos 12 meses. Es lo que gastaría si siguiera activo, multiplicado por la probabilidad de que ya se haya ido.',
    },
    next: {
      title: 'Cuándo toca el próximo pedido',
      body: 'Si sigue siendo cliente:',
      label: { p50: '5 de cada 10 veces', p80: '8 de cada 10 veces', p95: '95 de cada 100 veces' },
      before:
        '{days, plural, =0 {hoy} one {hasta el {day} (en # día)} other {hasta el {day} (en {days, number, whole} días)}}',
      never: 'no en diez años',
    },
    inside: {
      title: 'Lo que ve el modelo',
      churn: 'No comprará en {days, plural, one {# día} other {{days, number, whole} días}}',
      churnValue: '{mean} (de {low} a {high})',
      alive: 'Sigue siendo cliente, P(alive)',
      aliveNone: 'No se calcula: en tu tienda no se ve a nadie marcharse',
      aliveHelp:
        'P(alive) es una cantidad interna del modelo: la probabilidad de que el cliente no se haya ido para siempre. No dice que vaya a comprar pronto; eso lo dicen las probabilidades de arriba.',
      model: 'Modelo',
    },
    history: {
      title: 'Lo que ha hecho',
      first: 'Primer pedido',
      last: 'Último pedido',
      orders: 'Pedidos contados',
      gap: 'Suele comprar',
      gapValue: '{days, plural, one {cada día} other {cada {days, number, whole} días}}',
      gapNone: 'Aún sin ritmo: hacen falta tres pedidos',
      mean: 'Pedido medio',
      note: 'Los pedidos de un mismo día cuentan como uno.',
    },
    lifeline: {
      title: 'Sus pedidos en el tiempo',
      summary:
        '{orders, plural, one {Un pedido, el {last}} other {{orders, number, whole} pedidos del {first} al {last}}}; {days, plural, =0 {el último, el mismo día del análisis, {today}} one {# día sin comprar hasta el {today}} other {{days, number, whole} días sin comprar hasta el {today}}}.',
      today: 'análisis: {day}',
      dueFar:
        'El próximo pedido toca, 8 de cada 10 veces si sigue siendo cliente, hasta el {day}: el tramo sombreado continúa más allá del dibujo.',
      due: 'El tramo sombreado es cuando toca el próximo pedido, 8 de cada 10 veces si sigue siendo cliente: hasta el {day}.',
      legend: 'Cada barra es un día con pedido; cuanto más alta, más gastó.',
      latest: 'Se dibujan solo los últimos {shown, number, whole} de {orders, number, whole}.',
      none: 'No hay ningún pedido que mostrar.',
      table: 'Verlo como tabla',
      caption: 'Pedidos, los últimos primero',
      day: 'Día',
      gap: 'Días desde el anterior',
      net: 'Importe, sin devoluciones',
      gapFirst: '–',
    },
  },
};
