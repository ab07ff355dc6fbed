import type { RowChannels } from './acquired-customers';

export interface RowChannelsBuilder {
  /** @param channel `''` where the row does not say */
  add(channel: string): void;
  finish(): RowChannels;
}

/** Collects the channels of rows one by one: four bytes a row, each name once. */
export function createRowChannelsBuilder(): RowChannelsBuilder {
  const index = new Map<string, number>();
  let ofRow = new Int32Array(1024);
  let rows = 0;
  return {
    add(channel) {
      if (rows === ofRow.length) {
        const longer = new Int32Array(rows * 2);
        longer.set(ofRow);
        ofRow = longer;
      }
      let at = channel === '' ? -1 : index.get(channel);
      if (at === undefined) index.set(channel, (at = index.size));
      ofRow[rows++] = at;
    },
    finish: () => ({ names: [...index.keys()], ofRow: ofRow.slice(0, rows) }),
  };
}
