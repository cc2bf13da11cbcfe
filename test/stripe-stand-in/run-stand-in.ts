import { Miniflare } from "miniflare";
import Stripe from "stripe";
import { bundleOutside } from "../../dev/bundle-outside.mjs";
import { freePort } from "../../dev/ports.mjs";
import { CONNECT_SECRET, Inbox, PLATFORM_SECRET } from "./inbox";

export const SECRET_KEY = "sk_test_standin000000";

export interface RunningStandIn {
  origin: string;
  port: number;
  inbox: Inbox;
  /** Stripe's own SDK, pointed at the stand-in; acting in one account if it is given. */
  stripe(account?: string): Stripe;
  control<T = unknown>(path: string, body?: object, method?: string): Promise<T>;
  /** A connected account that may take payments. */
  openAccount(id?: string): Promise<string>;
  stop(): Promise<void>;
}

/** The stand-in in plain Miniflare, with an inbox for its events. */
export async function runStandIn(): Promise<RunningStandIn> {
  const [scripts, port, inbox] = await Promise.all([bundleOutside(["stripe"]), freePort(), Inbox.open()]);
  const origin = `http://127.0.0.1:${port}`;
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port,
    modules: [{ type: "ESModule", path: "stripe.js", contents: scripts.stripe }],
    compatibilityDate: "2026-04-20",
    durableObjects: { STATE: { className: "StripeStandIn", useSQLite: true } },
    bindings: {
      ORIGIN: origin,
      STRIPE_WEBHOOK_URL: inbox.url,
      STRIPE_WEBHOOK_SECRET: PLATFORM_SECRET,
      STRIPE_CONNECT_WEBHOOK_SECRET: CONNECT_SECRET,
    },
  });
  await miniflare.ready;

  async function control<T>(path: string, body: object = {}, method = "POST"): Promise<T> {
    const init = method === "GET" ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${origin}/_standin/${path}`, { method, ...init });
    return (await response.json()) as T;
  }

  let opened = 0;
  return {
    origin,
    port,
    inbox,
    stripe: (stripeAccount) =>
      new Stripe(SECRET_KEY, {
        host: "127.0.0.1",
        port,
        protocol: "http",
        maxNetworkRetries: 0,
        ...(stripeAccount ? { stripeAccount } : {}),
      }),
    control,
    async openAccount(id = `acct_partner${++opened}`) {
      await control("accounts", { id, email: `${id}@example.com`, business_name: "Acme Agency" });
      return id;
    },
    async stop() {
      await miniflare.dispose();
      await inbox.close();
    },
  };
}
