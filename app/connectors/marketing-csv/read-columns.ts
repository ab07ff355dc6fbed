import { MOST_CHANNELS, type MarketingFault } from './contract';
import { marketingFault as fault } from './marketing-fault';

interface NamedPlace {
  /** As the file writes it, without the prefix. */
  readonly name: string;
  readonly column: number;
}

export interface MarketingColumns {
  readonly names: readonly string[];
  readonly date: number;
  readonly revenue: number;
  readonly channels: readonly NamedPlace[];
  readonly controls: readonly NamedPlace[];
  /** Columns that are none of these. */
  readonly ignored: readonly number[];
}

const PREFIXED = /^(spend|control)\s*:\s*(.*)$/is;

/**
 * Recognises `date,revenue,spend:<channel>...,control:<name>...` in any order and any case.
 * @returns `null` after reporting what is wrong
 */
export function readColumns(
  names: readonly string[],
  report: (found: MarketingFault) => void,
): MarketingColumns | null {
  const places = new Map<string, number>();
  const found = { spend: [] as NamedPlace[], control: [] as NamedPlace[] };
  const ignored: number[] = [];
  let faults = 0;
  const refuse = (...found: Parameters<typeof fault>): void => {
    faults++;
    report(fault(...found));
  };
  names.forEach((written, column) => {
    const prefixed = PREFIXED.exec(written.trim());
    const kind = prefixed?.[1]?.toLowerCase() as 'spend' | 'control' | undefined;
    const name = prefixed?.[2] ?? '';
    const key = kind ? `${kind}:${folded(name)}` : folded(written);
    if (!kind && key !== 'date' && key !== 'revenue') {
      ignored.push(column);
      return;
    }
    // Undecodable bytes would make one channel of two.
    if (written.includes('\ufffd')) refuse('not-utf8', 1, written, '');
    else if (kind && name === '') refuse('unnamed-column', 1, written, written);
    else if (places.has(key)) refuse('repeated-column', 1, written, written);
    else if (kind) found[kind].push({ name, column });
    if (!places.has(key)) places.set(key, column);
  });
  for (const needed of ['date', 'revenue']) {
    if (!places.has(needed)) refuse('missing-column', 1, needed, names.join(','));
  }
  const { spend: channels, control: controls } = found;
  if (faults === 0 && channels.length === 0) refuse('no-channels', 1, null, names.join(','));
  for (const [code, list] of [
    ['too-many-channels', channels],
    ['too-many-controls', controls],
  ] as const) {
    const beyond = list[MOST_CHANNELS];
    if (beyond) {
      refuse(code, 1, names[beyond.column] ?? null, String(list.length), { most: MOST_CHANNELS });
    }
  }
  if (faults > 0) return null;
  return {
    names,
    date: places.get('date') ?? -1,
    revenue: places.get('revenue') ?? -1,
    channels,
    controls,
    ignored,
  };
}

/** Names that a reader takes for the same. */
function folded(name: string): string {
  return name.trim().toLowerCase().normalize('NFC').replaceAll(/\s+/g, ' ');
}
