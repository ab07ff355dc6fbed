import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';

/** A page that is not rendered by then is abandoned: its loaders have their own, shorter limits. */
const RENDER_LIMIT_MS = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  context.timon.shopifyHeaders(headers, request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const whole = isbot(request.headers.get('User-Agent'));

  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const respond = () => {
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_LIMIT_MS} />,
      {
        ...(whole ? { onAllReady: respond } : { onShellReady: respond }),
        onShellError: (error) => reject(error instanceof Error ? error : new Error(String(error))),
        onError: () => {
          responseStatus = 500;
        },
      },
    );
    setTimeout(abort, RENDER_LIMIT_MS + 1_000).unref();
  });
}
