import type { Translated } from './catalog';
import type { codesEn } from './codes-en';
import { findingsEs } from './findings-es';

export const codesEs: Translated<typeof codesEn> = {
  findings: findingsEs,
  errors: {
    unauthorized: {
      what: 'Shopify ya no acepta nuestro acceso',
      advice: 'Vuelve a abrir la aplicación desde el administrador de Shopify para renovar el permiso.',
    },
    'payment-required': {
      what: 'Shopify ha pausado el plan de esta tienda',
      advice: 'Cuando el plan de Shopify vuelva a estar activo, la lectura sigue sola.',
    },
    'missing-scope': {
      what: 'Falta un permiso de Shopify: leer pedidos y clientes, o crear descuentos',
      advice: 'Vuelve a abrir la aplicación y acepta los permisos que pide Shopify.',
    },
    'shop-gone': {
      what: 'Shopify dice que esta tienda ya no existe o está cerrada',
      advice: 'Si la tienda está abierta, desinstala la aplicación y vuelve a instalarla.',
    },
    forbidden: {
      what: 'Shopify no deja entrar a la aplicación en esta tienda',
      advice:
        'Vuelve a abrir la aplicación desde el administrador de Shopify; si sigue igual, consulta con quien gestione los permisos de la tienda.',
    },
    throttled: {
      what: 'Shopify nos pide ir más despacio',
      advice: 'No tienes que hacer nada: esperamos y seguimos donde lo dejamos.',
    },
    'too-costly': {
      what: 'A Shopify le parece demasiado grande una de nuestras consultas',
      advice: 'Vuelve a intentarlo; si sigue igual, escríbenos e indica la hora de este aviso.',
    },
    unavailable: {
      what: 'Shopify no responde en este momento',
      advice: 'Suele pasar en unos minutos. Lo volvemos a intentar por nuestra cuenta.',
    },
    'queue-unavailable': {
      what: 'La cola de nuestros propios trabajos no responde',
      advice: 'No se ha perdido nada: seguiremos por nuestra cuenta en cuanto responda.',
    },
    'bulk-refused': {
      what: 'Shopify ha rechazado la exportación masiva de pedidos',
      advice: 'Leemos los pedidos página a página, que tarda algo más.',
    },
    'bulk-failed': {
      what: 'Shopify no ha podido terminar la exportación de pedidos',
      advice: 'Pedimos otra. Si vuelve a fallar, leeremos página a página.',
    },
    truncated: {
      what: 'El archivo de pedidos ha llegado cortado',
      advice: 'No se ha guardado nada a medias. Lo descargamos otra vez.',
    },
    'expired-url': {
      what: 'El enlace a los pedidos exportados ha caducado',
      advice: 'Pedimos a Shopify una exportación nueva.',
    },
    'invalid-response': {
      what: 'Shopify ha respondido algo que no entendemos',
      advice: 'Vuelve a intentarlo; si sigue igual, escríbenos e indica la hora de este aviso.',
    },
    timeout: {
      what: 'El trabajo ha tardado más de lo permitido',
      advice: 'Vuelve a intentarlo: sigue desde el último paso terminado.',
    },
    'worker-died': {
      what: 'El trabajo se ha cortado varias veces seguidas',
      advice: 'Vuelve a intentarlo; si sigue igual, escríbenos e indica la hora de este aviso.',
    },
    internal: {
      what: 'Algo ha fallado por nuestra parte',
      advice: 'Vuelve a intentarlo; si sigue igual, escríbenos e indica la hora de este aviso.',
    },
    unknown: {
      what: 'Ha fallado algo que aún no sabemos nombrar ({code})',
      advice: 'Vuelve a intentarlo; si sigue igual, escríbenos e indica ese código.',
    },
  },
  notices: {
    'short-order-scope': {
      title:
        'Shopify solo nos deja ver los pedidos {days, plural, one {del último día} other {de los últimos # días}}',
      body: 'Los clientes de siempre parecen nuevos, así que las previsiones son menos fiables de lo que deberían. Acepta el permiso para leer todos los pedidos y se recalcularán.',
    },
    'history-may-start-late': {
      title: 'Puede que el historial empiece con la historia a medias',
      body: 'El {share, number, smallPercent} de los clientes aparece en los primeros {days, number, whole} días: muchos ya habrían comprado antes. Su ritmo se estima con menos certeza.',
    },
    'few-repeat-customers': {
      title:
        '{repeatCustomers, plural, one {Solo # cliente ha comprado} other {Solo {repeatCustomers, number, whole} clientes han comprado}} más de una vez',
      body: 'Hay previsión, pero con intervalos anchos. A partir de {recommended, number, whole} se estrechan.',
    },
    'model-needs-repeat-customers': {
      title: 'Hacen falta más clientes que repitan',
      body: 'Hay {repeatCustomers, number, whole} y se necesitan {required, number, whole} para una previsión. Hasta entonces ordenamos a los clientes con reglas sencillas.',
    },
    'model-needs-history': {
      title: 'Hace falta más historial',
      body: 'Hay {historyDays, number, whole} días de pedidos y se necesitan {requiredDays, number, whole}: el doble de lo que suele pasar entre dos compras. Hasta entonces ordenamos a los clientes con reglas sencillas.',
    },
    'model-did-not-fit': {
      title: 'El modelo no encaja con estos pedidos',
      body: 'Preferimos no dar una previsión a dar una de la que no nos fiamos. Mientras tanto ordenamos a los clientes con reglas sencillas.',
    },
    'wholesale-set-aside': {
      title:
        '{customers, plural, one {Un cliente compra de forma muy distinta al resto} other {{customers, number, whole} clientes compran de forma muy distinta al resto}}',
      body: 'Parecen mayoristas. Conservan su propia previsión, pero no influyen en la de los demás.',
    },
    'no-churn-detectable': {
      title: 'En este periodo no se ve a nadie marcharse del todo',
      body: 'Los pedidos no muestran clientes que dejen de comprar, así que no calculamos la probabilidad de que se hayan ido.',
    },
    'value-depends-on-frequency': {
      title: 'Quien compra más a menudo también gasta distinto en cada pedido',
      body: 'El valor de cada cliente se calcula teniéndolo en cuenta, y es algo menos seguro.',
    },
    'value-fallback': {
      title: 'El valor por pedido es una media prudente',
      body: 'Los importes no siguen el patrón habitual, así que el valor de cada cliente se apoya en sus pedidos y en la media de la tienda.',
    },
    'no-revenue': {
      title: 'Los pedidos no traen importes',
      body: 'Hay previsión de pedidos, pero no de dinero.',
    },
    'empty-days': {
      title:
        '{days, plural, one {Un día de compra se quedó en nada} other {{days, number, whole} días de compra se quedaron en nada}}',
      body: 'Lo comprado era gratis o se devolvió por completo, así que no cuentan como compras.',
    },
    'refunds-without-order': {
      title:
        '{customers, plural, one {Un cliente tiene una devolución sin su pedido} other {{customers, number, whole} clientes tienen devoluciones sin su pedido}}',
      body: 'El pedido es anterior a lo que podemos ver. La devolución no se resta de ningún otro pedido.',
    },
    'totals-interval-default': {
      title: 'Los intervalos de los totales todavía son prudentes',
      body: 'Añadimos un {modelError, number, smallPercent} de posible error del propio modelo: {origins, plural, =0 {tu historial aún no permite probar la previsión en el pasado} one {tu historial solo permite una prueba en el pasado} other {tu historial solo permite # pruebas en el pasado}}, demasiado poco para medir ese error en tu tienda.',
    },
    'customers-older-than-data': {
      title:
        '{customers, plural, one {Un cliente ya compraba antes de que empiecen los datos} other {{customers, number, whole} clientes ya compraban antes de que empiecen los datos}}',
      body: 'Son el {share, number, smallPercent} de tus clientes. Conservan su propia previsión, pero como no vemos sus primeros pedidos no influyen en la de los demás.',
    },
    'season-used': {
      title: 'Las previsiones siguen la temporada de tu propia tienda',
      body: 'En {years, plural, one {# año} other {# años}} de pedidos, el pico llega hacia la semana {peakWeek, number} del año, con {peakFactor, number, ::.0#} veces las compras de una semana normal. Con ello las previsiones del pasado habrían salido mejor, así que se usa.',
    },
    unknown: {
      title: 'Un aviso sobre los datos ({code})',
      body: 'Este aviso todavía no tiene explicación.',
    },
  },
  activity: {
    'rescue-created':
      'Rescate {number} creado: {contacted, plural, one {# cliente con mensaje} other {{contacted, number, whole} clientes con mensaje}} y {heldOut, plural, one {# sin él} other {{heldOut, number, whole} sin él}}, para medir.',
    'rescue-undone': 'Rescate {number} deshecho: sus códigos ya no valen.',
    'rescue-measured': 'Rescate {number} medido: ya se sabe lo que trajo.',
    'sync-finished':
      '{orders, plural, one {Leído # pedido} other {Leídos {orders, number, whole} pedidos}} de {customers, plural, one {# cliente} other {{customers, number, whole} clientes}}.',
    'ingest-failed': 'No se han podido leer los pedidos: {errorCode}.',
    'changes-applied':
      '{orders, plural, =0 {No había cambiado ningún pedido.} one {Aplicado # pedido nuevo o modificado.} other {Aplicados {orders, number, whole} pedidos nuevos o modificados.}}',
    'fit-finished':
      'Calculada la previsión de {customers, plural, one {# cliente} other {{customers, number, whole} clientes}}.',
    'clv-failed': 'No se ha podido calcular la previsión: {errorCode}.',
    'insights-failed': 'No se ha podido preparar la decisión: {errorCode}.',
    'fit-too-early':
      'Hay muy pocas compras repetidas para una previsión; mientras tanto ordenamos a los clientes con reglas sencillas.',
    reconciled:
      '{orders, plural, one {Comparado # pedido} other {Comparados {orders, number, whole} pedidos}} con Shopify: {difference, number, smallPercent} de diferencia en ingresos.',
    'reconciled-repaired':
      '{orders, plural, one {Se ha vuelto a leer de Shopify # pedido que faltaba o era distinto.} other {Se han vuelto a leer de Shopify {orders, number, whole} pedidos que faltaban o eran distintos.}}',
    'compliance-data-request': 'Un cliente ha pedido sus datos; la solicitud tiene su justificante.',
    'compliance-customer-redacted': 'Se han borrado los datos de un cliente que lo pidió.',
    'shop-installed': 'Aplicación instalada.',
    'shop-uninstalled': 'Aplicación desinstalada; ya no se lee nada más.',
    'scopes-changed': 'Han cambiado los permisos de la aplicación en Shopify.',
    unknown: 'Actividad que aún no tiene descripción ({code}).',
  },
  steps: {
    ingest: 'Leer los pedidos',
    clv: 'Calcular la previsión',
    insights: 'Preparar la decisión',
  },
  phases: {
    requesting: 'Pidiendo los pedidos a Shopify',
    exporting: 'Shopify está preparando la exportación',
    downloading: 'Descargando los pedidos',
    paging: 'Leyendo los pedidos página a página',
    saving: 'Guardando los pedidos',
    reading: 'Reuniendo las compras de cada cliente',
    fitting: 'Aprendiendo el ritmo de cada cliente',
    storing: 'Guardando las previsiones',
    writing: 'Escribiendo la recomendación',
    unknown: 'Trabajando',
  },
  models: {
    'mbg-nbd': 'MBG/NBD: cada cliente compra a su ritmo y puede irse después de cualquier pedido',
    'bg-nbd': 'BG/NBD: cada cliente compra a su ritmo y puede irse después de un pedido',
    'mbg-cnbd-2':
      'MBG/CNBD-2: cada cliente compra a su ritmo, bastante regular, y puede irse después de cualquier pedido',
    'mbg-cnbd-3':
      'MBG/CNBD-3: cada cliente compra a su ritmo, muy regular, y puede irse después de cualquier pedido',
    nbd: 'NBD: cada cliente compra a su ritmo; no se ve a nadie marcharse',
    rules: 'Reglas: tiempo desde el último pedido, número de pedidos y gasto',
    unknown: '{code}',
  },
  candidates: {
    hiatus: 'Regla: días desde el último pedido',
    'last-window': 'Regla: lo mismo que en el último periodo',
    'bg-nbd': 'A su ritmo, puede irse después de repetir (BG/NBD)',
    'mbg-nbd': 'A su ritmo, puede irse tras cualquier pedido (MBG/NBD)',
    'mbg-cnbd-2': 'Ritmo bastante regular, puede irse tras cualquier pedido (MBG/CNBD-2)',
    'mbg-cnbd-3': 'Ritmo muy regular, puede irse tras cualquier pedido (MBG/CNBD-3)',
    nbd: 'A su ritmo, no se va nadie (NBD)',
    corrected: 'El modelo elegido, corregido con lo que enseñó el pasado',
    unknown: '{code}',
  },
  choices: {
    'default-held':
      'Es el modelo del que partimos y, en {origins, plural, one {# prueba con tu pasado} other {# pruebas con tu pasado}}, ningún otro acertó más de lo que explica el azar.',
    'better-in-backtest':
      'En {origins, plural, one {# prueba con tu pasado} other {# pruebas con tu pasado}} acertó más que el modelo del que partimos: {gain} puntos de nota por cliente, con un margen de error de {error}.',
    'as-good-and-likelier':
      'En {origins, plural, one {# prueba con tu pasado} other {# pruebas con tu pasado}} acertó tanto como el modelo del que partimos, y explica mucho mejor los pedidos de tus clientes: llegan con más regularidad que al azar.',
    'default-unchecked':
      'Es el modelo del que partimos: aún no hay historial para compararlo con otros en tu tienda.',
    'no-churn-detectable':
      'Tus pedidos no distinguen a quien se va de quien compra poco, así que el modelo supone que no se va nadie.',
    unknown: 'El motivo todavía no tiene descripción ({code}).',
  },
  reasons: {
    overdue:
      'Lleva {days, plural, one {# día} other {{days, number, whole} días}} sin comprar, cuando suele hacerlo {usualGapDays, plural, one {cada día} other {cada {usualGapDays, number, whole} días}}: {times} veces lo habitual.',
    'on-rhythm':
      '{days, plural, =0 {Compró el mismo día del análisis} one {Lleva # día sin comprar} other {Lleva {days, number, whole} días sin comprar}}: es lo normal en este cliente, que suele hacerlo {usualGapDays, plural, one {cada día} other {cada {usualGapDays, number, whole} días}}.',
    'one-time':
      'Solo ha comprado una vez, {days, plural, =0 {hoy} one {hace # día} other {hace {days, number, whole} días}}.',
    new: 'Es un cliente nuevo: su primer pedido llegó {days, plural, =0 {hoy} one {hace # día} other {hace {days, number, whole} días}}.',
    frequent:
      'Compra mucho más a menudo que la mayoría de tus clientes: {orders, plural, one {# pedido} other {{orders, number, whole} pedidos}}, a un ritmo de {perYear} al año.',
    rare: 'Compra mucho menos a menudo que la mayoría de tus clientes: {orders, plural, one {# pedido} other {{orders, number, whole} pedidos}}, a un ritmo de {perYear} al año.',
    slowing:
      'Compra cada vez más espaciado: {recentGapDays, plural, one {# día} other {{recentGapDays, number, whole} días}} entre sus dos últimos pedidos, cuando lo habitual {usualGapDays, plural, one {era # día} other {eran {usualGapDays, number, whole} días}}.',
    'big-spender': 'Gasta {orderValue} por pedido; lo habitual en tu tienda es {shopMedian}.',
    'small-spender': 'Gasta solo {orderValue} por pedido; lo habitual en tu tienda es {shopMedian}.',
    unknown: 'Hay un motivo que todavía no tiene descripción ({code}).',
  },
  segments: {
    leaving: 'Se están yendo',
    'vip-at-risk': 'VIP en riesgo',
    lost: 'Difícil que vuelva',
    loyal: 'Fiel',
    'potential-whale': 'Alto potencial',
    standard: 'Normal',
    unknown: '{code}',
  },
};
