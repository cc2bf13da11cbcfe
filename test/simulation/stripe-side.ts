/** An event with what the simulation reads of it. */
export interface StripeEvent {
  id: string;
  type: string;
  account?: string;
  livemode: boolean;
  data: { object: StripeSession | StripeRefund | StripeDispute | StripeCharge };
}

export interface StripeSession {
  id: string;
  object: "checkout.session";
  status: "open" | "complete" | "expired";
  payment_status: "paid" | "unpaid" | "no_payment_required";
  payment_intent: string | null;
  amount_total: number;
  currency: string;
  metadata: { purchase_id?: string; customer_id?: string };
}

export interface StripeRefund {
  id: string;
  object: "refund";
  status: "pending" | "succeeded" | "failed" | "canceled";
  payment_intent: string;
  amount: number;
}

export interface StripeDispute {
  id: string;
  object: "dispute";
  status: string;
  payment_intent: string;
  /** What the bank took, below zero, and gave back. */
  balance_transactions: { amount: number }[];
}

interface StripeCharge {
  id: string;
  object: "charge" | "payment_intent";
  payment_intent: string | null;
}

/** The types that the endpoint is subscribed to when Topup is deployed. */
const SUBSCRIBED = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.payment_failed",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "charge.dispute.closed",
];

const ORIGIN = "http://stripe.test";
const MORE_THAN_A_SEED_SENDS = 1_000_000;

/** What buyers, banks and Stripe itself do at the stand-in, and what Stripe knows. Never faulty. */
export class StripeSide {
  readonly #stub: DurableObjectStub;

  constructor(stub: DurableObjectStub) {
    this.#stub = stub;
  }

  async open(accountIds: string[]): Promise<void> {
    // The simulation carries the events itself, in an order that the seed decides.
    await this.#control("faults", { action: "hold", times: MORE_THAN_A_SEED_SENDS });
    for (const id of accountIds) await this.#control("accounts", { id, email: "owner@shop.test" });
  }

  pay(sessionId: string, card: string): Promise<unknown> {
    return this.#control(`sessions/${sessionId}/pay`, { card });
  }

  endDebit(paymentIntent: string, end: "settle" | "fail"): Promise<unknown> {
    return this.#control(`payments/${paymentIntent}/${end}`, {});
  }

  refund(paymentIntent: string, how: "refund" | "refund_pending", amount: number): Promise<unknown> {
    return this.#control(`payments/${paymentIntent}/${how}`, { amount });
  }

  endRefund(refundId: string, end: "complete" | "fail"): Promise<unknown> {
    return this.#control(`refunds/${refundId}/${end}`, {});
  }

  dispute(paymentIntent: string, how: "dispute" | "inquiry", amount: number): Promise<unknown> {
    return this.#control(`payments/${paymentIntent}/${how}`, { amount });
  }

  endDispute(disputeId: string, end: "win" | "lose"): Promise<unknown> {
    return this.#control(`disputes/${disputeId}/${end}`, {});
  }

  expire(accountId: string, sessionId: string): Promise<unknown> {
    return this.#ask("POST", `checkout/sessions/${sessionId}/expire`, accountId);
  }

  session(accountId: string, sessionId: string): Promise<StripeSession> {
    return this.#ask("GET", `checkout/sessions/${sessionId}`, accountId);
  }

  sessions(accountId: string): Promise<StripeSession[]> {
    return this.#list("checkout/sessions", accountId);
  }

  refunds(accountId: string): Promise<StripeRefund[]> {
    return this.#list("refunds", accountId);
  }

  disputes(accountId: string): Promise<StripeDispute[]> {
    return this.#list("disputes", accountId);
  }

  /** Oldest first. */
  async events(accountId: string): Promise<StripeEvent[]> {
    const query = SUBSCRIBED.map((type, index) => `types[${index}]=${type}`).join("&");
    const page = await this.#ask<{ data: StripeEvent[] }>("GET", `events?limit=100&${query}`, accountId);
    return page.data.reverse();
  }

  async #list<T>(path: string, accountId: string): Promise<T[]> {
    return (await this.#ask<{ data: T[] }>("GET", `${path}?limit=100`, accountId)).data;
  }

  async #control(path: string, body: object): Promise<unknown> {
    return this.#read(
      await this.#stub.fetch(`${ORIGIN}/_standin/${path}`, { method: "POST", body: JSON.stringify(body) }),
    );
  }

  async #ask<T>(method: "GET" | "POST", path: string, account: string): Promise<T> {
    const headers = { authorization: "Bearer sk_test_simulation", "stripe-account": account };
    return this.#read(await this.#stub.fetch(`${ORIGIN}/v1/${path}`, { method, headers }));
  }

  async #read<T>(response: Response): Promise<T> {
    if (!response.ok)
      throw new Error(`The Stripe stand-in answered ${response.status}: ${await response.text()}`);
    return response.json<T>();
  }
}
