import { randomUUID } from "node:crypto";
import { type Answer, send } from "./send";
import { signatureOf } from "./signature";

export interface CheckoutSession {
  id: string;
  payment_intent: string | null;
  amount_total: number;
  currency: string;
  metadata: Record<string, string>;
}

export interface StripeEvent {
  id: string;
  type: string;
  account?: string;
  livemode: boolean;
  data: { object: Record<string, unknown> };
}

export const WEBHOOK = "/webhooks/stripe";

/** Stripe as the attacker has it: the stand-in for everything but the load of events, which we sign ourselves. */
export class StripeSide {
  constructor(
    readonly port: number,
    readonly secret: string,
  ) {}

  async control<T>(path: string, body?: object): Promise<T> {
    const answer = await send(this.port, {
      method: body ? "POST" : "GET",
      path: `/_standin/${path}`,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (answer.status !== 200) throw new Error(`/_standin/${path} answered ${answer.status}: ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }

  async session(account: string, id: string): Promise<CheckoutSession> {
    return this.read(account, `checkout/sessions/${id}`);
  }

  async read<T>(account: string, path: string): Promise<T> {
    const headers = { authorization: "Bearer sk_test_reader_of_tests", "stripe-account": account };
    const answer = await send(this.port, { method: "GET", path: `/v1/${path}`, headers });
    if (answer.status !== 200) throw new Error(`/v1/${path} answered ${answer.status}: ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }

  /** Posts bytes to the app's webhook, signed. */
  deliver(port: number, body: Buffer | string): Promise<Answer> {
    return send(port, { path: WEBHOOK, body, headers: this.headers(port, body) });
  }

  headers(port: number, body: Buffer | string): Record<string, string> {
    return {
      host: `localhost:${port}`,
      "content-type": "application/json; charset=utf-8",
      "stripe-signature": signatureOf(body, this.secret),
    };
  }
}

/** The event that says that a session was paid. */
export const paidEvent = (
  account: string,
  session: CheckoutSession,
): StripeEvent & Record<string, unknown> => ({
  id: `evt_${randomUUID().replaceAll("-", "")}`,
  object: "event",
  api_version: "2026-10-28.endive",
  account,
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type: "checkout.session.completed",
  data: {
    object: {
      ...session,
      status: "complete",
      payment_status: "paid",
      payment_intent: session.payment_intent ?? `pi_${session.id.slice(-24)}`,
    },
  },
});
