import { LEFT_OUT_HEADER, ROWS_HEADER, type ExportOutcome } from '~/services/views/export-view';

/** The file as a download that nothing on the way keeps, or `{ error, leftOut }` for the page to say. */
export function exportResponse(outcome: ExportOutcome): Response {
  const headers = { 'Cache-Control': 'no-store' };
  if (outcome.state === 'refused') {
    const { error, leftOut } = outcome;
    return Response.json({ error, leftOut }, { status: 409, headers });
  }
  return new Response(outcome.body, {
    headers: {
      ...headers,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${outcome.fileName}"`,
      [ROWS_HEADER]: String(outcome.rows),
      [LEFT_OUT_HEADER]: JSON.stringify(outcome.leftOut),
    },
  });
}

/** For a form that does not say what it should: a fault of the page, not of the merchant. */
export function badExportRequest(): Response {
  return Response.json(
    { error: 'bad-request', leftOut: {} },
    { status: 400, headers: { 'Cache-Control': 'no-store' } },
  );
}
