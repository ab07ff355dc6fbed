import type { CommandUsage } from './command-usage';

export const MMM_USAGE: CommandUsage = {
  en: `Usage: timon mmm <series.csv | -> [options]

Says of every marketing channel how much of the sales it caused, what the next euro brings and how sure that is.

The file has the columns date,revenue,spend:<channel>...,control:<name>...: a row a day or a week, ISO dates, money in
one currency. "-" reads standard input. A file of experiments has the columns
channels,from,to,incremental_revenue,standard_error and may have measured_until and removed_share.

Options
  --country CODE    holidays and sale events of this country, such as ES (default: none)
  --lifts FILE      CSV of experiments whose effect was measured: the fit takes them into account
  --no-backtest     do not try the forecast on the past: quicker
  --threads N       threads to work on, 1 to 4 (default: the processor's cores); the answer is the same
  --currency CODE   currency of the amounts (default EUR)
  --json FILE       write the whole fit as JSON ("-": standard output); timon budget reads it
  --csv FILE        write one row a channel as CSV ("-": standard output)
  --seed N          seed of the draws (default 1)
  --lang en|es      language of the table (default: the terminal's)

Exit codes: 0 fitted; 2 bad arguments or input; 3 the data cannot support a fit: what is missing is said.`,
  es: `Uso: timon mmm <serie.csv | -> [opciones]

Dice de cada canal de marketing cuánto ha vendido, qué trae el próximo euro y con qué seguridad se sabe.

El fichero tiene las columnas date,revenue,spend:<canal>...,control:<nombre>...: una fila por día o por semana, fechas
ISO, importes en una sola moneda. "-" lee la entrada estándar. Un fichero de experimentos tiene las columnas
channels,from,to,incremental_revenue,standard_error y puede tener measured_until y removed_share.

Opciones
  --country CÓDIGO   festivos y rebajas de este país, como ES (por defecto: ninguno)
  --lifts FICHERO    CSV de experimentos cuyo efecto se midió: el ajuste los tiene en cuenta
  --no-backtest      no prueba la previsión en el pasado: más rápido
  --threads N        hilos de trabajo, de 1 a 4 (por defecto: los núcleos del procesador); la respuesta es la misma
  --currency CÓDIGO  moneda de los importes (por defecto EUR)
  --json FICHERO     escribe todo el ajuste como JSON ("-": salida estándar); timon budget lo lee
  --csv FICHERO      escribe una fila por canal como CSV ("-": salida estándar)
  --seed N           semilla de los sorteos (por defecto 1)
  --lang en|es       idioma de la tabla (por defecto: el del terminal)

Códigos de salida: 0 ajustado; 2 argumentos o fichero incorrectos; 3 los datos no permiten un ajuste: se dice qué falta.`,
};
