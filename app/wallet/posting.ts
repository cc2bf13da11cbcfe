import { invariant } from "../errors";

/** What moved the balance. Later kinds are added here; what stands in a ledger keeps its kind for ever. */
export type EntryKind =
  | "purchase"
  | "manual_add"
  | "manual_deduct"
  | "refund_clawback"
  | "dispute_clawback"
  | "reinstate";

/** The word that a person reads in the column "Type". */
export type EntryType = "Added" | "Deducted" | "Used";

export const ENTRY_TYPE: Record<EntryKind, EntryType> = {
  purchase: "Added",
  manual_add: "Added",
  manual_deduct: "Deducted",
  refund_clawback: "Deducted",
  dispute_clawback: "Deducted",
  reinstate: "Added",
};

export const kindsOf = (type: EntryType): EntryKind[] =>
  (Object.keys(ENTRY_TYPE) as EntryKind[]).filter((kind) => ENTRY_TYPE[kind] === type);

/** The request to add an entry. The same key always means the same intent. */
export interface Posting {
  idempotencyKey: string;
  kind: EntryKind;
  /** Signed, in micro-credits, never 0. */
  amountMicros: number;
  /** What the entry is about: the id of a purchase, or of the form that a person sent. */
  reference: string;
  /** Who caused it: "system", or the id of a person. */
  actor: string;
  note: string;
}

/** One immutable change of the balance. `seq` counts from 1 without gaps. */
export interface Entry extends Posting {
  seq: number;
  balanceAfterMicros: number;
  at: number;
}

export type PostingDecision =
  | { outcome: "post"; entry: Entry }
  | { outcome: "duplicate"; entry: Entry }
  | { outcome: "key_reused" }
  | { outcome: "insufficient_credits"; shortByMicros: number };

/** `covered` deducts only what is there; `may_overdraw` takes back what a partner wants back whole. */
export type PostingLimit = "covered" | "may_overdraw";

/** Decides what a posting does, given the ledger's last entry and the entry that already holds its key. */
export function decidePosting(
  last: Entry | null,
  sameKey: Entry | null,
  posting: Posting,
  now: number,
  limit: PostingLimit = "covered",
): PostingDecision {
  if (sameKey) {
    return isSamePosting(sameKey, posting)
      ? { outcome: "duplicate", entry: sameKey }
      : { outcome: "key_reused" };
  }
  invariant(
    Number.isSafeInteger(posting.amountMicros) && posting.amountMicros !== 0,
    `A posting of ${posting.amountMicros} micro-credits is not a whole amount`,
  );

  const balanceAfterMicros = (last?.balanceAfterMicros ?? 0) + posting.amountMicros;
  invariant(Number.isSafeInteger(balanceAfterMicros), "A balance left the range of exact integers");
  const isOverdrawn = posting.amountMicros < 0 && balanceAfterMicros < 0;
  if (isOverdrawn && limit === "covered") {
    return { outcome: "insufficient_credits", shortByMicros: -balanceAfterMicros };
  }

  return { outcome: "post", entry: { ...posting, seq: (last?.seq ?? 0) + 1, balanceAfterMicros, at: now } };
}

// The note is left out: a person may reword it and still mean the same movement.
function isSamePosting(entry: Entry, posting: Posting): boolean {
  return (
    entry.kind === posting.kind &&
    entry.amountMicros === posting.amountMicros &&
    entry.reference === posting.reference
  );
}
