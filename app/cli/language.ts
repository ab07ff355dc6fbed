export type Language = 'en' | 'es';

/** The language of the terminal by POSIX precedence; English unless it is Spanish. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('es') ? 'es' : 'en';
}
