import { DEFAULT_SEGMENT_THRESHOLDS as T } from '~/services/value-orders-file';
import type { CommandUsage } from './command-usage';

/** Of the commands that value a file of orders: they read the same file by the same options. */
export function ordersUsage(command: string, does: CommandUsage): CommandUsage {
  return {
    en: `Usage: timon ${command} <orders.csv | -> [options]

${does.en}
${ENGLISH}`,
    es: `Uso: timon ${command} <pedidos.csv | -> [opciones]

${does.es}
${SPANISH}`,
  };
}

const ENGLISH = `
The file has the columns customer_id,order_date,revenue (revenue may lack; negative rows are refunds; channel,
what brought the customer to the order, may be added), or is the orders export of Shopify admin as it comes. "-" reads standard input.

Options
  --now YYYY-MM-DD     analysis date; later rows are ignored (default: day of the last order)
  --horizon DAYS       how far to look ahead (default 365)
  --currency CODE      currency of the amounts (default: the file's own, else EUR)
  --json FILE          write everything as JSON ("-": standard output)
  --csv FILE           write one row a customer, or a segment, as CSV ("-": standard output)
  --channel-values F   write what new customers of each channel are worth as CSV, for timon budget --values
  --count-free-orders  a free order is a purchase too
  --churn-window DAYS  without an order for so long, a customer counts as gone (default: the shop's rhythm)
  --discount RATE      yearly discount rate of the 12-month value (default 0.1)
  --margin SHARE       share of revenue left after the cost of goods, 0 to 1: adds the 12-month margin
  --no-backtest        do not try the forecast on the past: quicker, default model, cautious totals
  --high-churn P       VIP at risk and lost: more likely than this not to buy in the churn window (default ${T.highChurn})
  --low-churn P        loyal: less likely than this not to buy in the churn window (default ${T.lowChurn})
  --loyal-orders N     loyal: more orders than this expected in 90 days (default ${T.loyalPurchases90})
  --vip-share SHARE    VIP: share of customers from the top by 12-month value (default ${T.vipShare})
  --whale-share SHARE  potential whale: the same, narrower (default ${T.whaleShare})
  --time-zone ZONE     the shop's zone, for times with an offset (default: the day as written)
  --seed N             seed of the parameter draws (default 1)
  --top N              customers in the table (default 20)
  --lang en|es         language of the table (default: the terminal's)

Exit codes: 0 done; 2 bad arguments or input; 3 too little data for a model: customers are ranked by rules.`;

const SPANISH = `
El fichero tiene las columnas customer_id,order_date,revenue (revenue puede faltar; las filas negativas son
devoluciones; puede añadirse channel, lo que trajo al cliente a ese pedido), o es la exportación de pedidos de Shopify tal cual. "-" lee la entrada estándar.

Opciones
  --now AAAA-MM-DD     fecha de análisis; se ignoran las filas posteriores (por defecto: el último pedido)
  --horizon DÍAS       hasta dónde mirar (por defecto 365)
  --currency CÓDIGO    moneda de los importes (por defecto: la del fichero o EUR)
  --json FICHERO       escribe todo como JSON ("-": salida estándar)
  --csv FICHERO        escribe una fila por cliente o por segmento como CSV ("-": salida estándar)
  --channel-values F   escribe como CSV cuánto valen los clientes nuevos de cada canal, para timon budget --values
  --count-free-orders  un pedido gratuito también es una compra
  --churn-window DÍAS  sin pedidos durante este tiempo, un cliente cuenta como perdido (por defecto: el ritmo de la tienda)
  --discount TASA      tasa de descuento anual del valor a 12 meses (por defecto 0.1)
  --margin PARTE       parte de los ingresos que queda tras el coste de lo vendido, de 0 a 1: añade el margen a 12 meses
  --no-backtest        no prueba la previsión en el pasado: más rápido, modelo por defecto, totales prudentes
  --high-churn P       VIP en riesgo y perdido: probabilidad mayor de no comprar en el plazo (por defecto ${T.highChurn})
  --low-churn P        fiel: probabilidad menor de no comprar en el plazo (por defecto ${T.lowChurn})
  --loyal-orders N     fiel: más pedidos esperados en 90 días (por defecto ${T.loyalPurchases90})
  --vip-share PARTE    VIP: parte de los clientes, desde arriba, por valor a 12 meses (por defecto ${T.vipShare})
  --whale-share PARTE  posible gran cliente: lo mismo, más estrecho (por defecto ${T.whaleShare})
  --time-zone ZONA     zona horaria de la tienda, para horas con desfase (por defecto: el día escrito)
  --seed N             semilla de los sorteos de parámetros (por defecto 1)
  --top N              clientes en la tabla (por defecto 20)
  --lang en|es         idioma de la tabla (por defecto: el del terminal)

Códigos de salida: 0 hecho; 2 argumentos o fichero incorrectos; 3 faltan datos para un modelo: los clientes se
ordenan por reglas.`;
