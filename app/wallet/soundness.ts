import type { CustomerCopies } from "../../db/projection.server";
import { reversedMicros } from "../refunds/reversal";
import { purchaseKey } from "./purchase";

/** What must hold of every wallet at any time, by name. */
export type Invariant =
  | "entries_are_numbered_without_gaps"
  | "balances_are_sums"
  | "one_key_one_entry"
  | "purchases_and_entries_agree"
  | "cases_add_up"
  | "cases_and_entries_agree";

export interface BrokenInvariant {
  invariant: Invariant;
  /** The id of what it is broken by: a purchase, or an entry's idempotency key. */
  about: string;
}

/** Which rules this wallet breaks; none, unless there is a bug of ours or somebody wrote past the rules. */
export function brokenInvariants(copies: CustomerCopies): BrokenInvariant[] {
  return [...brokenLedger(copies), ...disagreeingPurchases(copies), ...brokenCases(copies)];
}

/** The rules of the ledger alone. */
export function brokenLedger({ entries }: CustomerCopies): BrokenInvariant[] {
  const broken: BrokenInvariant[] = [];
  const keys = new Set<string>();
  let balanceMicros = 0;
  for (const [index, entry] of entries.entries()) {
    const about = entry.idempotencyKey;
    balanceMicros += entry.amountMicros;
    if (entry.seq !== index + 1) broken.push({ invariant: "entries_are_numbered_without_gaps", about });
    if (entry.balanceAfterMicros !== balanceMicros) broken.push({ invariant: "balances_are_sums", about });
    if (keys.has(about)) broken.push({ invariant: "one_key_one_entry", about });
    keys.add(about);
  }
  return broken;
}

/** A purchase is credited and has its one entry of just so many credits, or is not and has none. */
function disagreeingPurchases({ purchases, entries }: CustomerCopies): BrokenInvariant[] {
  const amounts = new Map(entries.map((entry) => [entry.idempotencyKey, entry.amountMicros]));
  const known = new Set(purchases.map(({ id }) => id));
  const disagreeing = purchases.filter(
    ({ id, state, creditsMicros }) =>
      amounts.get(purchaseKey(id)) !== (state === "credited" ? creditsMicros : undefined),
  );
  const astray = entries.filter(({ kind, reference }) => kind === "purchase" && !known.has(reference));
  return [...disagreeing.map(({ id }) => id), ...astray.map(({ reference }) => reference)].map((about) => ({
    invariant: "purchases_and_entries_agree",
    about,
  }));
}

/** due + taken + kept = reversed, and what was taken is what the ledger says was taken. */
function brokenCases({ purchases, cases, entries }: CustomerCopies): BrokenInvariant[] {
  return cases.flatMap(({ purchaseId: about, dueMicros, takenMicros, keptMicros }) => {
    const purchase = purchases.find(({ id }) => id === about);
    if (!purchase) return [{ invariant: "cases_and_entries_agree" as const, about }];

    const paidMinor = purchase.paidMinor ?? purchase.priceMinor;
    const reversed = purchase.state === "credited" ? reversedMicros({ ...purchase, paidMinor }, purchase) : 0;
    const moved = entries
      .filter(({ idempotencyKey }) => idempotencyKey.startsWith(`reversal:${about}:`))
      .reduce((sum, { amountMicros }) => sum + amountMicros, 0);
    return [
      ...(dueMicros + takenMicros + keptMicros === reversed
        ? []
        : [{ invariant: "cases_add_up" as const, about }]),
      ...(moved + takenMicros === 0 ? [] : [{ invariant: "cases_and_entries_agree" as const, about }]),
    ];
  });
}
