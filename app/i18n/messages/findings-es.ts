import type { Translated } from './catalog';
import type { findingsEn } from './findings-en';

export const findingsEs: Translated<typeof findingsEn> = {
  'at-risk-rose':
    'El dinero en riesgo ha subido: hace {days, number, whole} días estaba entre {beforeLow} y {beforeHigh}; hoy, entre {low} y {high}.',
  'at-risk-fell':
    'El dinero en riesgo ha bajado: hace {days, number, whole} días estaba entre {beforeLow} y {beforeHigh}; hoy, entre {low} y {high}.',
  'vips-at-risk':
    '{customers, plural, one {# de tus mejores clientes se ha quedado} other {{customers, number, whole} de tus mejores clientes se han quedado}} en silencio: entre {low} y {high} de tus próximos 12 meses.',
  'promising-customers':
    '{customers, plural, one {# cliente con alto potencial traerá} other {{customers, number, whole} clientes con alto potencial traerán}}, lo más probable, entre {low} y {high} en 12 meses: cuídalos mientras cogen el hábito.',
  'margin-estimated':
    'Los rescates se calculan con un margen estimado del {share}. Con el tuyo, los descuentos se ajustan mejor a tu tienda.',
  'rescue-paid':
    'El rescate {number, number} probablemente compensó ({chance}): entre {low} y {high} de margen más que sin escribir a nadie.',
  'rescue-did-not-pay':
    'El rescate {number, number} probablemente no compensó (probabilidad de que sí: {chance}): entre {low} y {high} de margen frente a no escribir a nadie. La próxima recomendación lo tiene en cuenta.',
  unknown: 'Hay una novedad que todavía no tiene descripción ({code}).',
};
