import type { Entry } from "../../app/wallet/posting";
import { NOW } from "../sample-time";
import { samplePurchase } from "./sample-purchase";

/** The entry that a Starter Pack leaves in an empty ledger. */
export const sampleEntry = (changes: Partial<Entry> = {}): Entry => {
  const { purchaseId, planName, creditsMicros } = samplePurchase();
  return {
    seq: 1,
    idempotencyKey: `purchase:${purchaseId}`,
    kind: "purchase",
    amountMicros: creditsMicros,
    balanceAfterMicros: creditsMicros,
    reference: purchaseId,
    actor: "system",
    note: planName,
    at: NOW,
    ...changes,
  };
};
