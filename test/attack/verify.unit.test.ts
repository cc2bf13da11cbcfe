import { expect, test } from "vitest";
import type { Opened } from "./buyer";
import type { Disk, DiskEntry } from "./read-disk";
import { unprojected, verify } from "./verify";

const CREDITS = 1_000;

const opened = (purchaseId: string): Opened => ({
  customerId: "customer_1",
  purchaseId,
  account: "acct_1",
  creditsMicros: CREDITS,
  session: { id: `cs_${purchaseId}`, payment_intent: null, amount_total: 1, currency: "usd", metadata: {} },
});

const entry = (seq: number, purchaseId: string): DiskEntry => ({
  seq,
  idempotency_key: `purchase:${purchaseId}`,
  kind: "purchase",
  amount_micros: CREDITS,
  balance_after_micros: seq * CREDITS,
  reference: purchaseId,
  actor: "system",
  note: "",
  at: 1,
});

const known = {
  opened: new Map(["a", "b"].map((id) => [id, opened(id)])),
  reported: new Set(["a", "b"]),
  acknowledged: new Set(["a", "b"]),
};

/** A wallet in which two purchases are credited, and a D1 that has been told of both. */
function goodDisk() {
  const entries = [entry(1, "a"), entry(2, "b")];
  const purchases = ["a", "b"].map((purchase_id) => ({
    purchase_id,
    state: "credited",
    credits_micros: CREDITS,
    checkout_session_id: `cs_${purchase_id}`,
    revision: 3,
  }));
  return {
    wallets: new Map([["customer_1", { entries, purchases, outbox: 0 }]]),
    copies: {
      entries: entries.map((one) => ({ ...one, customer_id: "customer_1", partner_id: "partner_1" })),
      purchases: purchases.map(({ purchase_id, state, revision }) => ({ id: purchase_id, state, revision })),
      balances: [{ customer_id: "customer_1", balance_micros: 2 * CREDITS, last_seq: 2 }],
    },
  } satisfies Disk;
}

type Good = ReturnType<typeof goodDisk>;

/** The faults that are seen after something was done to a good disk. */
function faultsAfter(harm: (disk: Good, wallet: { entries: DiskEntry[] }) => void): string[] {
  const disk = goodDisk();
  const wallet = disk.wallets.get("customer_1");
  if (wallet) harm(disk, wallet);
  return [...verify(disk, goodDisk(), known), ...unprojected(disk)].map(({ fault }) => fault);
}

test("what is as it should be is left in peace", () => {
  expect(faultsAfter(() => {})).toEqual([]);
});

test("an acknowledged credit that is gone is lost", () => {
  expect(faultsAfter((_, wallet) => wallet.entries.pop())).toContain("lost");
});

test("a purchase that was opened and is gone is lost", () => {
  expect(faultsAfter((disk) => disk.wallets.get("customer_1")?.purchases.pop())).toContain("lost");
});

test("a purchase that is credited twice is seen, under whatever key", () => {
  const again = { ...entry(3, "a"), idempotency_key: "purchase:a:again" };
  expect(faultsAfter((_, wallet) => wallet.entries.push(again))).toContain("doubled");
});

test("a credit that nobody has paid for is seen, and one of another amount", () => {
  expect(faultsAfter((_, wallet) => wallet.entries.push(entry(3, "never_opened")))).toContain("unasked");
  expect(faultsAfter((_, { entries }) => Object.assign(entries[1] ?? {}, { amount_micros: 1 }))).toContain(
    "unasked",
  );
});

test("a number that is left out, and a balance that is not the sum, are gaps", () => {
  expect(faultsAfter((_, { entries }) => Object.assign(entries[1] ?? {}, { seq: 3 }))).toContain("gaps");
  expect(
    faultsAfter((_, { entries }) => Object.assign(entries[1] ?? {}, { balance_after_micros: 5 })),
  ).toContain("gaps");
});

test("an entry that says something else than before is changed", () => {
  expect(faultsAfter((_, { entries }) => Object.assign(entries[0] ?? {}, { note: "new" }))).toContain(
    "changed",
  );
});

test("what D1 has not been told, or was told wrongly, is unprojected", () => {
  expect(faultsAfter(({ copies }) => copies.entries.pop())).toEqual(["unprojected"]);
  expect(faultsAfter(({ copies }) => copies.purchases.pop())).toEqual(["unprojected"]);
  expect(faultsAfter(({ copies }) => copies.balances.pop())).toEqual(["unprojected"]);
  expect(faultsAfter(({ copies }) => Object.assign(copies.entries[0] ?? {}, { at: 2 }))).toEqual([
    "unprojected",
  ]);
});
