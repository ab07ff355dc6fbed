import type { CommandUsage } from './command-usage';

export const OVERVIEW: CommandUsage = {
  en: `Usage: timon <command> [options]

  timon clv <orders.csv | ->       how likely each customer is to come back and what they are worth
  timon segments <orders.csv | ->  what each segment of customers is worth and what to do about it
  timon mmm <series.csv | ->       how much of the sales each marketing channel caused, and how sure that is
  timon budget <fit.json | ->      how to split a budget over the channels, from a fit of timon mmm
  timon simulate                   a marketing series of which the truth is known, to try timon mmm on

timon <command> --help explains the options of a command.

Exit codes: 0 done; 2 bad arguments or input; 3 too little data.`,
  es: `Uso: timon <orden> [opciones]

  timon clv <pedidos.csv | ->       si es probable que vuelva cada cliente y cuánto vale
  timon segments <pedidos.csv | ->  cuánto vale cada segmento de clientes y qué hacer con él
  timon mmm <serie.csv | ->         cuánto ha vendido cada canal de marketing y con qué seguridad se sabe
  timon budget <ajuste.json | ->    cómo repartir un presupuesto entre los canales, a partir de timon mmm
  timon simulate                    una serie de marketing cuya verdad se conoce, para probar timon mmm

timon <orden> --help explica las opciones de una orden.

Códigos de salida: 0 hecho; 2 argumentos o fichero incorrectos; 3 faltan datos.`,
};
