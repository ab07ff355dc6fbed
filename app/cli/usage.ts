import type { Language } from './language';

export function usage(language: Language): string {
  return language === 'es' ? SPANISH : ENGLISH;
}

const ENGLISH = `Usage: timon clv <orders.csv | -> [options]

Says of every customer in a file of orders how likely they are to come back and what they are worth.

The file has the columns customer_id,order_date,revenue (revenue may lack; negative rows are refunds),
or is the orders export of Shopify admin as it comes. "-" reads standard input.

Options
  --now YYYY-MM-DD     analysis date; later rows are ignored (default: day of the last order)
  --horizon DAYS       how far to look ahead (default 365)
  --currency CODE      currency of the amounts (default: the file's own, else EUR)
  --json FILE          write everything as JSON ("-": standard output)
  --csv FILE           write one row a customer as CSV ("-": standard output)
  --count-free-orders  a free order is a purchase too
  --churn-window DAYS  without an order for so long, a customer counts as gone (default: the shop's rhythm)
  --discount RATE      yearly discount rate of the 12-month value (default 0.1)
  --time-zone ZONE     the shop's zone, for times with an offset (default: the day as written)
  --seed N             seed of the parameter draws (default 1)
  --top N              customers in the table (default 20)
  --lang en|es         language of the table (default: the terminal's)

Exit codes: 0 done; 2 bad arguments or input; 3 too little data for a model: customers are ranked by rules.`;

const SPANISH = `Uso: timon clv <pedidos.csv | -> [opciones]

Dice de cada cliente de un fichero de pedidos si es probable que vuelva y cuánto vale.

El fichero tiene las columnas customer_id,order_date,revenue (revenue puede faltar; las filas negativas son
devoluciones), o es la exportación de pedidos de Shopify tal cual. "-" lee la entrada estándar.

Opciones
  --now AAAA-MM-DD     fecha de análisis; se ignoran las filas posteriores (por defecto: el último pedido)
  --horizon DÍAS       hasta dónde mirar (por defecto 365)
  --currency CÓDIGO    moneda de los importes (por defecto: la del fichero o EUR)
  --json FICHERO       escribe todo como JSON ("-": salida estándar)
  --csv FICHERO        escribe una fila por cliente como CSV ("-": salida estándar)
  --count-free-orders  un pedido gratuito también es una compra
  --churn-window DÍAS  sin pedidos durante este tiempo, un cliente cuenta como perdido (por defecto: el ritmo de la tienda)
  --discount TASA      tasa de descuento anual del valor a 12 meses (por defecto 0.1)
  --time-zone ZONA     zona horaria de la tienda, para horas con desfase (por defecto: el día escrito)
  --seed N             semilla de los sorteos de parámetros (por defecto 1)
  --top N              clientes en la tabla (por defecto 20)
  --lang en|es         idioma de la tabla (por defecto: el del terminal)

Códigos de salida: 0 hecho; 2 argumentos o fichero incorrectos; 3 faltan datos para un modelo: los clientes se
ordenan por reglas.`;
