import type { MetaDescriptor } from '@remix-run/node';
import { resolveLocale, type Locale } from '~/i18n/locale';
import { createTranslator } from '~/i18n/translator';

interface Match {
  readonly id: string;
  readonly data?: unknown;
}

type NavKey =
  | 'nav.dashboard'
  | 'nav.customers'
  | 'nav.rescues'
  | 'nav.marketing'
  | 'nav.simulator'
  | 'nav.connections'
  | 'settings.title';

/** Title of the browser's tab, in the language that the root loader chose. */
export function pageTitle(matches: readonly Match[], key: NavKey): MetaDescriptor[] {
  const root = matches.find((match) => match.id === 'root')?.data as { locale?: Locale } | undefined;
  return [{ title: `${createTranslator(root?.locale ?? resolveLocale(null, null))(key)} · Timón` }];
}
