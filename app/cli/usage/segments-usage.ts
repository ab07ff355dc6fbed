import { ordersUsage } from './orders-usage';

export const SEGMENTS_USAGE = ordersUsage('segments', {
  en: 'Says of every segment what it is worth, what is at risk, how it is drawn and what to do about it.',
  es: 'Dice de cada segmento cuánto vale, qué está en riesgo, cómo se define y qué hacer con él.',
});
