import { codesEs } from './codes-es';
import { screensEs } from './screens-es';
import type { Catalog } from './catalog';

export const es: Catalog = { ...screensEs, ...codesEs };
