import type { CustomerCopies } from "../../db/projection.server";

/** A row of which wallet and copy do not say the same. */
export interface Difference {
  table: "purchases" | "purchase_attempts" | "refund_cases" | "ledger_entries" | "customer_balances";
  id: string;
  how:
    | "not_copied"
    /** The copy is of something that the wallet does not hold. */
    | "not_held"
    /** The copy is of a later state than the wallet's own. */
    | "ahead"
    | "differs";
}

interface ComparedRow {
  table: Difference["table"];
  id: string;
  /** Grows with each change of the row. */
  age: number;
  text: string;
}

/** Where the copies of a wallet differ from what it holds. */
export function differences(held: CustomerCopies, copied: CustomerCopies): Difference[] {
  const [heldRows, copiedRows] = [rowsOf(held), rowsOf(copied)];
  const found: Difference[] = [];
  for (const [key, { table, id, age, text }] of heldRows) {
    const copy = copiedRows.get(key);
    if (!copy) found.push({ table, id, how: "not_copied" });
    else if (copy.age > age) found.push({ table, id, how: "ahead" });
    else if (copy.text !== text) found.push({ table, id, how: "differs" });
  }
  for (const [key, { table, id }] of copiedRows) {
    if (!heldRows.has(key)) found.push({ table, id, how: "not_held" });
  }
  return found;
}

/**
 * What only the copies know. A wallet always knows at least what it told, so anything here means that it was lost or
 * set back, and that the copies are all that is left of it.
 */
export const onlyCopied = (found: readonly Difference[]): Difference[] =>
  found.filter(({ how }) => how === "not_held" || how === "ahead");

function rowsOf({ purchases, attempts, cases, entries, balance }: CustomerCopies): Map<string, ComparedRow> {
  const row = (table: Difference["table"], id: string, age: number, content: object) => ({
    table,
    id,
    age,
    text: JSON.stringify(content, inOrder),
  });
  const rows = [
    ...purchases.map((copy) => row("purchases", copy.id, copy.revision, copy)),
    ...attempts.map((copy) => row("purchase_attempts", copy.id, 0, copy)),
    ...cases.map((copy) => row("refund_cases", copy.purchaseId, copy.revision, copy)),
    // Two entries of one number and different keys are two entries.
    ...entries.map((copy) => row("ledger_entries", `${copy.seq} ${copy.idempotencyKey}`, 0, copy)),
    ...(balance ? [row("customer_balances", balance.customerId, balance.lastSeq, balance)] : []),
  ];
  return new Map(rows.map((compared) => [`${compared.table} ${compared.id}`, compared]));
}

/** Objects with their keys in one order, so that equal ones are equal texts. */
const inOrder = (_key: string, value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
