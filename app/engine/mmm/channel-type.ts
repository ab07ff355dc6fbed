/** Kinds of advertising that differ in how long they act and how fast they pay. */
export type ChannelType = 'search' | 'social' | 'video' | 'email' | 'other';

const NAMES: readonly (readonly [ChannelType, RegExp])[] = [
  ['video', /video|youtube|\btv\b|ctv|television|ooh|radio|print|podcast/],
  ['email', /e-?mail|newsletter|sms|whatsapp|klaviyo|crm/],
  ['search', /search|google|bing|shopping|adwords|\bsem\b|\bppc\b|amazon|affiliat|criteo|retarget/],
  ['social', /social|facebook|meta|instagram|tiktok|pinterest|snap|linkedin|twitter|influencer/],
];

/** The kind that was given for a name, else what the name says. Names are anybody's: `constructor` is one too. */
export function typeNamed(types: Readonly<Record<string, ChannelType>>, name: string): ChannelType {
  return Object.hasOwn(types, name) ? types[name]! : channelTypeOf(name);
}

/** The kind of a channel by what merchants call it; `other` where the name says nothing. */
export function channelTypeOf(name: string): ChannelType {
  // Column names join words with underscores, which count as letters of a word.
  const words = name.toLowerCase().replaceAll('_', ' ');
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
