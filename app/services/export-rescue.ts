import { appendAudit } from '~/data/logs/audit-log';
import { markExported } from '~/data/rescue/mark-exported';
import { openHoldOut } from '~/data/rescue/open-hold-out';
import { readRescueRecipients, type RescueRecipients } from '~/data/rescue/read-recipients';
import type { Shop } from '~/data/shops/shop';
import { assertNever } from '~/domain/assert-never';
import { localDay } from '~/domain/iso-day';
import type { ServiceContext } from './context';
import { customerAlias } from './customer-alias';
import { collectLines } from './exports/collect-lines';
import { rescueFileName } from './exports/export-file-name';
import type { ExportLocale } from './exports/export-locale';
import type { ExportWriter } from './exports/export-writer';
import { refuseOnFailure } from './exports/refuse-on-failure';
import { rescueCsv } from './exports/rescue-csv';
import type { RescueExportTerms, RescueRecipient } from './exports/rescue-export-terms';
import { rescueKlaviyo } from './exports/rescue-klaviyo';
import { rescueWhatsApp } from './exports/rescue-whatsapp';
import { streamLines } from './exports/stream-lines';
import { requireShop } from './read-dashboard';
import type { ExportFormat, ExportOutcome } from './views/export-view';

export interface RescueExport {
  readonly format: ExportFormat;
  readonly locale: ExportLocale;
}

/**
 * Whom a running rescue writes to, with their codes, as a file. Never who is held out: of this rescue, or of another
 * that is still being measured. Complete before its first byte, like every export.
 * @param actor `merchant:<staff id>`, for the audit log
 * @param signal ends the work when nobody waits for the file any more
 */
export function exportRescue(
  context: ServiceContext,
  shopId: string,
  campaignId: string,
  { format, locale }: RescueExport,
  actor: string,
  signal: AbortSignal,
): Promise<ExportOutcome> {
  const { db, clock } = context;
  return refuseOnFailure(context, shopId, async () => {
    const shop = await requireShop(context, shopId);
    const rescue = await readRescueRecipients(db, shopId, campaignId, shop.timeZone);
    if (rescue === null) return { state: 'refused', error: 'unknown-rescue', leftOut: {} };
    // Before that nobody has been drawn into the hold-out, and after it the codes are dead.
    if (rescue.status !== 'active') return { state: 'refused', error: 'rescue-not-active', leftOut: {} };
    const { number, language } = rescue;
    const exportDay = localDay(clock.now(), shop.timeZone);
    if (rescue.endsOn !== null && rescue.endsOn < exportDay) {
      return { state: 'refused', error: 'rescue-over', leftOut: {} };
    }
    const writer = writerFor(format, {
      ...{ shop, locale, number, exportDay },
      campaignLocale: language === locale.language ? locale : { language, tag: language },
      aliasOf: (customerId) => customerAlias(shopId, customerId),
    });
    const { lines, leftOut } = await collectLines({
      ...{ writer, signal },
      items: rescue.recipients.map((recipient) => toRecipient(recipient, shop)),
      client: context.connectShopify(shop.domain),
      heldOut: () => openHoldOut(db, shopId, clock.now()),
    });
    const rows = lines.length - 1;
    if (rows === 0) return { state: 'refused', error: 'nobody', leftOut };
    // Reading contacts takes minutes, and the merchant may have taken the rescue back meanwhile.
    const now = await readRescueRecipients(db, shopId, campaignId, shop.timeZone);
    if (now?.status !== 'active') return { state: 'refused', error: 'rescue-not-active', leftOut: {} };
    await appendAudit(db, shopId, {
      ...{ at: clock.now(), actor, action: 'rescue.export', subject: `rescue:${campaignId}` },
      detail: { format, rows, leftOut },
    });
    await markExported(db, shopId, campaignId, clock.now());
    return {
      state: 'file',
      fileName: rescueFileName(number, format, { language: locale.language, day: exportDay }),
      body: streamLines(lines, writer.dialect),
      ...{ rows, leftOut },
    };
  });
}

function toRecipient(
  { customerId, discount, code, minimumMinor, endsAt }: RescueRecipients['recipients'][number],
  { currency, timeZone }: Shop,
): RescueRecipient {
  if (code === null || discount === 0) return { customerId, offer: null };
  return {
    customerId,
    offer: {
      ...{ code, endsAt, share: discount },
      minimum: minimumMinor > 0n ? { minor: minimumMinor, currency } : null,
      // A code that ends at midnight can be used on the day before.
      lastDay: endsAt === null ? null : localDay(new Date(Date.parse(endsAt) - 1), timeZone),
    },
  };
}

function writerFor(format: ExportFormat, terms: RescueExportTerms): ExportWriter<RescueRecipient> {
  switch (format) {
    case 'csv':
      return rescueCsv(terms);
    case 'klaviyo':
      return rescueKlaviyo(terms);
    case 'whatsapp':
      return rescueWhatsApp(terms);
    default:
      return assertNever(format);
  }
}
