// A brace after a plural category opens that category's text; any other one opens an argument.
const ARGUMENT = /(?<!(?:=\d+|zero|one|two|few|many|other)\s*)\{\s*(\w+)\s*[,}]/g;

/** Names of the values that an ICU message of ours asks for, each once: `{n, plural, one {day} other {#}}` gives n. */
export function messageArguments(message: string): string[] {
  return [...new Set([...message.matchAll(ARGUMENT)].map((match) => match[1] ?? ''))];
}
