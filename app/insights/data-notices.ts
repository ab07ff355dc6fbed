/** Something that the merchant must know about the data: a code of the message catalog and its values. */
export interface DataNotice {
  readonly code: string;
  readonly tone: 'info' | 'warning' | 'critical';
  readonly values: Record<string, string | number>;
}

interface CodedVerdict {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Verdicts that change what the numbers mean; the others are information. */
const WARNINGS: ReadonlySet<string> = new Set([
  'few-repeat-customers',
  'history-may-start-late',
  'customers-older-than-data',
  'model-did-not-fit',
  'model-needs-history',
  'model-needs-repeat-customers',
  'no-churn-detectable',
  'value-depends-on-frequency',
]);
/** Said elsewhere on the page, or of use to an analyst with a file only. */
const SILENT: ReadonlySet<string> = new Set([
  'empty-days',
  'no-purchases',
  'rows-after-now',
  'rows-unusable',
]);
const VISIBLE_DAYS = 60;

/** The engine's verdicts and the limits of what Shopify lets us see, gravest first. */
export function dataNotices(
  verdicts: readonly CodedVerdict[],
  grantedScopes: readonly string[],
): DataNotice[] {
  const notices = verdicts
    .filter(({ code }) => !SILENT.has(code))
    .map(({ code, values }): DataNotice => {
      return { code, tone: WARNINGS.has(code) ? 'warning' : 'info', values: { ...values } };
    });
  const gravestFirst = notices.sort((a, b) => Number(b.tone === 'warning') - Number(a.tone === 'warning'));
  if (grantedScopes.includes('read_all_orders')) return gravestFirst;
  return [{ code: 'short-order-scope', tone: 'critical', values: { days: VISIBLE_DAYS } }, ...gravestFirst];
}
