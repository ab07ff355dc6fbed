import type { Terminal } from './file-command';

/** Erases the line of the cursor. */
const CLEAR_LINE = '\r\u001b[K';

/** A line on a person's terminal that is written over; nothing where standard error is a file or a pipe. */
export interface StatusLine {
  show: (text: string) => void;
  clear: () => void;
}

export function statusLine({ stderr }: Pick<Terminal, 'stderr'>): StatusLine {
  const shown = stderr.isTTY === true;
  return {
    show(text) {
      if (shown) stderr.write(`${CLEAR_LINE}${text}`);
    },
    clear() {
      if (shown) stderr.write(CLEAR_LINE);
    },
  };
}
