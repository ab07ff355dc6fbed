import type { Translated } from '../catalog';
import type { settingsEn } from './settings-en';

export const settingsEs: Translated<typeof settingsEn> = {
  settings: {
    title: 'Ajustes',
    subtitle:
      'Tres respuestas para que las recomendaciones sean las tuyas. Puedes cambiarlas cuando quieras.',
    back: 'Volver al panel',
    save: 'Guardar',
    saved: 'Guardado. Las recomendaciones se están volviendo a calcular.',
    savedCurrency: 'Confirmada.',
    notSaved: 'Todavía no se ha guardado nada: revisa lo que está marcado.',
    confirmedOn: 'Confirmado: {when}',
    state: { confirmed: 'Confirmado', estimated: 'Estimado', open: 'Por confirmar' },
    margin: {
      title: 'Margen bruto',
      body: 'Lo que queda de una venta después de pagar la mercancía. De él depende hasta qué descuento sale a cuenta.',
      category: 'Qué vendes sobre todo',
      categoryNone: 'Prefiero no decirlo',
      categoryHelp:
        'Mientras no nos digas tu cifra, trabajamos con un {margin}: el extremo prudente de lo que las tablas publicadas de tiendas online consideran habitual. Donde se use, verás «estimado».',
      own: 'Tu margen bruto, en tanto por ciento',
      ownHelp:
        'Por ejemplo 42, si la mercancía de una venta de 100 te cuesta 58. Sin IVA. Déjalo vacío para seguir con la estimación.',
      inUse: 'En uso ahora: {margin}',
      kinds: {
        fashion: 'Ropa, calzado y complementos',
        beauty: 'Belleza y cuidado personal',
        food: 'Alimentación y bebidas',
        home: 'Hogar y jardín',
        electronics: 'Electrónica',
        sports: 'Deporte y aire libre',
        other: 'Otra cosa, o un poco de todo',
      },
    },
    currency: {
      title: 'Moneda',
      body: 'Tu tienda trabaja en <b>{currency}</b>: es lo que nos dice Shopify, y en ella se muestran todos los importes.',
      orders:
        'Los pedidos que se pagan en otra moneda llegan ya convertidos por Shopify, al cambio del día de cada pedido.',
      wrong:
        'Si no es la moneda en la que llevas tus cuentas, cámbiala en los ajustes de Shopify antes de seguir.',
      confirm: 'Sí, es correcta',
      sample: 'Así escribimos un importe: {amount}',
    },
    limits: {
      title: 'Límites de tus rescates',
      body: 'Ninguna recomendación los supera, por mucho que prometa.',
      maxDiscount: 'Descuento máximo',
      maxDiscountHelp:
        'Siempre se ofrece el menor que compensa; esto es solo el techo. Además, se queda 10 puntos por debajo de tu margen.',
      messageOnly: 'Ninguno: solo un mensaje',
      contactCost: 'Lo que cuesta escribir a un cliente, en {currency}',
      contactCostHelp:
        'Entre {least} y {most}. Si lo dejas vacío, suponemos una milésima de tu pedido medio.',
      largestRescue: 'Máximo de clientes en un rescate',
      largestRescueHelp:
        'Van primero aquellos con los que más se puede ganar. Entre {least, number, whole} y {most, number, whole}.',
      codeDays: 'Días que vale un código',
      codeDaysHelp: 'Entre {least, number, whole} y {most, number, whole}.',
    },
    fault: {
      'not-a-number': 'Escribe un número entre {least, number} y {most, number}.',
      'not-whole': 'Escribe un número entero entre {least, number, whole} y {most, number, whole}.',
      'out-of-bounds': 'Tiene que estar entre {least, number} y {most, number}.',
      'not-a-choice': 'Elige una opción de la lista.',
    },
  },
  setup: {
    title: 'Puesta a punto',
    progress: '{done, number} de {possible, number} pasos que ya se pueden dar',
    complete: 'Está hecho todo lo que hoy se puede preparar.',
    body: 'Cada paso lleva menos de un minuto y puedes seguir otro día.',
    state: { done: 'Hecho', open: 'Pendiente', later: 'Aún no disponible' },
    step: {
      margin: 'Margen bruto',
      currency: 'Moneda',
      'rescue-limits': 'Límites de tus rescates',
      ads: 'Conectar tus anuncios',
      slack: 'Slack',
    },
    why: {
      margin: 'Sin él, lo que gana un rescate es solo una estimación.',
      currency: 'Basta con mirar: te mostramos la que nos dice Shopify.',
      'rescue-limits': 'El descuento máximo, cuántos clientes y cuánto dura un código.',
      ads: 'Aquí se conectarán Google, Meta y TikTok.',
      slack: 'La decisión del día, donde habla tu equipo.',
    },
    action: { open: 'Rellenar', done: 'Cambiar' },
    actionFor: '{action}: {step}',
    settings: 'Todos los ajustes',
  },
};
