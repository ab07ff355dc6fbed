import type { ServerBuild } from '@remix-run/node';
import { createServer, type RequestListener, type Server } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compose, type Composition, type CompositionOptions } from './composition.server';
import { createTimon } from './timon.server';
import { createWebApp } from './web-app.server';

export interface WebProcess {
  readonly composition: Composition;
  /** Answers every request of the product; whoever listens may put something in front. */
  readonly handler: RequestListener;
}

/**
 * Composes the web process on the built pages.
 * @param buildFolder where `remix vite:build` has put `server/` and `client/`
 */
export async function openWeb(
  options: Omit<CompositionOptions, 'service'>,
  buildFolder: URL,
): Promise<WebProcess> {
  const build = (await import(
    pathToFileURL(fileURLToPath(new URL('server/index.js', buildFolder))).href
  )) as ServerBuild;
  const composition = await compose({ ...options, service: 'web' });
  const handler = createWebApp(
    createTimon(composition),
    build,
    fileURLToPath(new URL('client', buildFolder)),
  );
  return { composition, handler };
}

/** @throws Error that says what to do when the port is taken */
export function listen(
  handler: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is taken: stop what listens there, or choose another PORT.`) : error,
      );
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** Takes no new request, finishes those under way, then cuts what is still open. */
export function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
