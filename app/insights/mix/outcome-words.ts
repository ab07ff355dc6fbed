import { dayFromNumber } from '~/domain/iso-day';
import type { MixRefusal } from '~/engine/mmm/history-check';
import type { MissingDriver, MixStop } from '~/engine/mmm/mix-fit';
import { counted, type Language, type Speaker } from './speaker';

/** Why there are no numbers, and what would change that. */
export interface OutcomeWords {
  readonly what: string;
  readonly advice: string;
}

type Outcome = MixRefusal | MixStop;
type Phrase<Of> = (outcome: Of, say: Speaker) => OutcomeWords;

interface OutcomePhrases {
  readonly refusals: {
    readonly [Reason in MixRefusal['reason']]: Phrase<Extract<MixRefusal, { readonly reason: Reason }>>;
  };
  readonly stops: {
    readonly [Status in MixStop['status']]: Phrase<Extract<MixStop, { readonly status: Status }>>;
  };
}

export function outcomeWords(outcome: Outcome, say: Speaker): OutcomeWords {
  const { refusals, stops } = PHRASES[say.language];
  const phrase = (
    outcome.status === 'refused' ? refusals[outcome.reason] : stops[outcome.status]
  ) as Phrase<Outcome>;
  return phrase(outcome, say);
}

const MISSING: Readonly<Record<Language, Readonly<Record<MissingDriver, string>>>> = {
  en: {
    season: 'the season of the year, which takes a whole year of history to be seen',
    events: 'holidays and sale events, which come with the country of the shop',
    controls: 'what else moves your sales: promotions, price changes, organic search',
  },
  es: {
    season: 'la temporada del año, que necesita un año entero de historial para verse',
    events: 'los festivos y las rebajas, que vienen con el país de la tienda',
    controls: 'lo demás que mueve tus ventas: promociones, cambios de precio, búsquedas orgánicas',
  },
};

const PHRASES: Readonly<Record<Language, OutcomePhrases>> = {
  en: {
    refusals: {
      'history-too-short': ({ days, requiredDays, readyOn }, say) => ({
        what: `There ${days === 1 ? 'is' : 'are'} ${counted(days, 'day', 'days', say)} of history, and ${say.number(requiredDays)} are needed: with less, season and advertising cannot be told apart.`,
        advice: `If the data go on as they are, it will do from ${say.day(dayFromNumber(readyOn))}.`,
      }),
      'no-spend': () => ({
        what: 'No channel has spent anything in this period.',
        advice: 'Check that the spend columns are the right ones and hold amounts.',
      }),
      'no-revenue': ({ rowsWithRevenue }, say) => ({
        what:
          rowsWithRevenue === 0
            ? 'No row has any revenue.'
            : `Only ${counted(rowsWithRevenue, 'row has', 'rows have', say)} revenue: too few to learn from.`,
        advice: 'Check the revenue column; a shop with few sales is better looked at by week.',
      }),
    },
    stops: {
      'not-converged': ({ diagnostics: { rhat, ess, divergences } }, say) => ({
        what: `We show no numbers: our independent calculations on your data do not agree well enough (R-hat ${say.number(rhat)}, ${say.number(Math.floor(ess))} independent draws, ${counted(divergences, 'divergence', 'divergences', say)}).`,
        advice:
          'Look for rows with strange amounts and for channels with hardly any spend, join channels that belong together, and try again.',
      }),
      'negative-baseline': ({ probability, missing }, say) => ({
        what: `We show no numbers: with a probability of ${say.percent(probability)}, advertising would get credit for more than everything you sold in some quarter of a year. Something else drives your sales that the data do not show.`,
        advice:
          missing.length === 0
            ? 'Check that revenue and spend belong to the same days, and add whatever else moved your sales.'
            : `Likely missing, the likeliest first: ${missing.map((driver) => MISSING.en[driver]).join('; ')}.`,
      }),
    },
  },
  es: {
    refusals: {
      'history-too-short': ({ days, requiredDays, readyOn }, say) => ({
        what: `Hay ${counted(days, 'día', 'días', say)} de historial y se necesitan ${say.number(requiredDays)}: con menos no se puede distinguir la temporada de la publicidad.`,
        advice: `Si los datos siguen llegando igual, bastará a partir del ${say.day(dayFromNumber(readyOn))}.`,
      }),
      'no-spend': () => ({
        what: 'Ningún canal ha tenido inversión en este periodo.',
        advice: 'Comprueba que las columnas de inversión son las correctas y contienen importes.',
      }),
      'no-revenue': ({ rowsWithRevenue }, say) => ({
        what:
          rowsWithRevenue === 0
            ? 'Ninguna fila tiene ingresos.'
            : `Solo ${counted(rowsWithRevenue, 'fila tiene', 'filas tienen', say)} ingresos: son muy pocas para aprender de ellas.`,
        advice: 'Comprueba la columna de ingresos; una tienda con pocas ventas se ve mejor por semanas.',
      }),
    },
    stops: {
      'not-converged': ({ diagnostics: { rhat, ess, divergences } }, say) => ({
        what: `No damos cifras: nuestros cálculos independientes sobre tus datos no coinciden lo suficiente (R-hat ${say.number(rhat)}, ${say.number(Math.floor(ess))} muestras independientes, ${counted(divergences, 'divergencia', 'divergencias', say)}).`,
        advice:
          'Busca filas con importes extraños y canales casi sin inversión, junta los canales que vayan unidos y vuelve a intentarlo.',
      }),
      'negative-baseline': ({ probability, missing }, say) => ({
        what: `No damos cifras: con una probabilidad del ${say.percent(probability)}, la publicidad se llevaría el mérito de más de lo que vendiste en algún trimestre. Algo más mueve tus ventas y los datos no lo muestran.`,
        advice:
          missing.length === 0
            ? 'Comprueba que los ingresos y la inversión son de los mismos días y añade cualquier otra cosa que moviera tus ventas.'
            : `Lo que probablemente falta, lo más probable primero: ${missing.map((driver) => MISSING.es[driver]).join('; ')}.`,
      }),
    },
  },
};
