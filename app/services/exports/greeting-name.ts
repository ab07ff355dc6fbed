// Longer ones are not names: they are sentences, or someone's advertisement.
const LONGEST_NAME = 40;
const NAME = /^\p{L}(?:[\p{L}\p{M}'’ -]|\.(?= |$))*$/u;
// Marks that steer text, pictures and what joins them.
const DECORATION = /[\p{Cf}\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}]|\uFE0F/gu;

/**
 * The first name as a message can say it, or `null` for a greeting without one. People type anything into that field:
 * nothing that looks like an address or an offer goes out under the shop's name.
 */
export function greetingName(firstName: string | null): string | null {
  const name = (firstName ?? '').replace(DECORATION, '').replace(/\s+/g, ' ').trim();
  return name.length <= LONGEST_NAME && NAME.test(name) ? name : null;
}
