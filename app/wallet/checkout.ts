import type { WalletBooks } from "./books";
import type { PaymentFailure, Purchase } from "./purchase";
import type { AttachResult } from "./results";

/** Gives a purchase its one session at Stripe. Call inside a transaction. */
export function attachCheckout(
  books: WalletBooks,
  purchase: Purchase,
  sessionId: string,
  url: string,
): AttachResult {
  if (purchase.checkoutSessionId === sessionId && purchase.checkoutUrl === url) {
    return { outcome: "attached", purchase };
  }
  if (purchase.checkoutSessionId !== null && purchase.checkoutSessionId !== sessionId) {
    return { outcome: "other_session" };
  }
  const state = purchase.state === "created" ? "open" : purchase.state;
  return {
    outcome: "attached",
    purchase: books.write({ ...purchase, state, checkoutSessionId: sessionId, checkoutUrl: url }),
  };
}

/**
 * Stripe made no page for this purchase: it ends without a charge, and the try is kept like one that a bank turned
 * down. Call inside a transaction.
 */
export function abandonPurchase(
  books: WalletBooks,
  purchase: Purchase,
  failure: PaymentFailure,
): AttachResult {
  if (purchase.state !== "created") return { outcome: "attached", purchase };
  const { purchaseId } = purchase;
  const attempt = { attemptId: purchaseId, purchaseId, declineCode: null, paymentIntentId: null };
  books.attempts.insert({ ...attempt, ...failure, at: Date.now() });
  return { outcome: "attached", purchase: books.writeEnd(purchase, "failed", failure) };
}
