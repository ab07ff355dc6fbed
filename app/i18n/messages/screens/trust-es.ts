import type { Translated } from '../catalog';
import type { trustEn } from './trust-en';

export const trustEs: Translated<typeof trustEn> = {
  trust: {
    title: '¿Podemos fiarnos?',
    kind: {
      shown: 'Una previsión que te mostramos',
      past: 'El mismo método, probado en tu pasado',
      none: 'Aún sin comprobar',
    },
    window: 'Del {first} al {last}',
    ago: '{months, plural, =0 {{days, plural, one {hace # día} other {hace # días}}} one {hace un mes} other {hace # meses}}',
    headline: {
      shown: {
        high: 'La previsión de {ago} se pasó <b>un {percent}</b>: {expectedCount, plural, one {esperaba {expected} pedido} other {esperaba {expected} pedidos}} y {actual, plural, one {llegó #} other {llegaron {actual, number, whole}}}.',
        low: 'La previsión de {ago} se quedó corta <b>un {percent}</b>: {expectedCount, plural, one {esperaba {expected} pedido} other {esperaba {expected} pedidos}} y {actual, plural, one {llegó #} other {llegaron {actual, number, whole}}}.',
        exact:
          'La previsión de {ago} <b>acertó con menos de un 1\u00a0% de error</b>: {expectedCount, plural, one {esperaba {expected} pedido} other {esperaba {expected} pedidos}} y {actual, plural, one {llegó #} other {llegaron {actual, number, whole}}}.',
        nothing:
          'La previsión de {ago} esperaba {expectedCount, plural, one {{expected} pedido} other {{expected} pedidos}} y <b>no llegó ninguno</b>.',
      },
      past: {
        high: 'Una previsión hecha {ago}, con lo que se sabía entonces, se habría pasado <b>un {percent}</b>: {expectedCount, plural, one {habría esperado {expected} pedido} other {habría esperado {expected} pedidos}} y {actual, plural, one {llegó #} other {llegaron {actual, number, whole}}}.',
        low: 'Una previsión hecha {ago}, con lo que se sabía entonces, se habría quedado corta <b>un {percent}</b>: {expectedCount, plural, one {habría esperado {expected} pedido} other {habría esperado {expected} pedidos}} y {actual, plural, one {llegó #} other {llegaron {actual, number, whole}}}.',
        exact:
          'Una previsión hecha {ago}, con lo que se sabía entonces, <b>habría acertado con menos de un 1\u00a0% de error</b>: {expectedCount, plural, one {habría esperado {expected} pedido} other {habría esperado {expected} pedidos}} y {actual, plural, one {llegó #} other {llegaron {actual, number, whole}}}.',
        nothing:
          'Una previsión hecha {ago}, con lo que se sabía entonces, habría esperado {expectedCount, plural, one {{expected} pedido} other {{expected} pedidos}} y <b>no llegó ninguno</b>.',
      },
    },
    inside:
      'El intervalo que dimos, de {low} a {high}, contenía lo que pasó. Debe hacerlo {times} de cada {of} veces.',
    outside:
      'Lo que pasó quedó fuera del intervalo que dimos, de {low} a {high}, que debía contenerlo {times} de cada {of} veces.',
    notShown:
      'Esta previsión no llegaste a verla: ninguna de las nuestras ha cumplido aún su plazo. Es lo que habría hecho el método de hoy, y eso dice menos que una previsión dada por adelantado.',
    unlikely:
      'De {customers, plural, one {# cliente al que dábamos} other {{customers, number, whole} clientes a los que dábamos}} menos de un 20\u00a0%, {cameBack, plural, =0 {<b>no volvió ninguno</b>} other {volvió el <b>{share}</b> ({cameBack, number, whole})}}; se esperaba del {low} al {high}.',
    unlikelyExact:
      'De {customers, plural, one {# cliente al que dábamos} other {{customers, number, whole} clientes a los que dábamos}} menos de un 20\u00a0%, {cameBack, plural, =0 {<b>no volvió ninguno</b>} other {volvió el <b>{share}</b> ({cameBack, number, whole})}}; se esperaba el {low}.',
    unlikelyVerdict: {
      inside: 'Lo que tenía que pasar.',
      above: 'Más de lo esperado: a algunos los dimos por perdidos demasiado pronto.',
      below: 'Menos de lo esperado: fuimos demasiado optimistas con ellos.',
    },
    unlikelyNobody: 'A nadie le dábamos menos de un 20\u00a0%.',
    ranking:
      'Entre un cliente que volvió y otro que no, habíamos puntuado más alto al que volvió <b>{times, number, whole} de cada 100 veces</b>; a cara o cruz serían 50.',
    calibrationError:
      'De media, las probabilidades que dimos se alejan <b>{points} puntos</b> de la parte que volvió.',
    record:
      '{checked, plural, one {Se ha comprobado # previsión nuestra} other {Se han comprobado # previsiones nuestras}}; los pedidos cayeron dentro del intervalo en {held, number} de ellas.',
    next: 'La próxima previsión se comprueba el {day}.',
    model: 'En uso ahora: {model}.',
    correction: {
      both: 'Las probabilidades y los números de pedidos se corrigen con lo que fallaron las pruebas anteriores.',
      chances: 'Las probabilidades se corrigen con lo que fallaron las pruebas anteriores.',
      counts: 'Los números de pedidos se corrigen con lo que fallaron las pruebas anteriores.',
    },
    none: {
      body: 'Todavía no se puede comprobar nada. Ninguna previsión nuestra ha cumplido su plazo y el historial es corto para probar el método en el pasado.',
      due: 'La primera previsión se podrá comprobar el {day}.',
      later: 'La primera previsión se comprueba cuando pasen los días que abarca.',
      missing:
        'Para una prueba en el pasado, tus pedidos deben llegar lo bastante atrás como para apartar la parte más reciente, preverla y comparar. Aparecerá aquí sin que hagas nada.',
      meanwhile: 'Hasta entonces, toma los intervalos como una estimación prudente, no como algo demostrado.',
    },
    rules:
      'Todavía no hay previsión, así que no hay nada que comprobar. Cuando la haya, aquí compararemos lo que dijimos con lo que pasó.',
    calibration: {
      title: 'Cuando decimos 30\u00a0%, ¿es un 30\u00a0%?',
      summary:
        '{groups, plural, one {En el único grupo de clientes} other {De # grupos de clientes}}, {inside, plural, =0 {ninguno volvió tanto como se esperaba} one {# volvió tanto como se esperaba} other {# volvieron tanto como se esperaba}}.',
      chart:
        'Probabilidad que dimos y parte que volvió, por grupos. {summary} De quienes tenían un {first} volvió el {firstActual}; de quienes tenían un {last}, el {lastActual}.',
      axis: 'Parte que volvió',
      given: 'Dijimos',
      came: 'Volvió',
      expected: 'lo que dijimos',
      band: 'lo esperado 9 de cada 10 veces',
      inRange: 'volvió',
      outOfRange: 'volvió, fuera del intervalo',
      table: 'Verlo como tabla',
      customers: 'Clientes',
      range: 'Se esperaba',
      inside: 'dentro de lo esperado',
      above: 'más de lo esperado',
      below: 'menos de lo esperado',
      verdict: 'Resultado',
      rangeValue: 'de {low} a {high}',
    },
    detail: {
      title: 'Previsiones comprobadas',
      made: 'Hecha el',
      kind: 'Tipo',
      shown: 'Te la mostramos',
      past: 'Prueba en el pasado',
      until: 'Hasta',
      expected: 'Esperados',
      range: 'Intervalo',
      actual: 'Llegaron',
      error: 'Diferencia',
      held: 'Dentro del intervalo',
      yes: 'Sí',
      no: 'No',
      high: 'se pasó un {percent}',
      low: 'corta un {percent}',
      exact: 'menos del 1\u00a0%',
      lastTitle: 'La última previsión mostrada, completa',
      lastCaption: 'Previsión del {made} para el tiempo hasta el {until}',
      what: 'Qué',
      purchases: 'Pedidos',
      buyers: 'Clientes que compraron',
      revenue: 'Ingresos',
      note: 'Los pedidos de un cliente en un mismo día cuentan como uno. Las pruebas en el pasado no tienen intervalo propio: de sus errores salen los intervalos.',
    },
    candidates: {
      title: 'Modelos que hemos comparado',
      body: 'Todos previeron {customers, plural, one {al mismo cliente} other {a los mismos {customers, number, whole} clientes}} con lo que se sabía en {origins, plural, one {# día} other {# días}} de tu pasado, y {horizonDays, plural, one {# día} other {# días}} después miramos qué había ocurrido.',
      name: 'Previsión',
      inUse: 'En uso',
      off: 'Pedidos de error, por cliente',
      ranking: 'El bueno delante, de 100',
      calibration: 'Error de la probabilidad, puntos',
      total: 'Total',
      onlyRanks: 'solo ordena',
      explain:
        '«El bueno delante» toma un cliente que volvió y otro que no, y cuenta cuántas veces la previsión había puesto más alto al que volvió: 50 es azar y 100, perfecto. Los dos errores son mejores cuanto más pequeños.',
      ruleBetter:
        'Con franqueza: «{rule}» ordena aquí a los clientes mejor que nuestro modelo ({ruleTimes, number, whole} frente a {ourTimes, number, whole} de 100). Usamos el modelo de todos modos porque una regla no da probabilidades, ni dinero, ni intervalos.',
      ruleEqual:
        'Con franqueza: «{rule}» ordena aquí a los clientes igual de bien que nuestro modelo ({ruleTimes, number, whole} de 100 los dos). Lo que añade el modelo son probabilidades, dinero e intervalos, no un orden mejor.',
      ruleWorse:
        'Ninguna regla sencilla ordena mejor: «{rule}» pone delante al bueno {ruleTimes, number, whole} de cada 100 veces; nuestro modelo, {ourTimes, number, whole}.',
    },
    number: {
      significant: '{value, number, ::@@}',
      decimal: '{value, number, ::.0}',
      small: 'menos de {value, number, ::.0}',
    },
  },
};
