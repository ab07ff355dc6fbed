import { appendAudit } from '~/data/logs/audit-log';
import { readExportFigures, type ExportFigures } from '~/data/model-runs/read-export-figures';
import { openHoldOut } from '~/data/rescue/open-hold-out';
import { assertNever } from '~/domain/assert-never';
import { isoDay } from '~/domain/iso-day';
import type { ServiceContext } from './context';
import { customerAlias } from './customer-alias';
import { collectLines } from './exports/collect-lines';
import { customersCsv } from './exports/customers-csv';
import { customersKlaviyo } from './exports/customers-klaviyo';
import type { CustomersTerms } from './exports/customers-terms';
import { customersWhatsApp } from './exports/customers-whatsapp';
import { customersFileName } from './exports/export-file-name';
import type { ExportLocale } from './exports/export-locale';
import type { ExportWriter } from './exports/export-writer';
import { refuseOnFailure } from './exports/refuse-on-failure';
import { selectCustomers, type CustomersSelection } from './exports/select-customers';
import { streamLines } from './exports/stream-lines';
import { readInsights, requireShop } from './read-dashboard';
import type { ExportFormat, ExportOutcome } from './views/export-view';

export interface CustomersExport {
  readonly format: ExportFormat;
  readonly locale: ExportLocale;
  readonly selection: CustomersSelection;
}

/**
 * Customers of the last finished pass as a file, with their contacts read live: they stand in the file, and are stored
 * or logged nowhere. Nobody who is held out of a running rescue is in it. The file is complete before its first byte
 * goes out: half a list would look like a whole one.
 * @param actor `merchant:<staff id>`, for the audit log
 * @param signal ends the work when nobody waits for the file any more
 */
export function exportCustomers(
  context: ServiceContext,
  shopId: string,
  { format, locale, selection }: CustomersExport,
  actor: string,
  signal: AbortSignal,
): Promise<ExportOutcome> {
  const { db, clock } = context;
  return refuseOnFailure(context, shopId, async () => {
    const [shop, insights] = await Promise.all([requireShop(context, shopId), readInsights(context, shopId)]);
    if (insights === null) return { state: 'refused', error: 'no-forecast', leftOut: {} };
    const analysisDay = isoDay(insights.analysisDay);
    const { customerIds, beyondLimit } = await selectCustomers(
      context,
      shop,
      insights.runId,
      selection,
      signal,
    );
    const items = await readExportFigures(db, shopId, insights.runId, customerIds);
    const writer = writerFor(format, {
      ...{ shop, locale, analysisDay },
      model: insights.customerForecasts?.model ?? null,
      intervalLevel: insights.customerForecasts?.intervalLevel ?? null,
      aliasOf: (customerId) => customerAlias(shopId, customerId),
    });
    const collected = await collectLines({
      ...{ items, writer, signal },
      client: context.connectShopify(shop.domain),
      heldOut: () => openHoldOut(db, shopId, clock.now()),
    });
    const rows = collected.lines.length - 1;
    const gone = (collected.leftOut.gone ?? 0) + customerIds.length - items.length;
    const leftOut = {
      ...collected.leftOut,
      ...(gone > 0 ? { gone } : {}),
      ...(beyondLimit > 0 ? { 'over-limit': beyondLimit } : {}),
    };
    if (rows === 0) return { state: 'refused', error: 'nobody', leftOut };
    await appendAudit(db, shopId, {
      ...{ at: clock.now(), actor, action: 'customers.export', subject: 'customers' },
      // Never what was searched for: it may be a name.
      detail: { format, selection: selectionCode(selection), rows, leftOut },
    });
    const filter = selection.kind === 'filter' ? selection.filter : null;
    return {
      state: 'file',
      fileName: customersFileName(filter, format, { language: locale.language, day: analysisDay }),
      body: streamLines(collected.lines, writer.dialect),
      ...{ rows, leftOut },
    };
  });
}

function writerFor(format: ExportFormat, terms: CustomersTerms): ExportWriter<ExportFigures> {
  switch (format) {
    case 'csv':
      return customersCsv(terms);
    case 'klaviyo':
      return customersKlaviyo(terms);
    case 'whatsapp':
      return customersWhatsApp(terms);
    default:
      return assertNever(format);
  }
}

function selectionCode(selection: CustomersSelection): string {
  if (selection.kind === 'customers') return 'picked';
  return selection.filter.smart ?? (selection.filter.search === null ? 'all' : 'search');
}
