import type { Language } from '../language';

/** What `--help` of a command says. */
export type CommandUsage = Readonly<Record<Language, string>>;
