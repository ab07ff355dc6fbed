import type { PlanPhrases } from './plan-words';

export const PLAN_WORDS_ES: PlanPhrases = {
  answers: {
    'gain-shown': (chance) => `Cámbialo: con una probabilidad ${chance}, el nuevo reparto rinde más.`,
    'today-as-good': (_, tolerance) =>
      `Déjalo como está: el reparto de hoy queda a menos de un ${tolerance} del mejor que encontramos.`,
    'gain-not-shown': () => 'Déjalo como está; no podemos demostrar que un cambio ayude.',
    'today-not-allowed': () => 'Algo tiene que cambiar: tus límites no permiten el reparto de hoy.',
  },
  references: {
    today: 'el reparto de hoy',
    'today-scaled': 'el reparto de hoy con el total más pequeño',
  },
  objectives: {
    revenue: 'ingresos',
    profit: 'beneficio',
    ltv: 'beneficio (contando lo que valdrán los clientes nuevos)',
  },
  chance: {
    exact: (percent) => `del ${percent}`,
    above: (percent) => `de más del ${percent}`,
    below: (percent) => `de menos del ${percent}`,
  },
  gain: (gain, objective, days, reference, chance) =>
    `El mejor reparto que encontramos traería ${gain} de ${objective} por encima de lo que da ${reference} en ${days}, con su efecto posterior. Su probabilidad de rendir más es ${chance}.`,
  noGain: (reference) => `El mejor reparto que encontramos es ${reference}.`,
  total: (daily, horizon, days) => `En total, ${daily} al día: ${horizon} en ${days}.`,
  unspent: (money, per, why) =>
    `Quedarían sin gastar ${money} ${per === 'day' ? 'al día' : 'del total'}: ${why}.`,
  unspentReasons: {
    'left-alone': 'no aconsejamos gastar más que hoy',
    'no-room': 'ningún canal puede recibir más',
    limited:
      'los canales en los que compensaría están en su límite, y en los demás no compensaría lo que cuesta',
    'does-not-pay': 'lo siguiente que gastaras no compensaría lo que cuesta',
    indivisible: 'no se puede dividir en céntimos enteros al día',
  },
  days: ['día', 'días'],
  moves: {
    stay: (name, to) => `${name}: sigue con ${to} al día.`,
    'stay-off': (name) => `${name}: nada, como hoy.`,
    raise: (name, to, from) => `${name}: sube de ${from} a ${to} al día.`,
    lower: (name, to, from) => `${name}: baja de ${from} a ${to} al día.`,
    start: (name, to) => `${name}: empieza con ${to} al día.`,
    stop: (name, _, from) => `${name}: deja de invertir en este canal (hoy, ${from} al día).`,
  },
  range: (low, high, tolerance) =>
    `Cualquier inversión entre ${low} y ${high} al día deja el plan a menos de un ${tolerance} del mejor.`,
  revenue: (name, money, days) =>
    `Con esa inversión, ${name} trae ${money} de ingresos en ${days}, con su efecto posterior.`,
  more: (perHundred, hundred) => `Cada ${hundred} más traen ${perHundred} de ingresos.`,
  less: (perHundred, hundred) => `Por cada ${hundred} que ahorras renuncias a ${perHundred} de ingresos.`,
  notes: {
    locked: 'Lo has fijado en la inversión de hoy.',
    'no-evidence': 'Tus datos no dicen qué hace, así que no recibe más que hoy.',
    untested: 'Es más de lo que nunca has mantenido: no está probado.',
    'switched-off': 'El plan no invierte nada en este canal.',
    'held-at-upper-limit':
      'Está en su límite superior (el mayor cambio permitido, lo ya probado o tu máximo); más podría compensar.',
    'held-at-lower-limit':
      'Está en su límite inferior (el mayor cambio permitido o tu mínimo); con menos quizá no se perdería nada.',
  },
};
