import { env, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import type { Wallet } from "../../app/wallet/wallet.server";
import { inboxOf, type Paid, stripe } from "./outside";
import type { Shop } from "./shop";
import { fieldOf, type Page, type Visitor } from "./visitor";

export const GOOD_CARD = "4242424242424242";
export const DECLINED_CARD = "4000000000000002";

/** Somebody who signs in by the code in their e-mail. */
class Person {
  constructor(
    readonly shop: Shop,
    readonly email: string,
    readonly browser: Visitor,
  ) {}

  async signsIn(): Promise<Page> {
    await this.browser.post("/sign-in", { email: this.email, next: "/" });
    const [mail] = await inboxOf(this.email, "sign-in code");
    return this.browser.post("/sign-in/code", { code: mail?.code ?? "", next: "/" });
  }
}

/** Somebody who works for the partner. */
export class Member extends Person {
  constructor(
    shop: Shop,
    readonly id: string,
    email: string,
    browser: Visitor,
  ) {
    super(shop, email, browser);
  }

  /** Fills in the form "Create Credit Plan" and sends it. */
  async creates(values: Record<string, string>): Promise<Page> {
    const form = await this.browser.get("/settings/customer-credit-plans/new");
    return this.browser.post("/settings/customer-credit-plans/new", {
      formId: fieldOf(form, "formId"),
      ...values,
    });
  }
}

export class Owner extends Member {}

export class Customer extends Person {
  constructor(
    shop: Shop,
    readonly id: string,
    email: string,
    browser: Visitor,
  ) {
    super(shop, email, browser);
  }

  /** Opens Credits and clicks Purchase on a plan; answers the purchase, waiting at Stripe. */
  async chooses(planName: string): Promise<Checkout> {
    return this.clicks(await this.sees().then(({ page }) => clickOn(page, planName)));
  }

  async clicks(click: { planId: string; clickId: string; another?: string }): Promise<Checkout> {
    const answer = await this.browser.post("/credits", click);
    if (answer.status !== 303) throw new Error(`Purchase answered ${answer.status}: ${answer.text}`);
    return this.#checkoutAt(answer.location ?? "");
  }

  /** What the portal shows: the balance and the history, newest first. */
  async sees(): Promise<{ balance: string; history: string[]; page: Page }> {
    const page = await this.browser.get("/credits");
    const balance = /Current Balance (-?[\d.,]+) credits/.exec(page.text)?.[1] ?? "";
    const history = [...page.html.matchAll(/<tr role="row"[^>]*>(?:(?!<\/tr>).)*<\/tr>/gs)]
      .map(([row]) =>
        row
          .replace(/<[^>]+>/g, " ")
          .replace(/\s+/g, " ")
          .trim(),
      )
      .filter((row) => /^(Added|Deducted|Used)/.test(row));
    return { balance, history, page };
  }

  /** Looks straight into the wallet, without waking anything else. */
  async wallet<T>(look: (wallet: Wallet, state: DurableObjectState) => T | Promise<T>): Promise<T> {
    return runInDurableObject(this.#stub(), (wallet, state) => look(wallet as unknown as Wallet, state));
  }

  async entries(): Promise<
    { seq: number; kind: string; amount_micros: number; balance_after_micros: number }[]
  > {
    return this.wallet((_wallet, { storage }) =>
      storage.sql
        .exec("SELECT seq, kind, amount_micros, balance_after_micros FROM entries ORDER BY seq")
        .toArray(),
    ) as never;
  }

  /** Waits until the wallet has told D1 everything. Its alarm may be running by itself, so it is asked, not told. */
  async walletIsCopied(): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      await runDurableObjectAlarm(this.#stub());
      const left = await this.wallet((_, { storage }) =>
        storage.sql.exec("SELECT count(*) AS n FROM outbox").one(),
      );
      if (left.n === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("The wallet did not copy itself to D1");
  }

  #stub() {
    return env.WALLET.get(env.WALLET.idFromName(this.id));
  }

  async #checkoutAt(url: string): Promise<Checkout> {
    const sessionId = /cs_[A-Za-z0-9_]+/.exec(url)?.[0] ?? "";
    const session = await stripe.read<CheckoutSession>(`checkout/sessions/${sessionId}`, this.shop.accountId);
    return new Checkout(url, sessionId, session.metadata.purchase_id ?? "", session);
  }
}

export interface CheckoutSession {
  id: string;
  url: string;
  amount_total: number;
  currency: string;
  payment_intent: string | null;
  client_reference_id: string;
  success_url: string;
  cancel_url: string;
  metadata: Record<string, string>;
}

/** A purchase that waits at Stripe. */
export class Checkout {
  constructor(
    readonly url: string,
    readonly sessionId: string,
    readonly purchaseId: string,
    readonly session: CheckoutSession,
  ) {}

  pays(card = GOOD_CARD, more: object = {}): Promise<Paid> {
    return stripe.pay(this.sessionId, card, more);
  }
}

/** What a click on a plan's Purchase sends. Sent twice, it is a double click. */
export const clickOn = (page: Page, planName: string) => ({
  planId: planIdOf(page, planName),
  clickId: fieldOf(page, "clickId"),
});

function planIdOf(page: Page, planName: string): string {
  const card = page.html.split("<li").find((part) => part.includes(`>${planName}<`));
  const planId = /name="planId" value="([^"]+)"/.exec(card ?? "")?.[1];
  if (!planId) throw new Error(`${planName} is not on ${page.url}: ${page.text.slice(0, 400)}`);
  return planId;
}
