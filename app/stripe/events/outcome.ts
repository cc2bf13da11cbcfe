/** What became of an event, as the webhook log keeps it. */
export interface EventOutcome {
  /** `failed` is the only one that makes Stripe deliver again. */
  outcome: "processed" | "ignored" | "quarantined" | "failed";
  /** In words, for the person who looks why a payment did not become credits. */
  detail: string;
  purchaseId: string | null;
}

export const ignored = (detail: string): EventOutcome => ({ outcome: "ignored", detail, purchaseId: null });

export const quarantined = (detail: string): EventOutcome => ({
  outcome: "quarantined",
  detail,
  purchaseId: null,
});
