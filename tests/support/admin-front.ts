import express, { type Express } from 'express';
import { isbot } from 'isbot';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';

export interface AdminFront {
  /** A session token of the merchant, new with every call. */
  readonly sessionToken: () => string;
  readonly shopName: string;
  /** `YYYY-MM-DD` of the shop's clock. */
  readonly today: () => string;
  /** The built stub of App Bridge. */
  readonly appBridgeStub: URL;
  /** Buttons that let days pass, where some are still to come. */
  readonly time?: {
    daysLeft(): number;
    /** Ends when all that happens in them has happened. */
    pass(days: number): Promise<void>;
  };
}

/** What a person's browser says it is. */
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Stands in for Shopify's admin in front of the web process: it says who the merchant is, and brings App Bridge's stub. */
export function adminFront(
  product: RequestListener,
  { sessionToken, shopName, today, appBridgeStub, time }: AdminFront,
): Express {
  const stub = readFileSync(appBridgeStub, 'utf8');
  const front = express();
  front.disable('x-powered-by');
  front.get('/__demo/app-bridge.js', (_request, response) => {
    const admin = { shopName, today: today(), daysLeft: time?.daysLeft() ?? 0 };
    response.type('js').send(`window.demoAdmin = ${JSON.stringify(admin)};\n${stub}`);
  });
  if (time) {
    front.post('/__demo/days/:days', async (request, response) => {
      const days = Number(request.params.days);
      if (!Number.isInteger(days) || days < 1) return void response.sendStatus(400);
      await time.pass(days);
      response.sendStatus(204);
    });
  }
  front.get('/__demo/token', (_request, response) => {
    response.type('text').send(sessionToken());
  });
  front.get('/', (request, response) => {
    response.redirect(`/app${request.url.slice(1)}`);
  });
  front.use((request, _response, next) => {
    // Webhooks are signed by Shopify; everything else comes from a merchant whose browser holds a session token.
    if (!request.path.startsWith('/webhooks')) request.headers.authorization = `Bearer ${sessionToken()}`;
    // Shopify's library turns away what does not look like a browser: here a script may look, too.
    if (isbot(request.headers['user-agent'] ?? '')) request.headers['user-agent'] = BROWSER;
    next();
  });
  front.use(product);
  return front;
}
