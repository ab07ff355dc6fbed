/** What the file is for: a spreadsheet, an import into Klaviyo, messages by WhatsApp. */
export const EXPORT_FORMATS = ['csv', 'klaviyo', 'whatsapp'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Why a customer who was asked for is not in the file. */
export const LEFT_OUT_REASONS = [
  /** Has not said yes to messages on this channel. */
  'no-consent',
  /** Left alone on purpose while a rescue is measured. */
  'held-out',
  /** No address or number that the file could carry. */
  'no-address',
  /** No longer known to Shopify, or not in the last pass. */
  'gone',
  /** One of more than a file takes. */
  'over-limit',
] as const;
type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** How many were left out for each reason; reasons without anybody are absent. */
export type LeftOut = Readonly<Partial<Record<LeftOutReason, number>>>;

/** Headers of the answer that the page reads. */
export const ROWS_HEADER = 'X-Timon-Rows';
export const LEFT_OUT_HEADER = 'X-Timon-Left-Out';

/** Most customers in one file. */
export const LARGEST_EXPORT = 20_000;

/** A file for the merchant, or the code of the sentence that says why there is none. */
export type ExportOutcome =
  | {
      readonly state: 'file';
      readonly fileName: string;
      readonly body: ReadableStream<Uint8Array>;
      /** Customers in it. */
      readonly rows: number;
      readonly leftOut: LeftOut;
    }
  | { readonly state: 'refused'; readonly error: string; readonly leftOut: LeftOut };
