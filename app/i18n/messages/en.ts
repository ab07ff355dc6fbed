import { codesEn } from './codes-en';
import { screensEn } from './screens-en';

export const en = { ...screensEn, ...codesEn } as const;
