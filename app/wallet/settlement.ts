import { invariant } from "../errors";
import type { WalletBooks } from "./books";
import {
  type AttemptReport,
  bindTo,
  type CheckoutReport,
  decideSettlement,
  foreignness,
  type Purchase,
  purchaseKey,
} from "./purchase";
import type { AttemptResult, ReleaseResult, SettleResult } from "./results";
import { applyKnownReversals } from "./reversals";

/** Does what is decided about a purchase that Stripe reports of. Call inside a transaction. */
export function settlePurchase(books: WalletBooks, found: Purchase, report: CheckoutReport): SettleResult {
  const decision = decideSettlement(found, report);
  const purchase = bindTo(found, report);
  switch (decision.outcome) {
    case "credit":
      return credit(books, purchase, "system");
    case "already_credited":
      return { outcome: "already_credited" };
    case "refuse":
      return { outcome: "refused", reason: decision.reason };
    case "unchanged":
      return { outcome: "unchanged", state: found.state };
    case "move":
      books.writeEnd(purchase, decision.to, report.failure);
      return { outcome: "moved", state: decision.to };
    case "quarantine":
      if (found.state !== "quarantined") {
        books.writeEnd(purchase, "quarantined", { code: "amount_mismatch", message: decision.reason });
      }
      return { outcome: "quarantined", reason: decision.reason };
  }
}

/** Writes down that a card was declined. Call inside a transaction. */
export function recordAttempt(books: WalletBooks, purchase: Purchase, attempt: AttemptReport): AttemptResult {
  const stranger = foreignness(purchase, attempt);
  if (stranger) return { outcome: "refused", reason: stranger };

  const isNew = books.attempts.insert({ ...attempt, ...attempt.failure, at: Date.now() });
  if (!isNew) return { outcome: "recorded", isNew };
  // A credited purchase has nothing to explain, and a quarantined one keeps its own reason.
  if (purchase.state === "credited" || purchase.state === "quarantined") {
    books.tell(purchase.purchaseId, null);
    return { outcome: "recorded", isNew };
  }
  const known = { ...purchase, paymentIntentId: attempt.paymentIntentId };
  books.writeEnd(known, purchase.state, attempt.failure);
  return { outcome: "recorded", isNew };
}

/** A person has looked at a payment that differs from the terms, and gives what was promised all the same. */
export function releasePurchase(books: WalletBooks, purchase: Purchase, actor: string): ReleaseResult {
  if (purchase.state === "credited") {
    const isRepeated = books.entryByKey(purchaseKey(purchase.purchaseId))?.actor === actor;
    return isRepeated ? { outcome: "repeated" } : { outcome: "already_credited" };
  }
  if (purchase.state !== "quarantined") return { outcome: "not_quarantined" };
  return credit(books, purchase, actor);
}

function credit(
  books: WalletBooks,
  purchase: Purchase,
  actor: string,
): { outcome: "credited"; balanceMicros: number } {
  const idempotencyKey = purchaseKey(purchase.purchaseId);
  const decision = books.decide({
    idempotencyKey,
    kind: "purchase",
    amountMicros: purchase.creditsMicros,
    reference: purchase.purchaseId,
    actor,
    note: purchase.planName,
  });
  invariant(decision.outcome === "post", `${idempotencyKey} could not be posted: ${decision.outcome}`);

  const { entry } = decision;
  books.enter(entry);
  const paid = { failureCode: null, failureMessage: null, creditedAt: entry.at };
  const credited = books.write({ ...purchase, ...paid, state: "credited" }, entry.seq);
  applyKnownReversals(books, credited);
  return { outcome: "credited", balanceMicros: books.balanceMicros() };
}
