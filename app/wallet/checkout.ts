import type { WalletBooks } from "./books";
import type { Purchase } from "./purchase";
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
