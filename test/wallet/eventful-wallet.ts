import type { RefundPolicy } from "../../app/refunds/reversal";
import type { CheckoutReport, PurchaseTerms } from "../../app/wallet/purchase";
import type { Wallet } from "../../app/wallet/wallet.server";
import { disputeOf, refundOf } from "../refunds/sample-reversals";

interface Owner {
  partnerId: string;
  customerId: string;
}

const PRICE_MINOR = 4_900;

/**
 * Does to a wallet everything that can be done to one: a purchase in every state, refunds and disputes by every policy,
 * decisions, adjustments. `see` is called after each change. All ids follow from the customer's.
 */
export function liveThroughEverything(wallet: Wallet, owner: Owner, see: () => void = () => {}): void {
  const life = new Life(wallet, owner, see);
  const { customerId } = owner;

  const kept = life.buys("kept");
  life.refunds(kept, "manual", 2_450);
  life.decides(kept, "keep", 500);

  const taken = life.buys("taken");
  life.refunds(taken, "full", 1_633);
  life.refunds(taken, "full", 3_267);

  const won = life.buys("won");
  life.disputes(won, "needs_response", 1);
  life.disputes(won, "won", 2);

  life.adjusts("spent", -1_800);
  const used = life.buys("used");
  life.adjusts("spent_more", -500);
  life.refunds(used, "available", PRICE_MINOR);
  life.adjusts("gift", 25);

  life.opens("created");
  const open = life.attaches("open");
  const failure = { code: "generic_decline", message: "Your card was declined." };
  const attempt = {
    attemptId: `ch_${customerId}`,
    paymentIntentId: `pi_${open.purchaseId}`,
    declineCode: "generic_decline",
    failure,
  };
  life.does(() => wallet.recordAttempt({ ...open, ...attempt }));
  life.reports(life.attaches("processing"), { payment: "processing" });
  life.reports(life.attaches("expired"), { payment: "expired" });
  const failing = life.opens("failed");
  life.does(() =>
    wallet.abandonPurchase(failing.purchaseId, { code: "refused", message: "Stripe said no." }),
  );
  life.reports(life.attaches("quarantined"), { payment: "paid", amountMinor: 100 });
  const released = life.attaches("released");
  life.reports(released, { payment: "paid", amountMinor: 4_800 });
  life.does(() => wallet.releasePurchase(released.purchaseId, "member_olivia"));
  const waiting = life.buys("waiting");
  life.refunds(waiting, "manual", 1_000);
}

class Life {
  readonly #wallet: Wallet;
  readonly #owner: Owner;
  readonly #see: () => void;

  constructor(wallet: Wallet, owner: Owner, see: () => void) {
    this.#wallet = wallet;
    this.#owner = owner;
    this.#see = see;
  }

  does(change: () => { outcome: string }): void {
    const { outcome } = change();
    const isChange = /^(opened|attached|credited|moved|quarantined|recorded|decided|adjusted)$/.test(outcome);
    if (!isChange) throw new Error(`The wallet answered ${outcome}`);
    this.#see();
  }

  opens(name: string): PurchaseTerms {
    const terms: PurchaseTerms = {
      ...this.#owner,
      purchaseId: `purchase_${this.#owner.customerId}_${name}`,
      planId: "plan_starter",
      planVersion: 1,
      planName: "Starter Pack",
      creditsMicros: 1_000_000_000,
      priceMinor: PRICE_MINOR,
      currency: "usd",
      platformFeeMinor: 122,
      accountId: "acct_1",
      livemode: false,
    };
    this.does(() => this.#wallet.openPurchase(terms, `click_${name}`));
    return terms;
  }

  attaches(name: string): PurchaseTerms {
    const terms = this.opens(name);
    const { purchaseId } = terms;
    const url = `https://checkout.stripe.com/c/pay/${purchaseId}`;
    this.does(() => this.#wallet.attachCheckout(purchaseId, `cs_${purchaseId}`, url));
    return terms;
  }

  buys(name: string): PurchaseTerms {
    const terms = this.attaches(name);
    this.reports(terms, { payment: "paid" });
    return terms;
  }

  reports(terms: PurchaseTerms, said: Pick<CheckoutReport, "payment"> & Partial<CheckoutReport>): void {
    const { purchaseId, accountId, livemode, currency } = terms;
    const report = {
      ...{ purchaseId, accountId, livemode, currency, failure: null },
      sessionId: `cs_${purchaseId}`,
      amountMinor: PRICE_MINOR,
      paymentIntentId: `pi_${purchaseId}`,
    };
    this.does(() => this.#wallet.settle({ ...report, ...said }));
  }

  refunds(terms: PurchaseTerms, policy: RefundPolicy, amountMinor: number): void {
    const paymentIntentId = `pi_${terms.purchaseId}`;
    const refund = refundOf({
      refundId: `re_${terms.purchaseId}_${amountMinor}`,
      paymentIntentId,
      amountMinor,
    });
    this.does(() =>
      this.#wallet.recordReversals({ ...terms, policy, paymentIntentId, refunds: [refund], disputes: [] }),
    );
  }

  disputes(terms: PurchaseTerms, status: string, moves: number): void {
    const paymentIntentId = `pi_${terms.purchaseId}`;
    const dispute = disputeOf({ disputeId: `du_${terms.purchaseId}`, paymentIntentId, status, moves });
    this.does(() =>
      this.#wallet.recordReversals({
        ...terms,
        policy: "full",
        paymentIntentId,
        refunds: [],
        disputes: [dispute],
      }),
    );
  }

  decides({ purchaseId }: PurchaseTerms, choice: "deduct" | "keep", dueCredits: number): void {
    const formId = `form_${purchaseId}`;
    const answer = { purchaseId, formId, choice, note: "As agreed", actor: "member_olivia" };
    this.does(() => this.#wallet.decideCase({ ...answer, dueMicros: dueCredits * 1_000_000 }));
  }

  adjusts(form: string, credits: number): void {
    const about = { formId: `form_${form}`, note: "By hand", actor: "member_olivia" };
    this.does(() => this.#wallet.adjust({ ...this.#owner, ...about, amountMicros: credits * 1_000_000 }));
  }
}
