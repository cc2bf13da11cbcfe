import type { Invariant, Row, Snapshot } from "../evidence";
import type { WalletContents } from "../wallet-contents";

/** What the copy in D1 leaves out is the wallet's own business. */
function differences(copy: Row | undefined, original: Row): string[] {
  if (!copy) return ["is missing in D1"];
  return Object.keys(copy)
    .filter((column) => column in original && copy[column] !== original[column])
    .map((column) => `has ${column} ${copy[column]} in D1 and ${original[column]} in the wallet`);
}

const asRow = (stored: object): Row => ({ ...stored }) as Row;

const caseRow = (file: WalletContents["cases"][number]): Row => ({
  policy: file.policy,
  due_micros: file.dueMicros,
  taken_micros: file.takenMicros,
  kept_micros: file.keptMicros,
  refunds: JSON.stringify(file.refunds),
  disputes: JSON.stringify(file.disputes),
  decisions: JSON.stringify(file.decisions),
  revision: file.revision,
});

function copiesOf({ database }: Snapshot, customerId: string) {
  const mine = (row: Row) => row.customer_id === customerId;
  return {
    entries: database.ledger_entries.filter(mine).sort((one, other) => Number(one.seq) - Number(other.seq)),
    purchases: database.purchases.filter(mine),
    attempts: database.purchase_attempts.filter(mine),
    cases: database.refund_cases.filter(mine),
    balance: database.customer_balances.find(mine),
  };
}

const copiesAreComplete: Invariant = {
  name: "I8 once told, D1 holds what the wallets hold, row by row",
  broken: (evidence) =>
    [...evidence.wallets].flatMap(([id, wallet]) => {
      const copies = copiesOf(evidence, id);
      const last = wallet.entries.at(-1);
      return [
        ...wallet.entries.flatMap((entry, index) =>
          differences(copies.entries[index], asRow(entry)).map((why) => `entry ${entry.seq} of ${id} ${why}`),
        ),
        ...wallet.purchases.flatMap((purchase) =>
          differences(
            copies.purchases.find((copy) => copy.id === purchase.purchase_id),
            asRow(purchase),
          ).map((why) => `${purchase.purchase_id} ${why}`),
        ),
        ...wallet.attempts.flatMap((attempt) =>
          differences(
            copies.attempts.find((copy) => copy.id === attempt.attempt_id),
            asRow(attempt),
          ).map((why) => `attempt ${attempt.attempt_id} ${why}`),
        ),
        ...wallet.cases.flatMap((file) =>
          differences(
            copies.cases.find((copy) => copy.purchase_id === file.purchaseId),
            caseRow(file),
          ).map((why) => `the case of ${file.purchaseId} ${why}`),
        ),
        ...(last
          ? differences(copies.balance, {
              balance_micros: last.balance_after_micros,
              last_seq: last.seq,
              updated_at: last.at,
            }).map((why) => `the balance of ${id} ${why}`)
          : []),
        ...(copies.entries.length > wallet.entries.length ? [`D1 has more entries than ${id}`] : []),
        ...(copies.attempts.length > wallet.attempts.length ? [`D1 has more attempts than ${id}`] : []),
        ...(copies.cases.length > wallet.cases.length ? [`D1 has more cases than ${id}`] : []),
        ...(copies.purchases.length > wallet.purchases.length ? [`D1 has more purchases than ${id}`] : []),
      ];
    }),
};

/** Not always a beginning: copies that were forgotten are told again in an order of their own. */
const copiesAreNotAhead: Invariant = {
  name: "I8 at any time D1 holds nothing that the wallets do not hold",
  broken: ({ earlier }) =>
    earlier.flatMap((snapshot) =>
      [...snapshot.wallets].flatMap(([id, wallet]) => {
        const { entries, purchases } = copiesOf(snapshot, id);
        return [
          ...entries.flatMap((copy) => {
            const entry = wallet.entries.find(({ seq }) => seq === copy.seq);
            return entry ? differences(copy, asRow(entry)) : [`D1 has entry ${copy.seq}, ${id} has not`];
          }),
          ...purchases.flatMap((copy) => {
            const purchase = wallet.purchases.find(({ purchase_id }) => purchase_id === copy.id);
            return purchase && Number(copy.revision) <= purchase.revision
              ? []
              : [`D1 is ahead of ${id} with ${copy.id}`];
          }),
        ];
      }),
    ),
};

export const COPIES: Invariant[] = [copiesAreComplete, copiesAreNotAhead];
