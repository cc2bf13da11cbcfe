import { formatCredits } from "../credits";
import { MAX_BALANCE_BY_HAND_MICROS } from "../wallet/adjustment";
import type { AdjustResult } from "../wallet/results";

/** Why a wallet did not adjust, in words; null when it did. */
export function adjustmentRefusal(
  result: AdjustResult,
  amountMicros: number,
  locale: string,
): { title: string; text: string } | null {
  switch (result.outcome) {
    case "adjusted":
    case "repeated":
      return null;
    case "insufficient_credits": {
      const needed = formatCredits(Math.abs(amountMicros), locale);
      const available = formatCredits(result.balanceMicros, locale);
      return {
        title: "Not enough credits",
        text: `needs ${needed}, available ${available}; nothing was taken`,
      };
    }
    case "too_many_credits":
      return {
        title: "Too many credits",
        text: `Credits added by hand can raise a balance to ${formatCredits(MAX_BALANCE_BY_HAND_MICROS, locale)} at most; nothing was added.`,
      };
    case "key_reused":
      return {
        title: "This form was sent before",
        text: "It has adjusted the credits already, as the history below shows; nothing more was changed. Send it again if you mean a further change.",
      };
  }
}
