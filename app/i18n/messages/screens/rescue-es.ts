import type { Translated } from '../catalog';
import type { rescueEn } from './rescue-en';

export const rescueEs: Translated<typeof rescueEn> = {
  rescue: {
    title: 'Rescates',
    name: 'Rescate {number, number, whole}',
    back: 'Todos los rescates',
    asOf: 'Previsiones del {day}',
    begun: 'Empezado: {when}',
    unknown: {
      title: 'No encontramos este rescate',
      body: 'Puede que se haya descartado, o que la dirección esté incompleta.',
    },
    empty: {
      heading: 'Todavía no hay nada que rescatar',
      body: 'Cuando hayamos leído los pedidos de tu tienda, aquí verás a quién merece la pena recuperar, con qué oferta y, después, lo que de verdad trajo cada rescate.',
      button: 'Ver cómo va',
    },
    noForecast:
      'Tu tienda aún no da para una previsión, y sin ella no se puede decir a quién compensa escribir. En el panel está cuándo será posible.',
    noForecastButton: 'Ir al panel',
    nothing:
      'Hoy no se espera que ninguna oferta compense con quienes no están ya en un rescate. Lo más rentable es no hacer nada más; lo miramos cada noche.',
    list: {
      title: 'Tus rescates',
      none: 'Aún no has creado ninguno.',
      rescue: 'Rescate',
      customers: 'Clientes',
      offer: 'Oferta',
      state: 'Estado',
      result: 'Resultado',
      upTo: 'hasta el {discount}',
      message: 'solo mensaje',
      heldOut: '{count, plural, one {# sin mensaje, para medir} other {# sin mensaje, para medir}}',
    },
    status: {
      checking: 'Mirando a quién se puede escribir',
      ready: 'Sin terminar',
      creating: 'Creando códigos',
      active: 'En marcha',
      measured: 'Medido',
      over: 'Terminado',
      undoing: 'Deshaciendo',
      undone: 'Deshecho',
      failed: 'Ha fallado',
      discarded: 'Descartado',
    },
    stop: {
      'no-discount': {
        title: 'Los descuentos están parados',
        body: 'En dos rescates con descuento, la probabilidad de que compensaran quedó por debajo del 30 %. Desde entonces solo proponemos escribir, sin descuento.',
      },
      'leave-alone': {
        title: 'Los rescates están parados',
        body: 'Tampoco en dos rescates sin descuento llegó al 30 % la probabilidad de que compensaran. Desde entonces proponemos no escribir a nadie.',
      },
      lift: 'Volver a intentarlo',
      lifted: 'Se está calculando de nuevo qué compensa. Lo aprendido se mantiene.',
    },
    checking: {
      heading: 'Estamos mirando a quién se puede escribir',
      body: 'Preguntamos a Shopify, en este momento, quién acepta mensajes y quién tiene una devolución abierta o una suscripción. Puede tardar un minuto; puedes salir de esta página.',
    },
    steps: {
      label: 'Pasos del rescate',
      group: '1. El grupo',
      offer: '2. La oferta',
      create: '3. Crear',
      next: 'Seguir: la oferta',
      last: 'Seguir: crear',
      back: 'Atrás',
    },
    group: {
      heading:
        '{customers, plural, =0 {No hay nadie a quien compense escribir} one {# cliente a quien compensa escribir} other {{customers, number, whole} clientes a quienes compensa escribir}}',
      nobody: 'En este grupo no queda nadie con quien se espere que una oferta compense. Abajo está por qué.',
      gain: 'Si escribes a todos, lo más probable {end, select, either {queda entre perder {low} y ganar {high}} other {es ganar de {low} a {high}}} de margen ({times} de cada {of} veces).',
      from: {
        recommended: 'Los que recomendamos: se están yendo y una oferta puede hacerlos volver.',
        filter: 'De los clientes de tu filtro.',
        customers:
          '{count, plural, one {Del cliente que elegiste.} other {De los {count, number, whole} clientes que elegiste.}}',
      },
      reach:
        '{email, plural, =0 {Ninguno acepta correos} one {# acepta correos} other {{email, number, whole} aceptan correos}}; {whatsApp, plural, =0 {ninguno acepta WhatsApp} one {# acepta WhatsApp} other {{whatsApp, number, whole} aceptan WhatsApp}}.',
      out: 'Quién se queda fuera',
      leftAlone:
        '{count, plural, one {# cliente: ninguna oferta compensa con él} other {{count, number, whole} clientes: ninguna oferta compensa con ellos}}',
      excluded: {
        'no-consent':
          '{count, plural, one {# no acepta correos ni WhatsApp} other {{count, number, whole} no aceptan correos ni WhatsApp}}',
        'open-return':
          '{count, plural, one {# tiene una devolución abierta} other {{count, number, whole} tienen una devolución abierta}}',
        subscription:
          '{count, plural, one {# tiene una suscripción} other {{count, number, whole} tienen una suscripción}}',
        'recent-rescue':
          '{count, plural, one {# estuvo en un rescate hace menos de 90 días} other {{count, number, whole} estuvieron en un rescate hace menos de 90 días}}',
        gone: '{count, plural, one {# ya no existe en Shopify} other {{count, number, whole} ya no existen en Shopify}}',
      },
      notAsked:
        '{count, plural, one {# más podría entrar, pero tu límite es de {largest, number, whole} clientes por rescate. <a>Cambiarlo</a>} other {{count, number, whole} más podrían entrar, pero tu límite es de {largest, number, whole} clientes por rescate. <a>Cambiarlo</a>}}',
      nobodyOut: 'Nadie: se puede escribir a todos los que compensan.',
      table: 'A quién se escribe',
      caption: 'Clientes del rescate, primero aquellos con quienes más se espera ganar',
      customer: 'Cliente',
      alone: 'Volvería por su cuenta',
      aloneIn: 'en {days, plural, one {# día} other {# días}}',
      order: 'Pedido medio',
      expected: 'Ganancia esperada',
      tier: 'Oferta',
      change: 'Cambiar',
      remove: 'Quitar',
      removeThis: 'Quitar al cliente {alias}',
      restore: 'Devolver',
      restoreThis: 'Devolver al cliente {alias}',
      removedTitle: 'Los que has quitado, o a quienes ya no compensa escribir',
      discard: 'Descartar este rescate',
      limited: {
        'no-discount': 'Los descuentos están parados: solo se propone un mensaje. <a>Ver por qué</a>',
        'leave-alone': 'Los rescates están parados: se propone no escribir a nadie. <a>Ver por qué</a>',
      },
    },
    tier: {
      'much-at-stake': 'Mucho en juego',
      'some-at-stake': 'Algo en juego',
      'little-at-stake': 'Poco en juego',
    },
    offer: {
      heading: 'Qué se ofrece a cada grupo',
      intro:
        'A cada grupo, el descuento más pequeño que compensa: un descuento mayor se lo llevarían también quienes volverían igual.',
      introMessage:
        'Solo un mensaje: con estos clientes no se propone ningún descuento. Abajo, oferta por oferta, está por qué.',
      discount: '{discount} de descuento',
      message: 'Un mensaje, sin descuento',
      customers: '{count, plural, one {# cliente} other {{count, number, whole} clientes}}',
      basket: 'Desde {amount} de compra, un uso por cliente, sin sumarse a otros descuentos.',
      noBasket: 'Un uso por cliente, sin sumarse a otros descuentos.',
      gain: 'Lo más probable {end, select, either {queda entre perder {low} y ganar {high}} other {es ganar de {low} a {high}}} de margen ({times} de cada {of} veces).',
      breakEven:
        '{extraCount, plural, =0 {Compensa con cualquier vuelta de más} one {Para compensar hace falta {extra} vuelta más de cada 100} other {Para compensar hacen falta {extra} vueltas más de cada 100}}; por su cuenta {baselineCount, plural, one {volvería {baseline}} other {volverían {baseline}}} de cada 100.',
      breakEvenNever: 'Ni volviendo todos compensaría.',
      options: 'Por qué esta oferta y no otra',
      optionsCaption: 'Lo que traería cada oferta a este grupo',
      option: 'Oferta',
      optionGain: 'Ganancia esperada',
      optionChance: 'Probabilidad de que compense',
      optionVerdict: 'Por qué',
      chosen: 'La elegida',
      verdict: {
        'pays-less': 'Compensa, pero se espera ganar menos',
        'pays-hardly-more': 'Compensa, pero apenas más, y con un descuento mayor',
        loses: 'Costaría más de lo que trae',
        'too-uncertain': 'Demasiado incierto',
        'margin-too-thin': 'No deja un 10 % de margen',
        'above-own-limit': 'Por encima de tu límite',
        stopped: 'Los descuentos están parados',
      },
      messageShort: 'Solo mensaje',
      holdOutTitle: 'Cómo sabremos si funcionó',
      holdOut:
        'A {heldOut, plural, one {# cliente} other {{heldOut, number, whole} clientes}}, elegidos al azar ({share}), no se les escribe: comparar con ellos es lo único que dice si el rescate compensó.',
      noHoldOut:
        'Con menos de {required, number, whole} clientes no se puede apartar a nadie: el rescate se puede hacer, pero no se sabrá si compensó.',
      contacted:
        'Escribiendo a los demás, lo más probable {end, select, either {queda entre perder {low} y ganar {high}} other {es ganar de {low} a {high}}} de margen ({times} de cada {of} veces); probabilidad de que compense: {chance}.',
      contactedAll:
        'Escribiendo a todos, lo más probable {end, select, either {queda entre perder {low} y ganar {high}} other {es ganar de {low} a {high}}} de margen ({times} de cada {of} veces); probabilidad de que compense: {chance}.',
      messageOnly: 'Sin ningún descuento se esperaría ganar {money}.',
      messageOnlyLoss: 'Sin ningún descuento se esperaría perder {money}.',
      basis: {
        none: 'Cómo responden tus clientes a una oferta es todavía una suposición nuestra: lo enseñarán tus primeros rescates.',
        some: 'Aprendido de {campaigns, plural, one {# rescate medido} other {# rescates medidos}} de tu tienda, con {customers, plural, one {# cliente} other {{customers, number, whole} clientes}}.',
      },
      marginConfirmed: 'Calculado con tu margen: {margin}.',
      marginEstimated: 'Calculado con un margen estimado: {margin}. <a>Pon el tuyo</a>',
      contactCost: 'Cada mensaje cuenta {money}.',
      contactCostEstimated: 'Cada mensaje cuenta {money}, una estimación nuestra.',
    },
    create: {
      heading: 'Lo que va a pasar',
      contacted:
        'Se escribe a {contacted, number, whole} de los {customers, number, whole} clientes. Lo que se ofrece a cada grupo:',
      contactedAll:
        '{customers, plural, one {Se escribe a # cliente} other {Se escribe a los {customers, number, whole} clientes}}. Lo que se ofrece a cada grupo:',
      tierDiscount:
        '{tier} ({count, plural, one {# cliente} other {{count, number, whole} clientes}}): {discount} de descuento. {conditions}',
      tierMessage:
        '{tier} ({count, plural, one {# cliente} other {{count, number, whole} clientes}}): un mensaje, sin descuento.',
      codes:
        '{count, plural, =0 {No se crea ningún código: es un mensaje sin descuento.} one {Se crea # código en Shopify, solo para estos clientes.} other {Se crean # códigos en Shopify, solo para estos clientes.}}',
      until:
        '{codes, plural, one {El código vale hasta el {day}.} other {Los códigos valen hasta el {day}.}}',
      heldOut:
        '{count, plural, one {# cliente de esos grupos, elegido al azar, queda sin mensaje y no aparece en ningún archivo.} other {{count, number, whole} clientes de esos grupos, elegidos al azar, quedan sin mensaje y no aparecen en ningún archivo.}}',
      nobodyHeldOut: 'No se aparta a nadie: el grupo es demasiado pequeño para medir.',
      send: 'Después descargas la lista para Klaviyo o WhatsApp y envías el mensaje tú: Timón no escribe a nadie.',
      outcome:
        'El resultado estará cuando pasen {from, plural, one {# día} other {# días}} (hasta {to, plural, one {# día} other {# días}} para quien compra menos a menudo).',
      outcomeOne: 'El resultado estará cuando {days, plural, one {pase # día} other {pasen # días}}.',
      disclosureTitle: 'La ley pide que el mensaje lo diga',
      disclosure: 'Va ya en los archivos que se descargan.',
      button: 'Crear el rescate',
      missingScope: {
        title: 'Shopify aún no deja que Timón cree descuentos',
        body: 'Abre Timón otra vez desde el panel de Shopify y acepta el permiso de descuentos; este rescate sigue aquí.',
      },
      lookedUpAgain:
        'Algunos clientes entraron en otro rescate mientras tanto. Hemos vuelto a mirar el grupo: repásalo.',
      notReady: 'El rescate ha cambiado mientras tanto. Repasa el grupo.',
    },
    creating: {
      heading: '{codes, plural, =0 {Preparando el rescate} other {Creando los códigos en Shopify}}',
      body: 'El grupo de control ya está sorteado y guardado. Puedes salir de esta página.',
      progress: '{ready, number, whole} de {total, number, whole} códigos',
    },
    undoing: {
      heading: '{codes, plural, =0 {Deshaciendo el rescate} other {Retirando los códigos}}',
      body: '{codes, plural, =0 {Es cosa de unos segundos.} other {En unos segundos dejarán de valer.}}',
    },
    active: {
      headline:
        '{contacted, plural, one {<b># cliente</b> espera tu mensaje.} other {<b>{contacted, number, whole} clientes</b> esperan tu mensaje.}}',
      headlineSent:
        '{contacted, plural, one {Se ha descargado la lista con <b># cliente</b>.} other {Se ha descargado la lista con <b>{contacted, number, whole} clientes</b>.}}',
      headlineUsed:
        '{used, plural, one {<b># cliente</b> ha usado ya su código.} other {<b>{used, number, whole} clientes</b> han usado ya su código.}}',
      send: 'Descarga la lista y envía el mensaje hoy: el plazo para medir ya corre, hasta el {day}.',
      sent: 'La respuesta se mide hasta el {day}.',
      neverSent:
        'La lista de este rescate no se descargó nunca: es probable que nadie recibiera el mensaje, y entonces el resultado es fruto del azar.',
      neverSentInTime: 'Los códigos ya no valen, y nadie descargó la lista.',
      heldOut:
        '{count, plural, one {# cliente no recibe nada, a propósito: con él se compara.} other {{count, number, whole} clientes no reciben nada, a propósito: con ellos se compara.}}',
      code: 'Código',
      codes: 'Códigos',
      codesCaption: 'Códigos de este rescate',
      percent: 'Descuento',
      basket: 'Compra mínima',
      noBasket: 'ninguna',
      customers: 'Clientes',
      until: 'Hasta',
      codeStatus: 'Estado',
      codeState: { pending: 'Creándose', ready: 'Activo', ended: 'Terminado', failed: 'Ha fallado' },
      copy: 'Copiar {code}',
      copyText: 'Copiar la frase',
      copied: 'Copiado',
      copyFailed: 'No se ha podido copiar: selecciónalo a mano.',
      undo: 'Deshacer el rescate',
      undoSure:
        '¿Seguro? {codes, plural, =0 {Lo que traiga ya no se medirá.} one {El código dejará de valer en el acto, también para quien ya lo recibió.} other {Los códigos dejarán de valer en el acto, también para quien ya los recibió.}}',
      undoYes: 'Sí, deshacerlo',
      undoNo: 'No, dejarlo en marcha',
      notUndone: 'No se ha podido deshacer el rescate: sus códigos siguen valiendo. Vuelve a deshacerlo.',
      members: 'Quién está en este rescate',
      arm: 'Recibe',
      contacted: 'mensaje',
      'held-out': 'nada: grupo de control',
    },
    undone: {
      heading: 'Rescate deshecho',
      body: '{codes, plural, =0 {} one {Su código ya no vale. } other {Sus códigos ya no valen. }}{exported, select, yes {La lista se había descargado: a quien ya escribiste no le propondremos otro rescate en 90 días.} other {Nadie había descargado la lista, así que sus clientes pueden entrar en otro rescate.}}',
    },
    failed: {
      heading: 'El rescate no se ha podido terminar',
      before: 'No se ha creado nada en Shopify ni se ha apartado a nadie.',
      after: 'El grupo de control está guardado; lo que ya se creó sigue ahí. Puedes seguir donde se quedó.',
      gone: 'Las previsiones en que se apoyaba ya no están. Empieza otro rescate con las de hoy.',
      retry: 'Seguir donde se quedó',
      again: 'Ir a los rescates',
    },
    discarded: {
      heading: 'Rescate descartado',
      body: 'No se creó nada en Shopify ni se apartó a nadie. Un rescate sin terminar se descarta solo en una semana: sus previsiones ya son de otro momento.',
    },
    outcome: {
      heading: 'Resultado',
      measured: 'Medido con los pedidos hasta el {day}',
      'too-early':
        'Demasiado pronto: {buyers, plural, one {ha comprado # cliente} other {han comprado {buyers, number, whole} clientes}} de unos {needed, number, whole} que hacen falta para saberlo. {daysLeft, plural, one {Queda # día.} other {Quedan # días.}}',
      'still-open':
        'Todavía no: {daysLeft, plural, one {queda # día} other {quedan # días}} para medir. {buyers, plural, one {Ya ha comprado # cliente, suficiente} other {Ya han comprado {buyers, number, whole} clientes, suficientes}} para saberlo entonces.',
      'too-few-orders':
        'Muy pocos pedidos para saberlo: {buyers, plural, one {compró # cliente} other {compraron {buyers, number, whole} clientes}} de unos {needed, number, whole} que harían falta. Lo aprendido se suma a los próximos rescates.',
      'probably-paid': 'Probablemente compensó ({chance}).',
      unclear:
        'No se puede saber si compensó (probabilidad de que sí: {chance}). Los próximos rescates lo irán aclarando.',
      'did-not-pay':
        'Probablemente no compensó (probabilidad de que sí: {chance}). La próxima vez, mejor escribir sin descuento.',
      'did-not-pay-message': 'Probablemente no compensó (probabilidad de que sí: {chance}).',
      'no-hold-out':
        'No se puede saber si compensó: no se apartó a nadie con quien comparar. {daysLeft, plural, =0 {} one {Queda # día del plazo.} other {Quedan # días del plazo.}}',
      rescued: 'Rescatado',
      rescuedHelp:
        'Margen que trajeron los clientes a quienes se escribió por encima de lo que trajo el grupo de control, con descuentos y mensajes pagados y sin las devoluciones; cuenta la mitad de lo que se espera de los que volvieron en el año siguiente.',
      rescuedPeriod: 'los días medidos y medio año siguiente',
      till: 'De ello, ya en caja',
      tillHelp:
        'Lo mismo, contando solo los pedidos que llegaron en los días medidos, por todos los clientes a quienes se escribió.',
      tillPeriod: 'los días medidos',
      extra: 'Vueltas de más, por cada 100',
      extraHelp:
        'Cuántos clientes más compraron, de cada 100 a quienes se escribió, que en el grupo de control.',
      contacted: 'Con mensaje',
      heldOut: 'Sin mensaje (control)',
      bought: 'Compraron',
      of: '{bought, number, whole} de {total, number, whole} ({share})',
      codeUsers: 'Usaron el código',
      others: 'Cuentan todos los pedidos, con código o sin él: hay quien vuelve por el mensaje y no lo usa.',
      othersMessage: 'Cuentan todos los pedidos, los haya traído el mensaje o no: lo dice la comparación.',
      table: 'Quién compró',
      group: 'Grupo',
    },
    disclosure: 'Este descuento se ha personalizado a partir de tu historial de compras.',
  },
};
