import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where Shopify keeps bulk results: Google Cloud Storage, reached by signed addresses. */
export const STORAGE_HOST = 'storage.googleapis.com';
const BUCKET = 'shopify-tiers-assets-prod-us-east1';
const WEEK_S = 7 * 86_400;
/** A large shop's result is 100 MB of memory: only the newest are kept. */
const MAX_FILES = 6;

interface StoredFile {
  readonly chunks: readonly Buffer[];
  readonly size: number;
}

export type StorageAnswer =
  | { readonly status: 200; readonly file: StoredFile }
  | { readonly status: 400 | 403 | 404; readonly xml: string };

function errorXml(code: string, message: string, details: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message><Details>${details}</Details></Error>`;
}

/** The answer of Google Cloud Storage to a signed address whose time has passed: HTTP 400, not 403. */
export const EXPIRED_ANSWER: StorageAnswer = {
  status: 400,
  xml: errorXml(
    'ExpiredToken',
    'Invalid argument.',
    'The provided token has expired. Request signature expired at the time in its Expires parameter.',
  ),
};

export class ResultStorage {
  private readonly files = new Map<string, StoredFile>();
  private readonly secret: string;
  /** Seconds added to "now": moving it past a week expires every address. */
  private skewS = 0;

  constructor(secret: string) {
    this.secret = secret;
  }

  put(name: string, chunks: readonly Buffer[]): { readonly url: string; readonly size: number } {
    const path = `/${BUCKET}/bulk-operation-outputs/${name}`;
    const size = chunks.reduce((total, chunk) => total + chunk.length, 0);
    this.files.set(path, { chunks, size });
    const [oldest] = this.files.keys();
    if (this.files.size > MAX_FILES && oldest !== undefined) this.files.delete(oldest);
    const expires = Math.floor(Date.now() / 1000) + WEEK_S;
    const query = new URLSearchParams({
      GoogleAccessId: 'assets-us-prod@shopify-tiers.iam.gserviceaccount.com',
      Expires: String(expires),
      Signature: this.sign(path, expires),
      'response-content-disposition': `attachment; filename="${name}.jsonl"`,
      'response-content-type': 'application/jsonl',
    });
    return { url: `https://${STORAGE_HOST}${path}?${query.toString()}`, size };
  }

  expireAll(): void {
    this.skewS += WEEK_S + 1;
  }

  get(path: string, query: URLSearchParams): StorageAnswer {
    const expires = Number(query.get('Expires'));
    const signature = Buffer.from(query.get('Signature') ?? '');
    const wanted = Buffer.from(this.sign(path, expires));
    if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) {
      const xml = errorXml(
        'SignatureDoesNotMatch',
        'Access denied.',
        'The request signature does not match.',
      );
      return { status: 403, xml };
    }
    if (Date.now() / 1000 + this.skewS > expires) return EXPIRED_ANSWER;
    const file = this.files.get(path);
    if (!file) {
      return { status: 404, xml: errorXml('NoSuchKey', 'The specified key does not exist.', path) };
    }
    return { status: 200, file };
  }

  private sign(path: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${path}\n${expires}`).digest('base64');
  }
}
