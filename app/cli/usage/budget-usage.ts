import type { CommandUsage } from './command-usage';

export const BUDGET_USAGE: CommandUsage = {
  en: `Usage: timon budget <fit.json | -> --total MONEY [options]

Says how to split a budget over the channels, what that gains and how sure it is. The file is what
timon mmm --json wrote; "-" reads standard input.

Options
  --total MONEY        the budget: a day, or for the whole horizon with --days
  --days N             length of the horizon in days
  --next               --total comes on top of today's spend: where does it go?
  --min name=MONEY     least daily spend of a channel; may be repeated, as the three below
  --max name=MONEY     most daily spend of a channel
  --lock name          leave a channel at today's spend
  --zero-or-min name   a channel gets nothing or at least its --min
  --max-change SHARE   how far a channel may move from today's spend, 0 to 2 (default 0.3), or none
  --beyond-tried       allow spends that were never tried; they are marked
  --objective GOAL     ltv, revenue or profit (default: ltv where --values is given, else profit)
  --margin SHARE       share of revenue left after the cost of goods, above 0 to 1 (default 1)
  --values FILE        CSV of what a new customer of each channel is worth
  --probability P      how sure a plan has to be better than today before it is recommended (default 0.8)
  --seed N             seed of the draws (default 1)
  --json FILE          write the plan as JSON ("-": standard output)
  --csv FILE           write one row a channel as CSV ("-": standard output)
  --lang en|es         language of the table (default: the terminal's)

Exit codes: 0 done; 2 bad arguments or input; 3 the fit cannot support a plan.`,
  es: `Uso: timon budget <ajuste.json | -> --total DINERO [opciones]

Dice cómo repartir un presupuesto entre los canales, qué se gana y con qué seguridad. El fichero es lo que
escribió timon mmm --json; "-" lee la entrada estándar.

Opciones
  --total DINERO         el presupuesto: al día, o para todo el plazo con --days
  --days N               duración del plazo en días
  --next                 --total se suma al gasto de hoy: ¿adónde va?
  --min nombre=DINERO    gasto diario mínimo de un canal; puede repetirse, como las tres siguientes
  --max nombre=DINERO    gasto diario máximo de un canal
  --lock nombre          deja un canal en el gasto de hoy
  --zero-or-min nombre   un canal recibe nada o al menos su --min
  --max-change PARTE     cuánto puede alejarse un canal del gasto de hoy, de 0 a 2 (por defecto 0.3), o none
  --beyond-tried         permite gastos que nunca se han probado; se señalan
  --objective OBJETIVO   ltv, revenue o profit (por defecto: ltv si se da --values; si no, profit)
  --margin PARTE         parte de los ingresos que queda tras el coste de lo vendido, más de 0 y hasta 1 (por defecto 1)
  --values FICHERO       CSV de cuánto vale un cliente nuevo de cada canal
  --probability P        seguridad de mejorar lo de hoy que se exige para recomendar un plan (por defecto 0.8)
  --seed N               semilla de los sorteos (por defecto 1)
  --json FICHERO         escribe el plan como JSON ("-": salida estándar)
  --csv FICHERO          escribe una fila por canal como CSV ("-": salida estándar)
  --lang en|es           idioma de la tabla (por defecto: el del terminal)

Códigos de salida: 0 hecho; 2 argumentos o fichero incorrectos; 3 el ajuste no permite un plan.`,
};
