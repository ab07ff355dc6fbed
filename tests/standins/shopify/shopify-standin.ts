import type { Server } from 'node:http';
import { adminSchema } from './admin-schema';
import { describeCode, type DescribedCode } from './described-code';
import { controlHandler } from './control';
import type { Faults } from './faults';
import type { RequestLog } from './request-log';
import { startServer } from './server';
import { mintSessionToken, type SessionTokenClaims } from './session-token';
import { ShopActions } from './shop-actions';
import { createCore, type StandinCore } from './standin-core';
import type { StandinOptions } from './standin-options';
import type { Payload } from './webhook-payloads';
import type { WebhookDelivery, WebhookOptions, WebhookSender } from './webhook-sender';

/** A running stand-in of Shopify and everything a test or the demo does with it. */
export class ShopifyStandin extends ShopActions {
  readonly url: string;
  readonly shops: readonly string[];
  private readonly inner: StandinCore;
  private readonly server: Server;

  constructor(core: StandinCore, server: Server, port: number) {
    super(core);
    this.inner = core;
    this.server = server;
    this.url = `http://127.0.0.1:${port}`;
    this.shops = [...core.shops.keys()];
  }

  get faults(): Faults {
    return this.inner.faults;
  }

  get requests(): RequestLog {
    return this.inner.requests;
  }

  get webhooks(): WebhookSender {
    return this.inner.webhooks;
  }

  /** A session token as App Bridge gives it to the app's pages. */
  mintSessionToken(
    domain: string,
    user: { readonly userId?: number; readonly locale?: string } = {},
    claims: Partial<SessionTokenClaims> = {},
  ): string {
    const userId = user.userId ?? 1;
    if (user.locale !== undefined) this.inner.locales.set(String(userId), user.locale);
    return mintSessionToken(this.inner, this.shop(domain).state.profile.domain, userId, claims);
  }

  /** The shop's discount codes, oldest first. */
  codes(domain: string): readonly DescribedCode[] {
    return this.shop(domain).discounts.all().map(describeCode);
  }

  /** Sends one webhook with any payload. */
  sendWebhook(
    domain: string,
    topic: string,
    payload: Payload,
    options: WebhookOptions = {},
  ): Promise<WebhookDelivery> {
    return this.inner.webhooks.send({ shop: domain, topic, payload }, options);
  }

  /** Ends the shop's access tokens now; refresh tokens stay good. */
  expireAccessTokens(domain: string): void {
    this.inner.tokens.expireAccess(domain);
  }

  /** Lets a week pass for every bulk result. */
  expireResultUrls(): void {
    this.inner.storage.expireAll();
  }

  async close(): Promise<void> {
    this.inner.webhooks.stop();
    for (const shop of this.inner.shops.values()) shop.bulk.cancelAll();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

/** Starts a stand-in of Shopify on 127.0.0.1, as strict as the real one. */
export async function createShopifyStandin(options: StandinOptions): Promise<ShopifyStandin> {
  // The schema takes a second to build: better now than inside the first request's timeout.
  adminSchema();
  const core = createCore(options);
  const holder: { standin: ShopifyStandin | null } = { standin: null };
  const control = controlHandler(() => {
    if (!holder.standin) throw new Error('the stand-in is still starting');
    return holder.standin;
  });
  const { server, port } = await startServer(core, control, options.port ?? 0);
  holder.standin = new ShopifyStandin(core, server, port);
  return holder.standin;
}
