import type { Translated } from '../catalog';
import type { chartsEn } from './charts-en';

export const chartsEs: Translated<typeof chartsEn> = {
  charts: {
    table: 'Verlo como tabla',
    day: 'Día',
    range: 'Intervalo',
    rangeValue: 'de {low} a {high}',
    analysis: 'análisis: {day}',
    atRisk: {
      title: 'Dinero en riesgo a lo largo del tiempo',
      begins:
        '{now} La línea empieza aquí: cada cálculo nuevo añade un punto, y entonces se verá lo que cambia.',
      now: 'El {day} había {mean} en riesgo; lo más probable, entre {low} y {high}, {times} de cada {of} veces.',
      nowExact: 'El {day} había {mean} en riesgo; redondeado, todo el intervalo es esa cifra.',
      realMore: 'Desde el {day}: {amount} más. Los intervalos no se tocan: es un cambio real.',
      realLess: 'Desde el {day}: {amount} menos. Los intervalos no se tocan: es un cambio real.',
      withinMore: 'Desde el {day}: {amount} más, dentro de los intervalos: no es un cambio real.',
      withinLess: 'Desde el {day}: {amount} menos, dentro de los intervalos: no es un cambio real.',
      same: 'Desde el {day}: sin cambios.',
      legend:
        'La línea es lo más probable en cada cálculo; la banda contiene la cantidad verdadera {times} de cada {of} veces.',
      thinned: 'Se dibujan {shown, number, whole} de {all, number, whole} cálculos.',
      caption: 'Dinero en riesgo en cada cálculo, el último primero',
      money: 'En riesgo',
    },
    chance: {
      title: 'Probabilidad de un pedido a lo largo del tiempo',
      fell: 'Desde el último pedido, la probabilidad de otro en {days, number} días ha bajado: antes {then}, ahora {now}. Con {days, number} días más sin comprar, será {later}.',
      rose: 'Desde el último pedido, la probabilidad de otro en {days, number} días ha subido: antes {then}, ahora {now}. Con {days, number} días más sin comprar, será {later}.',
      steady:
        'La probabilidad de un pedido en {days, number} días es {now}, como justo después del último. Con {days, number} días más sin comprar, será {later}.',
      fresh:
        'La probabilidad de un pedido en {days, number} días es {now}. Con {days, number} días sin comprar, será {later}.',
      legend:
        'Las barritas son pedidos. Hasta el análisis la línea es continua; a trazos, lo que viene si no compra. La banda contiene la probabilidad verdadera {times} de cada {of} veces.',
      how: 'Calculado con el modelo del {day}, cada día con los pedidos hasta entonces. El último punto lo corrige el propio pasado de tu tienda; toda la línea se mueve con él.',
      caption: 'Probabilidad de un pedido en {days, number} días, el último día primero',
      column: 'Pedido en {days, number} días',
      event: 'Ese día',
      order: 'pedido',
      none: '–',
      ifNone: 'si no compra',
    },
  },
};
