import type { RecordedFinding } from "../../db/reconcile-tables";

/** One difference between Stripe and the wallets. */
export type Finding = RecordedFinding;
export type FindingKind = Finding["kind"];

/**
 * What may be done about a finding: `repair` is safe and needs nobody to look; `release` is a person's decision; for
 * the rest there is nothing to press.
 */
export const REMEDY: Record<FindingKind, "repair" | "release" | "look"> = {
  paid_not_credited: "repair",
  reversal_not_recorded: "repair",
  amount_differs: "release",
  credited_not_paid: "look",
  unknown_payment: "look",
};

export const isRepairable = ({ kind, outcome }: Finding): boolean =>
  REMEDY[kind] === "repair" && outcome === null;
