import type { CustomerCopies } from "../../db/projection.server";
import type { WalletBooks } from "./books";
import type { Entry, EntryKind } from "./posting";
import { type Purchase, purchaseKey } from "./purchase";
import type { RestorationStorage } from "./restoration-storage";
import type { RestoreResult } from "./results";
import { brokenLedger } from "./soundness";

type CopiedPurchase = CustomerCopies["purchases"][number];
type CopiedCase = CustomerCopies["cases"][number];

/** Why nothing can be restored from these copies, or null. */
export function unrestorable(copies: CustomerCopies): RestoreResult | null {
  if (copies.purchases.length + copies.entries.length === 0) return { outcome: "nothing_copied" };
  const broken = brokenLedger(copies);
  return broken.length > 0 ? { outcome: "unsound", broken } : null;
}

/** Writes into an empty wallet what was copied from the lost one. Call inside a transaction. */
export function restoreCopies(
  books: WalletBooks,
  restoration: RestorationStorage,
  copies: CustomerCopies,
): RestoreResult {
  const { purchases, attempts, cases, entries } = asOfEntries(copies);
  for (const purchase of purchases) restoration.insertPurchase(toPurchase(purchase));
  for (const { id, ...attempt } of attempts) books.attempts.insert({ ...attempt, attemptId: id });
  for (const entry of entries) books.enter(toEntry(entry));
  for (const { purchaseId, policy, openedAt, changedAt, refunds, disputes, decisions } of cases) {
    books.cases.writeCase(purchaseId, policy, openedAt, changedAt);
    for (const refund of refunds) books.cases.writeRefund(purchaseId, refund);
    for (const dispute of disputes) books.cases.writeDispute(purchaseId, dispute);
    for (const decision of decisions) books.cases.insertDecision(purchaseId, decision);
  }
  restoration.insertRestoration(Date.now(), purchases.length, entries.length);
  return { outcome: "restored", ...books.retell() };
}

/**
 * The copies as their entries bear them out. A drain may have ended between a purchase and its entry, and then the copy
 * is a moment ahead of the ledger: such a purchase waits again, and such a case forgets what Stripe said, so that
 * Stripe is asked and the same keys do it again.
 */
export function asOfEntries({ purchases, cases, ...rest }: CustomerCopies): CustomerCopies {
  const keys = new Set(rest.entries.map(({ idempotencyKey }) => idempotencyKey));
  const provenCases = cases.map((copied) => provenCase(copied, keys));
  const changed = new Set(
    provenCases.flatMap((proven, at) => (proven === cases[at] ? [] : proven.purchaseId)),
  );
  return {
    ...rest,
    cases: provenCases,
    purchases: purchases.map((purchase) => {
      const proven = provenPurchase(purchase, keys);
      if (proven === purchase && !changed.has(purchase.id)) return purchase;
      return { ...proven, revision: purchase.revision + 1 };
    }),
  };
}

function provenPurchase(purchase: CopiedPurchase, keys: Set<string>): CopiedPurchase {
  if (purchase.state !== "credited" || keys.has(purchaseKey(purchase.id))) return purchase;
  const state = purchase.checkoutSessionId === null ? "created" : "open";
  return { ...purchase, state, paidMinor: null, creditedAt: null };
}

function provenCase(copied: CopiedCase, keys: Set<string>): CopiedCase {
  const { purchaseId, decisions } = copied;
  const firstUnproven = decisions.findIndex(
    ({ number, takenMicros }) => takenMicros !== 0 && !keys.has(`reversal:${purchaseId}:${number}`),
  );
  if (firstUnproven === -1) return copied;
  return { ...copied, refunds: [], disputes: [], decisions: decisions.slice(0, firstUnproven) };
}

const toPurchase = ({ id, refundedMinor, disputedMinor, ...copied }: CopiedPurchase): Purchase => ({
  ...copied,
  purchaseId: id,
  checkoutUrl: null,
});

/** A copied kind is one that a wallet wrote, whatever the column would take. */
const toEntry = (copied: CustomerCopies["entries"][number]): Entry => ({
  ...copied,
  kind: copied.kind as EntryKind,
});
