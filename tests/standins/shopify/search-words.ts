/** What is searched for in words, as the query writes it. */
interface WantedWords {
  readonly text: string;
  readonly form:
    /** All words of the text, in any order. */
    | 'words'
    /** Quoted: the words one after another. */
    | 'phrase'
    /** With an asterisk: the beginning of one word, compared as it stands. */
    | 'prefix';
}

/** Runs of letters and digits, an apostrophe within included, in lower case; accents stay. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** Whether a tokenised field holds what is wanted. */
export function wordsMatcher({ text, form }: WantedWords): (own: string) => boolean {
  if (form === 'prefix') {
    const beginning = text.toLowerCase();
    return (own) =>
      own.toLowerCase().includes(beginning) && wordsOf(own).some((word) => word.startsWith(beginning));
  }
  const wanted = wordsOf(text);
  const [first] = wanted;
  if (first === undefined) return () => false;
  return (own) => {
    // Most fields fail here, which spares cutting them into words.
    if (!own.toLowerCase().includes(first)) return false;
    const words = wordsOf(own);
    if (form === 'words') return wanted.every((word) => words.includes(word));
    return words.some((_, start) => wanted.every((word, index) => words[start + index] === word));
  };
}
