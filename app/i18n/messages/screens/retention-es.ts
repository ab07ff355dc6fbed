import type { Translated } from '../catalog';
import type { retentionEn } from './retention-en';

export const retentionEs: Translated<typeof retentionEn> = {
  retention: {
    history: 'El dinero en riesgo, con el tiempo',
    decision: {
      discount:
        'Escribe {customers, plural, one {al <b># cliente</b> que se está yendo} other {a <b>{customers, number, whole} clientes</b> que se están yendo}}, con un <b>{discount}</b>.',
      upTo: 'Escribe {customers, plural, one {al <b># cliente</b> que se está yendo} other {a <b>{customers, number, whole} clientes</b> que se están yendo}}, con un <b>{discount}</b> como mucho.',
      message:
        'Escribe {customers, plural, one {al <b># cliente</b> que se está yendo} other {a <b>{customers, number, whole} clientes</b> que se están yendo}}, sin descuento.',
      gain: 'Lo más probable {end, select, either {queda entre <b>perder {low} y ganar {high}</b>} other {es ganar de <b>{low} a {high}</b>}} de margen ({times} de cada {of} veces).',
      gainLess:
        'Lo más probable {end, select, either {queda entre <b>perder {low} y ganar {high}</b>} other {es ganar de <b>{low} a {high}</b>}} de margen ({times} de cada {of} veces); sin descuento, unos {less} menos.',
      gainSame:
        'Lo más probable {end, select, either {queda entre <b>perder {low} y ganar {high}</b>} other {es ganar de <b>{low} a {high}</b>}} de margen ({times} de cada {of} veces); sin descuento, más o menos lo mismo.',
      chance: 'Probabilidad de que compense: {chance}.',
      create: 'Crear rescate',
    },
    send: {
      headline:
        'Envía el mensaje del <b>rescate {number, number, whole}</b> a <b>{customers, plural, one {# cliente} other {{customers, number, whole} clientes}}</b>: aún no se les ha escrito y hay tiempo hasta el {until}.',
    },
    why: {
      who: 'No son los que más riesgo tienen de irse, sino aquellos con los que más se puede ganar: quedan fuera quienes volverían igual y quienes no volverán con nada.',
      breakEven:
        'Un código del {discount} a alguien con un {baseline} de probabilidad de volver por su cuenta compensa con {extra} {extraCount, plural, one {vuelta} other {vueltas}} más de cada 100.',
      breakEvenMessage:
        'Un mensaje sin descuento a alguien con un {baseline} de probabilidad de volver por su cuenta compensa con {extra} {extraCount, plural, one {vuelta} other {vueltas}} más de cada 100.',
      learnedNone:
        'Todavía no se ha medido ningún rescate en tu tienda: cómo responden los clientes es una suposición prudente nuestra, y por eso el intervalo es ancho. Lo enseñarán los primeros.',
      learnedFrom:
        'Cómo responden los clientes se ha aprendido de {campaigns, plural, one {# rescate medido} other {# rescates medidos}} en tu tienda, con {customers, plural, one {# cliente} other {{customers, number, whole} clientes}}.',
      marginConfirmed: 'El margen es el tuyo: {margin}. <a>Cambiarlo</a>',
      marginEstimated:
        'El margen es estimado: {margin}. Con tu propia cifra, la recomendación puede cambiar. <a>Dinos tu margen</a>',
      windowOne:
        'Cuenta el margen {days, plural, one {del próximo día} other {de los próximos {days, number, whole} días}} y la mitad del que venga en el año siguiente; la otra mitad habría llegado igual.',
      windows:
        'Cuenta el margen de los próximos {from, number, whole} a {to, number, whole} días, según el ritmo de cada cliente, y la mitad del que venga en el año siguiente; la otra mitad habría llegado igual.',
      leftAlone:
        '{customers, plural, one {# cliente más está} other {{customers, number, whole} clientes más están}} en peligro, pero no se espera que ninguna oferta compense: mejor no escribirles.',
      holdOut:
        'A una parte del grupo, elegida al azar, se la deja tranquila: solo así se ve lo que de verdad aportó el rescate.',
    },
    numbers: {
      marginAtRisk: 'Margen en riesgo',
      marginAtRiskHelp:
        'Lo que tus clientes te dejarían en los próximos 12 meses, pagada la mercancía, si siguieran activos, multiplicado por la probabilidad de que ya se hayan ido.',
      ofRevenue: 'Es el {margin} de {revenue} de ingresos: tu propio margen.',
      wouldBe: 'Son ingresos. Con un margen estimado del {margin}, de {low} a {high} de margen.',
      setMargin: 'Pon\u00a0el\u00a0tuyo',
      rescuable: 'Rescatable',
      rescuableHelp:
        'Margen que se espera ganar si hoy escribes a los clientes recomendados, por encima de no hacer nada y con descuentos y envíos pagados. Cuenta los días en que se mide la respuesta y la mitad del año siguiente.',
      rescuablePeriodOne: '{days, plural, one {# día} other {# días}} y 12 meses más',
      rescuablePeriod: '{from, number, whole} a {to, number, whole} días y 12 meses más',
      rescuableNote:
        'Margen, con {customers, plural, one {# cliente al que escribir} other {{customers, number, whole} clientes a los que escribir}}. Probabilidad de que compense: {chance}.',
      rescuableNone: 'Hoy, nada',
      rescuableNobody:
        'No se espera que ninguna oferta compense con quienes no están ya en un rescate: hoy es mejor no escribirles.',
      rescuableStopped: 'Los rescates están parados. <a>Ver por qué</a>',
      rescued: 'Rescatado',
      rescuedHelp:
        'Margen que trajeron los rescates terminados, medido contra la parte de cada grupo a la que se dejó tranquila a propósito. Con descuentos y envíos pagados, y sin las devoluciones.',
      rescuedPeriod: 'del {from} al {to}',
      rescuedNote:
        '{campaigns, plural, one {# rescate, medido} other {# rescates, medidos}} contra quienes se quedaron sin mensaje. Probabilidad de que {campaigns, plural, one {compensara} other {compensaran}}: {chance}.',
      rescuedNone: 'Aún sin medir',
      rescuedNoneNote:
        'Aquí estará lo que aporten tus rescates por encima de un grupo al que se deja tranquilo a propósito. Crea uno: su resultado llega cuando pasa el tiempo que tienen los clientes para responder, de 30 a 90 días.',
    },
    danger: {
      title: 'En peligro, por lo que se puede recuperar',
      caption: 'Clientes en peligro, primero aquellos de los que más se puede recuperar',
      riskCaption: 'Clientes que se están yendo, primero los que más dinero tienen en riesgo',
      ruleCaption: 'Clientes que tardan más de lo normal, primero los que llevan más sin comprar',
      showAll: 'Ver los {count, number, whole}',
      showFirst: 'Ver solo los {count, number, whole} primeros',
      shown:
        '{count, plural, one {Se muestra # cliente} other {Se muestran {count, number, whole} clientes}}',
    },
    segments: {
      title: 'Tus clientes, según qué hacer',
      caption: 'Segmentos con sus clientes, su valor y qué hacer',
      segment: 'Segmento',
      customers: 'Clientes',
      share: '{share} del total',
      value: 'Valor a 12 meses',
      atRisk: 'En riesgo',
      action: 'Qué hacer',
      range:
        'Son ingresos. Cada importe es más o menos tan incierto como el total: de un {below} por debajo a un {above} por encima, {times} de cada {of} veces.',
      total: 'Todos juntos, en 12 meses: {mean}; lo más probable, entre {low} y {high}.',
      about: {
        'vip-at-risk': 'De la quinta parte que más vale, y es probable que no vuelvan por su cuenta.',
        loyal: 'Siguen viniendo, a su ritmo.',
        'potential-whale': 'De la décima parte que más vale, aún sin un ritmo fijo.',
        standard: 'Hoy no piden nada especial.',
        lost: 'Llevan demasiado tiempo en silencio y volvería poco.',
      },
      do: {
        rescue: 'Crear rescate',
        care: 'Cuidarlos',
        watch: 'Verlos de cerca',
        see: 'Verlos',
        leave: 'Dejarlos tranquilos',
      },
      leaveWhy: 'Lo que traerían no paga la oferta.',
      doFor: '{action}: {segment}',
    },
    findings: {
      title: 'Qué ha cambiado',
      none: 'Desde la última actualización no destaca nada. Es buena noticia.',
      kind: { opportunity: 'Oportunidad', alert: 'Alerta', success: 'Éxito' },
      act: 'Ir a ello',
      actFor: 'Ir a ello: {kind}',
    },
    stopped: {
      noDiscountTitle: 'Los descuentos están parados: por ahora, solo mensajes',
      noDiscount:
        'Dos rescates con descuento probablemente no compensaron, así que recomendamos solo escribir. Los números de esta página ya cuentan con ello.',
      leaveAloneTitle: 'Los rescates están parados',
      leaveAlone:
        'Dos rescates sin descuento tampoco compensaron, probablemente, así que recomendamos no escribir. Más vale saberlo que seguir pagando.',
      link: 'Ver los resultados o reanudarlos',
    },
  },
};
