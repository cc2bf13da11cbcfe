import { invariant } from "../errors";
import type { WalletBooks } from "./books";
import { bindTo, type CheckoutReport, decideSettlement, type Purchase, purchaseKey } from "./purchase";
import type { SettleResult } from "./results";

/** Does what is decided about a purchase that Stripe reports of. Call inside a transaction. */
export function settlePurchase(books: WalletBooks, found: Purchase, report: CheckoutReport): SettleResult {
  const decision = decideSettlement(found, report);
  const purchase = bindTo(found, report);
  switch (decision.outcome) {
    case "credit":
      return credit(books, purchase);
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

function credit(books: WalletBooks, purchase: Purchase): SettleResult {
  const idempotencyKey = purchaseKey(purchase.purchaseId);
  const decision = books.decide({
    idempotencyKey,
    kind: "purchase",
    amountMicros: purchase.creditsMicros,
    reference: purchase.purchaseId,
    actor: "system",
    note: purchase.planName,
  });
  invariant(decision.outcome === "post", `${idempotencyKey} could not be posted: ${decision.outcome}`);

  const { entry } = decision;
  books.enter(entry);
  const paid = { failureCode: null, failureMessage: null, creditedAt: entry.at };
  books.write({ ...purchase, ...paid, state: "credited" }, entry.seq);
  return { outcome: "credited", balanceMicros: entry.balanceAfterMicros };
}
