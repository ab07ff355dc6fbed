import type { en } from './en';

/** The same keys as the English messages, with text of one's own: a key missing in a language is a type error. */
export type Catalog = Translated<typeof en>;

export type Translated<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Translated<Messages[Key]>;
};
