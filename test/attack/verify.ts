import type { Opened } from "./buyer";
import type { Disk, DiskEntry, DiskWallet } from "./read-disk";

export const FAULTS = ["lost", "changed", "doubled", "unasked", "gaps", "unprojected"] as const;
export type Fault = (typeof FAULTS)[number];

export interface Violation {
  fault: Fault;
  what: string;
}

/** What the outside world knows. */
export interface Known {
  readonly opened: ReadonlyMap<string, Opened>;
  /** Purchases of which a payment was reported, as it was agreed, at least once. */
  readonly reported: ReadonlySet<string>;
  /** Purchases for which such a report was answered 2xx: Stripe will never tell of them again. */
  readonly acknowledged: ReadonlySet<string>;
}

/** Holds what is on the disk against what the outside world knows, and against what was on the disk before. */
export function verify(disk: Disk, before: Disk | null, known: Known): Violation[] {
  return [
    ...[...disk.wallets].flatMap(([customerId, wallet]) => [
      ...gapsOf(customerId, wallet),
      ...doubledIn(wallet),
      ...unaskedIn(customerId, wallet, known),
      ...changedSince(customerId, wallet, before?.wallets.get(customerId)),
    ]),
    ...lostFrom(disk, known),
    ...strayCopies(disk),
  ];
}

const violation = (fault: Fault, what: string): Violation => ({ fault, what });
const keyOf = (purchaseId: string) => `purchase:${purchaseId}`;

/** Entries are 1, 2, 3 … and each balance is the one before and the amount. */
function gapsOf(customerId: string, { entries }: DiskWallet): Violation[] {
  let balance = 0;
  return entries.flatMap((entry, index) => {
    balance += entry.amount_micros;
    const follows = entry.seq === index + 1 && entry.balance_after_micros === balance;
    return follows ? [] : [violation("gaps", `${customerId}: entry ${entry.seq} does not follow`)];
  });
}

function doubledIn({ entries }: DiskWallet): Violation[] {
  const seen = new Set<string>();
  return entries.flatMap(({ reference }) => {
    if (seen.has(reference)) return [violation("doubled", `${reference} is credited twice`)];
    seen.add(reference);
    return [];
  });
}

/** Nothing is credited that was not paid, nor to another customer, nor more or less than was promised. */
function unaskedIn(customerId: string, { entries }: DiskWallet, { opened, reported }: Known): Violation[] {
  return entries.flatMap(({ reference, amount_micros }) => {
    const purchase = opened.get(reference);
    const isAsked =
      reported.has(reference) &&
      purchase?.customerId === customerId &&
      purchase.creditsMicros === amount_micros;
    return isAsked ? [] : [violation("unasked", `${customerId} has ${amount_micros} for ${reference}`)];
  });
}

/** What was seen once stays as it was: sequence, amount, balance and all. */
function changedSince(customerId: string, now: DiskWallet, before: DiskWallet | undefined): Violation[] {
  return (before?.entries ?? []).flatMap((entry, index) =>
    isSame(entry, now.entries[index])
      ? []
      : [violation("changed", `${customerId}: entry ${entry.seq} is not what it was`)],
  );
}

/** What was answered 2xx is there: a purchase that was opened, and the credits of one that was paid. */
function lostFrom({ wallets }: Disk, { opened, acknowledged }: Known): Violation[] {
  const purchases = new Map(
    [...wallets.values()].flatMap((wallet) => wallet.purchases.map((row) => [row.purchase_id, row] as const)),
  );
  const credited = new Set(
    [...wallets.values()].flatMap(({ entries }) => entries.map((entry) => entry.idempotency_key)),
  );
  return [...opened.values()].flatMap(({ purchaseId, session }) => {
    const row = purchases.get(purchaseId);
    if (row?.checkout_session_id !== session.id) return [violation("lost", `${purchaseId} was opened`)];
    if (!acknowledged.has(purchaseId)) return [];
    return credited.has(keyOf(purchaseId)) && row.state === "credited"
      ? []
      : [violation("lost", `${purchaseId} was acknowledged`)];
  });
}

/** At any time what D1 holds of a ledger is a part of it. */
function strayCopies({ wallets, copies }: Disk): Violation[] {
  return copies.entries.flatMap(({ customer_id, partner_id, ...copy }) =>
    isSame(copy, wallets.get(customer_id)?.entries[copy.seq - 1])
      ? []
      : [violation("unprojected", `D1's entry ${copy.seq} of ${customer_id} is not the wallet's`)],
  );
}

/** What D1 has not been told of, once there was time to tell it. */
export function unprojected({ wallets, copies }: Disk): Violation[] {
  const entries = new Set(copies.entries.map(({ customer_id, seq }) => `${customer_id}/${seq}`));
  const purchases = new Map(copies.purchases.map((row) => [row.id, row]));
  const balances = new Map(copies.balances.map((row) => [row.customer_id, row]));
  return [...wallets].flatMap(([customerId, wallet]) => {
    const last = wallet.entries.at(-1);
    const balance = balances.get(customerId);
    return [
      ...wallet.entries
        .filter(({ seq }) => !entries.has(`${customerId}/${seq}`))
        .map(({ seq }) => violation("unprojected", `entry ${seq} of ${customerId}`)),
      ...wallet.purchases
        .filter(({ purchase_id, state, revision }) => {
          const copy = purchases.get(purchase_id);
          return copy?.state !== state || copy.revision !== revision;
        })
        .map(({ purchase_id }) => violation("unprojected", purchase_id)),
      ...(last && (balance?.balance_micros !== last.balance_after_micros || balance.last_seq !== last.seq)
        ? [violation("unprojected", `the balance of ${customerId}`)]
        : []),
      ...(wallet.outbox > 0 ? [violation("unprojected", `${wallet.outbox} rows wait in ${customerId}`)] : []),
    ];
  });
}

const FIELDS = [
  "seq",
  "idempotency_key",
  "kind",
  "amount_micros",
  "balance_after_micros",
  "reference",
  "actor",
  "note",
  "at",
] as const satisfies (keyof DiskEntry)[];

const isSame = (a: DiskEntry, b: DiskEntry | undefined): boolean =>
  b !== undefined && FIELDS.every((field) => a[field] === b[field]);
