import { env } from "cloudflare:test";

/** The stand-ins as tests speak to them: Stripe's control API, the e-mail inbox and the records of DNS. */

const STRIPE = "http://127.0.0.1:12111";
const INBOX = "http://127.0.0.1:8025";
const DNS = "http://127.0.0.1:8053";
const CLOUDFLARE = "http://127.0.0.1:8054";

async function control<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  const response = await env.STRIPE.fetch(`${STRIPE}/_standin/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`/_standin/${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

export interface Paid {
  status: "paid" | "processing" | "requires_action" | "declined";
  redirect_url?: string;
  decline?: { code: string; decline_code: string | null; message: string };
}

export interface StripeEvent {
  id: string;
  type: string;
  account?: string;
  data: {
    object: {
      id: string;
      status?: string;
      payment_intent?: string | null;
      metadata?: Record<string, string>;
    };
  };
}

export const stripe = {
  openAccount: (account: object) => control<unknown>("accounts", account),
  changeAccount: (id: string, change: "complete" | "restrict" | "deauthorize") =>
    control<unknown>(`accounts/${id}/${change}`),
  pay: (sessionId: string, card: string, more: object = {}) =>
    control<Paid>(`sessions/${sessionId}/pay`, { card, ...more }),
  settle: (paymentIntent: string) => control<unknown>(`payments/${paymentIntent}/settle`),
  refund: (
    paymentIntent: string,
    amount?: number,
    how: "refund" | "refund_failing" | "refund_pending" = "refund",
  ) => control<unknown>(`payments/${paymentIntent}/${how}`, amount === undefined ? {} : { amount }),
  endRefund: (refundId: string, end: "complete" | "fail") => control<unknown>(`refunds/${refundId}/${end}`),
  dispute: (paymentIntent: string, how: "dispute" | "inquiry" = "dispute") =>
    control<unknown>(`payments/${paymentIntent}/${how}`),
  endDispute: (disputeId: string, end: "win" | "lose") => control<unknown>(`disputes/${disputeId}/${end}`),
  fail: (paymentIntent: string) => control<unknown>(`payments/${paymentIntent}/fail`),
  fault: (fault: object) => control<unknown>("faults", fault),
  /** How many kinds of fault are still to come. */
  faultsLeft: async () => (await control<{ faults: unknown[] }>("faults", undefined, "GET")).faults.length,
  clearFaults: () => control<unknown>("faults", undefined, "DELETE"),
  resend: (eventId: string, how: { times?: number; parallel?: boolean }) =>
    control<unknown>(`events/${eventId}/resend`, how),
  /** A checkout that the partner opens without us, as a payment link does; answers its session. */
  async openPaymentLink(account: string, metadata: Record<string, string> = {}): Promise<string> {
    const form = new URLSearchParams({
      mode: "payment",
      success_url: "https://elsewhere.test/thanks",
      "line_items[0][quantity]": "1",
      "line_items[0][price_data][currency]": "usd",
      "line_items[0][price_data][unit_amount]": "4900",
      "line_items[0][price_data][product_data][name]": "Something else",
    });
    for (const [key, value] of Object.entries(metadata)) {
      form.set(`metadata[${key}]`, value);
      form.set(`payment_intent_data[metadata][${key}]`, value);
    }
    const response = await env.STRIPE.fetch(`${STRIPE}/v1/checkout/sessions`, {
      method: "POST",
      body: form,
      headers: { authorization: "Bearer sk_test_partner_itself", "stripe-account": account },
    });
    const { id } = await response.json<{ id: string }>();
    return id;
  },
  deliver: () => control<unknown>("deliver"),
  clock: (advance_seconds: number) => control<unknown>("clock", { advance_seconds }),
  /** Newest first; of every type when none is given. */
  async events(account: string, type?: string): Promise<StripeEvent[]> {
    const path = `events?account=${account}${type ? `&type=${type}` : ""}`;
    return (await control<{ events: StripeEvent[] }>(path, undefined, "GET")).events;
  },
  /** Asks the stand-in what any client with a key may ask of Stripe. */
  async read<T>(path: string, account: string): Promise<T> {
    const response = await env.STRIPE.fetch(`${STRIPE}/v1/${path}`, {
      headers: { authorization: "Bearer sk_test_reader_of_tests", "stripe-account": account },
    });
    return response.json<T>();
  },
};

export interface Mail {
  to: string[];
  from: string;
  reply_to: string[];
  subject: string;
  text: string;
  html: string;
  links: string[];
  code: string | null;
}

/** The messages to an address, newest first; waits a moment for one that is on its way. */
export async function inboxOf(address: string, subject = "", atLeast = 1): Promise<Mail[]> {
  for (let tries = 0; ; tries += 1) {
    const query = new URLSearchParams({ to: address, subject });
    const response = await env.INBOX.fetch(`${INBOX}/api/messages?${query}`);
    const found = await response.json<Mail[]>();
    if (found.length >= atLeast || tries === 50) return found;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** What somebody who owns a domain does at their registrar. */
export const dns = {
  async add(type: "A" | "AAAA" | "CNAME" | "MX" | "TXT", name: string, value: string): Promise<void> {
    await dnsControl("records", "POST", { type, name, value });
  },
  async remove(record: { name?: string; type?: string; value?: string } = {}): Promise<void> {
    await dnsControl(`records?${new URLSearchParams(record)}`, "DELETE");
  },
  /** The next questions get no answer. */
  async failNext(times: number): Promise<void> {
    await dnsControl("faults", "POST", { fail_next: times });
  },
};

const dnsControl = (path: string, method: string, body?: object) =>
  set(env.DNS, `${DNS}/_standin/${path}`, method, body);

/** Cloudflare's own side of partners' domains. */
export const cloudflare = {
  hostnames: async () =>
    (
      await (
        await env.CLOUDFLARE.fetch(`${CLOUDFLARE}/_standin/hostnames`)
      ).json<{
        hostnames: { hostname: string; status: string; ssl_status: string }[];
      }>()
    ).hostnames,
  hostname: (how: { hostname: string; status?: string; ssl_status?: string; problem?: string }) =>
    set(env.CLOUDFLARE, `${CLOUDFLARE}/_standin/hostnames`, "POST", how),
  failNext: (times: number) =>
    set(env.CLOUDFLARE, `${CLOUDFLARE}/_standin/faults`, "POST", { fail_next: times }),
};

async function set(site: Fetcher, url: string, method: string, body?: object): Promise<void> {
  const response = await site.fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

/** What Cloudflare does every few minutes. A service binding can be triggered so; its type does not know. */
export async function cron(): Promise<void> {
  await (env.APP as unknown as { scheduled(event: { cron: string }): Promise<unknown> }).scheduled({
    cron: "*/5 * * * *",
  });
}
