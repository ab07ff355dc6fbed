import type { ChannelPhrases } from './channel-words';
import { counted, HARDLY_LEARNT, listed } from './speaker';

export const CHANNEL_WORDS_ES: ChannelPhrases = {
  verdicts: {
    'never-active': (_, name) => ({
      says: `No has invertido nada en ${name} en este periodo: no hay nada que decir de este canal.`,
      advice: 'Se podrá valorar cuando lleve unas semanas activo, con alguna pausa.',
    }),
    'no-evidence': ({ learning, evidence }, name, { percent, number }) => ({
      says:
        learning < HARDLY_LEARNT
          ? 'Tus datos no nos lo dicen; esto es lo que suponemos de partida.'
          : `Tus datos no descartan que ${name} no aporte prácticamente nada: ${
              evidence > 1.05
                ? `solo lo hacen ${number(evidence)} veces menos probable de lo que suponíamos`
                : 'no lo hacen menos probable de lo que suponíamos'
            }, aunque han despejado el ${percent(learning)} de la duda inicial.`,
      advice: `No muevas dinero por esta cifra. Una prueba que cambie ${name} a propósito lo aclararía.`,
    }),
    'new-channel': ({ ageDays }, name, say) => ({
      says: `${name} solo lleva ${counted(ageDays, 'día', 'días', say)} en marcha: es pronto para dibujar su curva.`,
      advice: 'Deja que siga, con alguna pausa, y vuelve a mirarlo dentro de unas semanas.',
    }),
    'few-active-days': ({ activeDays }, name, say) => ({
      says: `${name} solo ha estado activo ${counted(activeDays, 'día', 'días', say)}: son pocos para dibujar su curva.`,
      advice: 'Dale más días antes de juzgarlo.',
    }),
    'constant-spend': ({ variation }, name, { percent }) => ({
      says: `En ${name} inviertes casi siempre lo mismo (varía un ${percent(variation)}): su efecto se confunde con las ventas que llegarían de todos modos.`,
      advice:
        'Cambia su inversión a propósito durante unas semanas, o páusalo: solo un cambio puede mostrar qué hace.',
    }),
    'few-changes': ({ changes, variation }, name, { percent }) => ({
      says: `${name} ${changes === 0 ? 'nunca se ha encendido ni apagado' : 'solo se ha encendido o apagado una vez'} y, mientras estuvo activo, su inversión se movió poco (varía un ${percent(variation)}): no basta para dibujar su curva.`,
      advice: 'Páusalo una o dos semanas, o cambia su inversión a propósito.',
    }),
    collinear: ({ withChannel }, name) => ({
      says: `Tus datos muestran lo que ${listed([name, withChannel], 'es')} aportan juntos, pero no cuál de los dos lo aporta: lo que se le atribuye a uno se le quita al otro.`,
      advice:
        'Decide sobre los dos como si fueran uno, o cambia solo uno durante unas semanas para distinguirlos.',
    }),
    fading: ({ change }, name, { percent }) => ({
      says: `${name} aporta menos que antes con la misma inversión: del primer día al último su efecto ${
        change < 0 ? 'ha caído' : 'se ha movido'
      } alrededor de un ${percent(Math.abs(change))} de su valor medio.`,
      advice:
        'Sus cifras son medias de todo el periodo; hoy aporta menos. Revisa primero sus anuncios y sus públicos.',
    }),
    saturated: ({ saturation }, name, { percent }) => ({
      says: `Con la inversión de hoy, ${name} ya da cerca del ${percent(saturation)} de lo máximo que podría dar.`,
      advice: 'Poner más dinero aquí aportaría poco. Mira en el plan si una parte rinde más en otro canal.',
    }),
    'learns-some': ({ learning }, name, { percent }) => ({
      says: `Tus datos dicen algo de ${name}: han despejado el ${percent(learning)} de la duda inicial.`,
      advice: 'Guíate por el intervalo, no por la cifra central.',
    }),
    'learns-well': ({ learning }, name, { percent }) => ({
      says: `Tus datos dicen bastante de lo que aporta ${name}: han despejado el ${percent(learning)} de la duda inicial.`,
      advice: 'Puedes planificar con este canal, dentro de su intervalo.',
    }),
  },
  assumed: (perHundred, hundred) =>
    `Lo que suponemos: cada ${hundred} invertidos traen ${perHundred} de ingresos.`,
  soFar: (perHundred) => `Con lo poco que añaden tus datos: ${perHundred}.`,
  roas: (perHundred, hundred, name) =>
    `Cada ${hundred} invertidos en ${name} han traído ${perHundred} de ingresos.`,
  contribution: (money, share, name) => `De tus ingresos, ${money} vienen de ${name}: el ${share}.`,
  marginal: (perHundred, hundred) =>
    `Con la inversión de hoy, los siguientes ${hundred} al día traerían ${perHundred} al día.`,
  noMarginal: (name) => `Hoy no inviertes nada en ${name}, así que no se puede decir qué traería más dinero.`,
};
