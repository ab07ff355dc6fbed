import type { Translated } from './catalog';
import type { codesEn } from './codes-en';

export const codesEs: Translated<typeof codesEn> = {
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
      what: 'Falta un permiso para leer pedidos o clientes',
      advice: 'Vuelve a abrir la aplicación y acepta los permisos que pide Shopify.',
    },
    'shop-gone': {
      what: 'Shopify dice que esta tienda ya no existe o está cerrada',
      advice: 'Si la tienda está abierta, desinstala la aplicación y vuelve a instalarla.',
    },
    throttled: {
      what: 'Shopify nos pide ir más despacio',
      advice: 'No tienes que hacer nada: esperamos y seguimos donde lo dejamos.',
    },
    unavailable: {
      what: 'Shopify no responde en este momento',
      advice: 'Suele pasar en unos minutos. Lo volvemos a intentar por nuestra cuenta.',
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
      title: 'Shopify solo nos deja ver los pedidos de los últimos 60 días',
      body: 'Los clientes de siempre parecen nuevos, así que las previsiones son menos fiables de lo que deberían. Acepta el permiso para leer todos los pedidos y se recalcularán.',
    },
    'left-censored': {
      title: 'El historial empieza con la historia a medias',
      body: 'Muchos clientes ya compraban antes del primer pedido que vemos. Su ritmo se estima con menos certeza.',
    },
    'few-repeat-customers': {
      title: 'Pocos clientes han comprado más de una vez',
      body: 'Hay previsión, pero con intervalos anchos. Se estrechan con cada cliente que repite.',
    },
    'outliers-set-aside': {
      title:
        '{count, plural, one {Un cliente compra de forma muy distinta al resto} other {{count, number, whole} clientes compran de forma muy distinta al resto}}',
      body: 'Parecen mayoristas. Conservan su propia previsión, pero no influyen en la de los demás.',
    },
    'no-churn-detectable': {
      title: 'En este periodo no se ve a nadie marcharse del todo',
      body: 'Los pedidos no muestran clientes que dejen de comprar, así que no calculamos la probabilidad de que se hayan ido.',
    },
    'frequency-value-correlation': {
      title: 'Quien compra más a menudo también gasta distinto en cada pedido',
      body: 'El valor de cada cliente lo tiene en cuenta, en lugar de suponer que no hay relación.',
    },
    'stale-data': {
      title: 'Estos números están desactualizados',
      body: 'Los últimos pedidos que hemos visto tienen más de día y medio. Mejor decidir después de la próxima actualización.',
    },
    unknown: {
      title: 'Un aviso sobre los datos ({code})',
      body: 'Este aviso todavía no tiene explicación.',
    },
  },
  activity: {
    'sync-finished':
      '{orders, plural, one {Leído # pedido} other {Leídos {orders, number, whole} pedidos}} de {customers, plural, one {# cliente} other {{customers, number, whole} clientes}} en {seconds, plural, one {# segundo} other {{seconds, number, whole} segundos}}.',
    'sync-failed': 'No se han podido leer los pedidos: {errorCode}.',
    'changes-applied':
      '{orders, plural, =0 {No había cambiado ningún pedido.} one {Aplicado # pedido nuevo o modificado.} other {Aplicados {orders, number, whole} pedidos nuevos o modificados.}}',
    'fit-finished':
      'Calculada la previsión de {customers, plural, one {# cliente} other {{customers, number, whole} clientes}} en {seconds, plural, one {# segundo} other {{seconds, number, whole} segundos}}.',
    'fit-failed': 'No se ha podido calcular la previsión: {errorCode}.',
    'fit-too-early':
      'Hay muy pocas compras repetidas para una previsión; mientras tanto ordenamos a los clientes con reglas sencillas.',
    reconciled:
      '{orders, plural, one {Comparado # pedido} other {Comparados {orders, number, whole} pedidos}} con Shopify: {difference, number, smallPercent} de diferencia en ingresos.',
    'reconciled-repaired':
      '{orders, plural, one {Se ha vuelto a leer de Shopify # pedido que faltaba o era distinto.} other {Se han vuelto a leer de Shopify {orders, number, whole} pedidos que faltaban o eran distintos.}}',
    'compliance-data-request': 'Un cliente ha pedido sus datos; la solicitud tiene su justificante.',
    'compliance-customer-redacted': 'Se han borrado los datos de un cliente que lo pidió.',
    'shop-installed': 'Aplicación instalada.',
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
    nbd: 'NBD: cada cliente compra a su ritmo; no se ve a nadie marcharse',
    rules: 'Reglas: tiempo desde el último pedido, número de pedidos y gasto',
    unknown: '{code}',
  },
  segments: {
    'vip-at-risk': 'VIP en riesgo',
    lost: 'Probablemente perdido',
    loyal: 'Fiel',
    'potential-whale': 'Alto potencial',
    standard: 'Normal',
    unknown: '{code}',
  },
};
