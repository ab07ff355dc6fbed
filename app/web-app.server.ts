import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { timingSafeEqual } from 'node:crypto';
import type { Timon } from './timon.server';

const YEAR_SECONDS = 31_536_000;

/**
 * The web process as an Express app: health and metrics, built assets, then Remix. Every Remix loader and action
 * gets the composed services as `context.timon`.
 * @param clientFolder folder of the browser build
 */
export function createWebApp(timon: Timon, build: ServerBuild, clientFolder: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', true);
  app.use((request, response, next) => {
    const started = process.hrtime.bigint();
    response.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      timon.observeRequest({
        method: request.method,
        route: routeOf(request.path),
        status: response.statusCode,
        seconds,
      });
    });
    next();
  });
  // Shopify frames the app: frame-ancestors comes per shop from the Shopify library, so helmet must not set its own.
  app.use(
    helmet({
      contentSecurityPolicy: false,
      frameguard: false,
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: false,
    }),
  );

  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok');
  });
  app.get('/readyz', async (_request, response) => {
    const readiness = await timon.readiness();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  app.get('/metrics', async (request, response) => {
    if (
      !mayReadMetrics(
        timon.config.metricsToken,
        request.headers.authorization,
        request.socket.remoteAddress,
        request.headers['x-forwarded-for'] !== undefined,
      )
    ) {
      response.status(401).type('text').send('metrics need the bearer token of METRICS_TOKEN');
      return;
    }
    response.type(timon.metrics.contentType).send(await timon.metrics.render());
  });

  app.use(compression());
  app.use(
    '/assets',
    express.static(`${clientFolder}/assets`, { immutable: true, maxAge: YEAR_SECONDS * 1000 }),
  );
  app.use(express.static(clientFolder, { maxAge: 3_600_000 }));
  app.all('*', createRequestHandler({ build, getLoadContext: () => ({ timon }), mode: 'production' }));
  return app;
}

/** First two segments of the paths that we serve: no ids, and no label for every path that somebody tries. */
function routeOf(path: string): string {
  return /^\/(app|api|webhooks|auth|assets|healthz|readyz|metrics)(\/[a-z-]+)?/.exec(path)?.[0] ?? 'other';
}

/** Without a configured token only this machine may read, and nothing that came through a proxy counts as local. */
function mayReadMetrics(
  token: string | undefined,
  authorization: string | undefined,
  remoteAddress: string | undefined,
  forwarded: boolean,
): boolean {
  if (token === undefined) return !forwarded && /^(::1|(::ffff:)?127\.)/.test(remoteAddress ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(authorization ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
