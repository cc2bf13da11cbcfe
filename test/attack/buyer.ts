import { setTimeout as sleep } from "node:timers/promises";
import { MICROS_PER_CREDIT } from "../../app/credits";
import { type Answer, send } from "./send";
import type { CheckoutSession, StripeSide } from "./stripe-side";

/** The demo's plans of Acme, and the credits that each promises. */
export const PLANS: Record<string, number> = {
  plan_01acme0000000000000starter: 1_000,
  plan_01acme00000000000000000pro: 5_000,
  plan_01acme0000000000enterprise: 10_000,
};

/** A purchase that waits at Stripe, with what the portal promised for it. */
export interface Opened {
  customerId: string;
  purchaseId: string;
  account: string;
  creditsMicros: number;
  session: CheckoutSession;
}

/** A customer of Acme's portal who buys by its forms. */
export class Buyer {
  readonly #host: string;
  #cookies = "";

  constructor(
    readonly id: string,
    readonly email: string,
    readonly account: string,
    readonly ports: { PORT: number; INBOX_PORT: number },
    readonly stripe: StripeSide,
  ) {
    this.#host = `acme.localhost:${ports.PORT}`;
  }

  async signIn(): Promise<void> {
    await this.#post("/sign-in", { email: this.email });
    const signedIn = await this.#post("/sign-in/code", { code: await this.#code() });
    if (signedIn.status !== 303) throw new Error(`Signing in answered ${signedIn.status}`);
  }

  /** Clicks Purchase on a plan, and means it also while another payment is under way. Throws when the portal does not lead to Stripe. */
  async opens(planId: string): Promise<Opened> {
    const answer = await this.#post("/credits", { planId, another: "yes" });
    const sessionId = /cs_test_\w+/.exec(answer.headers.location ?? "")?.[0];
    if (!sessionId) throw new Error(`Purchase answered ${answer.status}`);
    const session = await this.stripe.session(this.account, sessionId);
    return {
      customerId: this.id,
      purchaseId: session.metadata.purchase_id ?? "",
      account: this.account,
      creditsMicros: (PLANS[planId] ?? 0) * MICROS_PER_CREDIT,
      session,
    };
  }

  async #code(): Promise<string> {
    const path = `/api/messages?${new URLSearchParams({ to: this.email, subject: "sign-in" })}`;
    for (let tries = 0; tries < 100; tries += 1) {
      const [mail] = JSON.parse((await send(this.ports.INBOX_PORT, { method: "GET", path })).text);
      if (mail) return mail.code;
      await sleep(50);
    }
    throw new Error(`No code came to ${this.email}`);
  }

  async #post(path: string, form: Record<string, string>): Promise<Answer> {
    const body = new URLSearchParams(form).toString();
    const answer = await send(this.ports.PORT, {
      path,
      body,
      headers: {
        host: this.#host,
        origin: `http://${this.#host}`,
        "content-type": "application/x-www-form-urlencoded",
        cookie: this.#cookies,
      },
    });
    const given = answer.headers["set-cookie"]?.map((cookie) => cookie.split(";", 1)[0]);
    if (given) this.#cookies = given.join("; ");
    return answer;
  }
}
