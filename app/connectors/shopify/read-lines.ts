/** One line of a stream; `ended` is false for a last line without a line break, which may be cut. */
export interface StreamLine {
  readonly text: string;
  readonly ended: boolean;
}

/** Lines of a UTF-8 stream, however it is cut into chunks. Empty lines are left out. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<StreamLine> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) if (text !== '') yield { text, ended: true };
      if (done) break;
    }
    if (rest !== '') yield { text: rest, ended: false };
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
