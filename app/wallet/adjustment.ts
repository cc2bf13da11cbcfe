import type { WalletBooks } from "./books";
import type { AdjustResult } from "./results";

/** A change of the balance that a person of the partner makes by hand. */
export interface Adjustment {
  partnerId: string;
  customerId: string;
  /** The form that was sent: however often it arrives, it is one adjustment. */
  formId: string;
  /** Signed: credits are added above 0 and deducted below. */
  amountMicros: number;
  note: string;
  actor: string;
}

/** Far below the last exact integer, so that no balance made by hand leaves a purchase without room. */
export const MAX_BALANCE_BY_HAND_MICROS = 1_000_000_000_000_000;

/** Posts an adjustment as a whole or not at all. Call inside a transaction. */
export function adjustBalance(
  books: WalletBooks,
  { formId, amountMicros, actor, note }: Adjustment,
): AdjustResult {
  const decision = books.decide({
    idempotencyKey: `adjustment:${formId}`,
    kind: amountMicros > 0 ? "manual_add" : "manual_deduct",
    amountMicros,
    reference: formId,
    actor,
    note,
  });
  switch (decision.outcome) {
    case "duplicate":
      return { outcome: "repeated", entry: decision.entry };
    case "key_reused":
      return { outcome: "key_reused" };
    case "insufficient_credits":
      return { outcome: "insufficient_credits", balanceMicros: -amountMicros - decision.shortByMicros };
    case "post": {
      const { entry } = decision;
      if (amountMicros > 0 && entry.balanceAfterMicros > MAX_BALANCE_BY_HAND_MICROS) {
        return { outcome: "too_many_credits" };
      }
      books.enter(entry);
      books.tell(null, entry.seq);
      return { outcome: "adjusted", entry, balanceMicros: entry.balanceAfterMicros };
    }
  }
}
