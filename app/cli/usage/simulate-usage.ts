import { SIMULATION_LIMITS as L } from '~/services/simulate-series';
import type { CommandUsage } from './command-usage';

export const SIMULATE_USAGE: CommandUsage = {
  en: `Usage: timon simulate [options]

Writes the marketing series of a made-up shop as timon mmm reads it, and on request the truth behind it: what each
channel really caused. The same options give the same bytes.

Options
  --world KIND         clean: what the model assumes; realistic: flights, promotions, hidden demand, a dead channel;
                       hard: budgets that move together, a fading channel, a new one, much noise (default realistic)
  --channels N         paid channels, 1 to ${L.mostChannels} (default 5)
  --weekly             a row a week instead of a row a day
  --rows N             length of the series, ${L.leastRows} to ${L.mostRows} rows (default: three years)
  --start YYYY-MM-DD   first day of the series, ${L.firstStart} to ${L.lastStart} (default ${L.start})
  --csv FILE           where the series goes ("-", the default: standard output)
  --truth FILE         write the truth as JSON ("-": standard output)
  --seed N             another seed, another shop (default 1)
  --lang en|es         language of this help (default: the terminal's)

Exit codes: 0 done; 2 bad arguments, or a file that cannot be written.`,
  es: `Uso: timon simulate [opciones]

Escribe la serie de marketing de una tienda inventada tal como la lee timon mmm y, si se pide, la verdad que hay
detrás: lo que vendió de verdad cada canal. Las mismas opciones dan los mismos bytes.

Opciones
  --world TIPO         clean: lo que supone el modelo; realistic: campañas a ratos, promociones, demanda oculta, un
                       canal muerto; hard: presupuestos que se mueven juntos, un canal que se agota, otro nuevo, mucho
                       ruido (por defecto realistic)
  --channels N         canales de pago, de 1 a ${L.mostChannels} (por defecto 5)
  --weekly             una fila por semana en lugar de una por día
  --rows N             longitud de la serie, de ${L.leastRows} a ${L.mostRows} filas (por defecto: tres años)
  --start AAAA-MM-DD   primer día de la serie, de ${L.firstStart} a ${L.lastStart} (por defecto ${L.start})
  --csv FICHERO        adónde va la serie ("-", por defecto: salida estándar)
  --truth FICHERO      escribe la verdad como JSON ("-": salida estándar)
  --seed N             otra semilla, otra tienda (por defecto 1)
  --lang en|es         idioma de esta ayuda (por defecto: el del terminal)

Códigos de salida: 0 hecho; 2 argumentos incorrectos o un fichero que no se puede escribir.`,
};
