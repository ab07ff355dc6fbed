import type { ExportLanguage } from './export-locale';

const WORDS: Readonly<Record<ExportLanguage, Readonly<Record<string, string>>>> = {
  es: {
    'vip-at-risk': 'VIP en riesgo',
    lost: 'Difícil que vuelva',
    loyal: 'Fiel',
    'potential-whale': 'Alto potencial',
    standard: 'Normal',
  },
  en: {
    'vip-at-risk': 'VIP at risk',
    lost: 'Unlikely to return',
    loyal: 'Loyal',
    'potential-whale': 'High potential',
    standard: 'Standard',
  },
};

/** The segment as pages call it; its code where we have no word. */
export function segmentWord(segment: string, language: ExportLanguage): string {
  return WORDS[language][segment] ?? segment;
}
