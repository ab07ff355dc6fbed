import { ordersUsage } from './orders-usage';

export const CLV_USAGE = ordersUsage('clv', {
  en: 'Says of every customer in a file of orders how likely they are to come back and what they are worth.',
  es: 'Dice de cada cliente de un fichero de pedidos si es probable que vuelva y cuánto vale.',
});
