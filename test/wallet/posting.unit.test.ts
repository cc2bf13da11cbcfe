import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvariantViolation } from "../../app/errors";
import {
  decidePosting,
  ENTRY_TYPE,
  type Entry,
  type Posting,
  type PostingDecision,
} from "../../app/wallet/posting";
import { NOW } from "../sample-time";
import { sampleEntry } from "./sample-entry";

const posting = (changes: Partial<Posting> = {}): Posting => {
  const { seq: _, balanceAfterMicros: __, at: ___, ...asked } = sampleEntry();
  return { ...asked, ...changes };
};

/** A ledger that does what is decided, as a wallet does. */
class Ledger {
  readonly entries: Entry[] = [];

  post(asked: Posting): PostingDecision {
    const sameKey = this.entries.find((entry) => entry.idempotencyKey === asked.idempotencyKey);
    const decision = decidePosting(
      this.entries.at(-1) ?? null,
      sameKey ?? null,
      asked,
      NOW + this.entries.length,
    );
    if (decision.outcome === "post") this.entries.push(decision.entry);
    return decision;
  }
}

describe("one posting", () => {
  test("the first entry of a ledger is number 1 and is the balance", () => {
    expect(decidePosting(null, null, posting(), NOW)).toEqual({ outcome: "post", entry: sampleEntry() });
  });

  test("the next one continues the last", () => {
    const last = sampleEntry({ seq: 7, balanceAfterMicros: 250 });
    const next = decidePosting(
      last,
      null,
      posting({ idempotencyKey: "purchase:2", amountMicros: 750 }),
      NOW + 1,
    );

    expect(next).toMatchObject({
      outcome: "post",
      entry: { seq: 8, balanceAfterMicros: 1_000, at: NOW + 1 },
    });
  });

  test("B1 the same intent again is answered with the first entry, reworded or not", () => {
    const first = sampleEntry();

    expect(
      decidePosting(
        sampleEntry({ seq: 9 }),
        first,
        posting({ note: "Reworded", actor: "member_1" }),
        NOW + 1,
      ),
    ).toEqual({
      outcome: "duplicate",
      entry: first,
    });
  });

  test.each<Partial<Posting>>([{ amountMicros: 1 }, { reference: "purchase_other" }])(
    "a known key with %j is a bug that is told, not a duplicate",
    (changes) => {
      expect(decidePosting(null, sampleEntry(), posting(changes), NOW)).toEqual({ outcome: "key_reused" });
    },
  );

  test("a known key with another kind is told as well", () => {
    expect(decidePosting(null, sampleEntry({ kind: "manual_add" }), posting(), NOW)).toEqual({
      outcome: "key_reused",
    });
  });

  test("B11 a balance ends at zero: the last credit can be taken, the one after it cannot", () => {
    const last = sampleEntry({ balanceAfterMicros: 100 });
    const take = (amountMicros: number) =>
      decidePosting(last, null, posting({ idempotencyKey: "take", amountMicros }), NOW);

    expect(take(-100)).toMatchObject({ outcome: "post", entry: { balanceAfterMicros: 0 } });
    expect(take(-101)).toEqual({ outcome: "insufficient_credits", shortByMicros: 1 });
  });

  test("an empty ledger has nothing to take", () => {
    expect(decidePosting(null, null, posting({ amountMicros: -5 }), NOW)).toEqual({
      outcome: "insufficient_credits",
      shortByMicros: 5,
    });
  });

  test.each([0, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "B13 an amount of %d is a bug, and stops",
    (amountMicros) => {
      expect(() => decidePosting(null, null, posting({ amountMicros }), NOW)).toThrow(InvariantViolation);
    },
  );

  test("B13 a balance never leaves the exact integers", () => {
    const last = sampleEntry({ balanceAfterMicros: Number.MAX_SAFE_INTEGER - 1 });
    const add = (amountMicros: number) => decidePosting(last, null, posting({ amountMicros }), NOW);

    expect(add(1)).toMatchObject({ outcome: "post" });
    expect(() => add(2)).toThrow(InvariantViolation);
  });

  test("B11 what a partner wants back whole may overdraw, and what is owed is repaid by what comes next", () => {
    const last = sampleEntry({ seq: 4, balanceAfterMicros: 300 });
    const taking = posting({ idempotencyKey: "reversal", kind: "refund_clawback", amountMicros: -1_000 });
    expect(decidePosting(last, null, taking, NOW, "covered")).toMatchObject({ shortByMicros: 700 });
    const taken = decidePosting(last, null, taking, NOW, "may_overdraw");
    expect(taken).toMatchObject({ outcome: "post", entry: { balanceAfterMicros: -700 } });

    const owing = sampleEntry({ seq: 5, balanceAfterMicros: -700 });
    const repaid = decidePosting(owing, null, posting({ amountMicros: 500 }), NOW);
    expect(repaid).toMatchObject({ outcome: "post", entry: { balanceAfterMicros: -200 } });
  });

  test("L106 the words of the history", () => {
    expect(ENTRY_TYPE).toEqual({
      purchase: "Added",
      manual_add: "Added",
      reinstate: "Added",
      manual_deduct: "Deducted",
      refund_clawback: "Deducted",
      dispute_clawback: "Deducted",
    });
  });
});

describe("an adjustment by hand", () => {
  const deduct = (amountMicros: number, changes: Partial<Posting> = {}) =>
    posting({ kind: "manual_deduct", idempotencyKey: "adjustment:form_1", amountMicros, ...changes });

  test("L110 a deduction is an entry below zero that leaves the rest", () => {
    const last = sampleEntry({ seq: 4, balanceAfterMicros: 1_000_000_000 });

    expect(decidePosting(last, null, deduct(-12_500_000), NOW)).toMatchObject({
      outcome: "post",
      entry: { seq: 5, amountMicros: -12_500_000, balanceAfterMicros: 987_500_000 },
    });
  });

  test("L110 the same form is the same deduction, and with another amount it is told", () => {
    const first = { ...deduct(-5), seq: 2, balanceAfterMicros: 5, at: NOW };

    expect(decidePosting(first, first, deduct(-5), NOW)).toEqual({ outcome: "duplicate", entry: first });
    expect(decidePosting(first, first, deduct(-6), NOW)).toEqual({ outcome: "key_reused" });
    expect(decidePosting(first, first, deduct(5, { kind: "manual_add" }), NOW)).toEqual({
      outcome: "key_reused",
    });
  });

  test("L110 what a person adds is Added, and what a person takes is Deducted", () => {
    expect([ENTRY_TYPE.manual_add, ENTRY_TYPE.manual_deduct]).toEqual(["Added", "Deducted"]);
  });
});

describe("any sequence of postings", () => {
  const asked = fc.record({
    // Few keys, amounts and references, so that keys meet again with the same content and with another.
    idempotencyKey: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
    amountMicros: fc.constantFrom(30_000, 1_000_000_000, -30_000, -999_970_000, -1),
    reference: fc.constantFrom("x", "y"),
    note: fc.string(),
  });

  const eachLedger = (
    check: (ledger: Ledger, asked: Posting, decision: PostingDecision, before: Entry[]) => void,
  ) =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (changes) => {
        const ledger = new Ledger();
        for (const change of changes) {
          const before = [...ledger.entries];
          check(ledger, posting(change), ledger.post(posting(change)), before);
        }
      }),
    );

  test("B13 the balance is the sum of the entries, numbered without a gap, and never below zero", () => {
    eachLedger(({ entries }) => {
      let sumMicros = 0n;
      for (const [index, entry] of entries.entries()) {
        sumMicros += BigInt(entry.amountMicros);
        expect(entry.seq).toBe(index + 1);
        expect(BigInt(entry.balanceAfterMicros)).toBe(sumMicros);
        expect(entry.balanceAfterMicros).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test("B1 each key is in the ledger once, and asking again answers with what stands there", () => {
    eachLedger(({ entries }, again, decision, before) => {
      expect(new Set(entries.map((entry) => entry.idempotencyKey)).size).toBe(entries.length);
      const first = before.find((entry) => entry.idempotencyKey === again.idempotencyKey);
      if (!first) return;
      const isSame = first.amountMicros === again.amountMicros && first.reference === again.reference;
      expect(decision).toEqual(isSame ? { outcome: "duplicate", entry: first } : { outcome: "key_reused" });
    });
  });

  test("what is not posted leaves the ledger as it was, and nothing that stands there ever changes", () => {
    eachLedger(({ entries }, _, decision, before) => {
      expect(entries.slice(0, before.length)).toEqual(before);
      expect(entries.length - before.length).toBe(decision.outcome === "post" ? 1 : 0);
    });
  });

  test("B13 a hundred thousand uses of 0.03 credits leave exactly what is left", () => {
    let last = sampleEntry({ amountMicros: 3_000_000_001, balanceAfterMicros: 3_000_000_001 });
    for (let use = 0; use < 100_000; use += 1) {
      const decision = decidePosting(
        last,
        null,
        posting({ idempotencyKey: `use:${use}`, amountMicros: -30_000 }),
        NOW,
      );
      if (decision.outcome !== "post") throw new Error(`Use ${use} was ${decision.outcome}`);
      last = decision.entry;
    }

    expect(last).toMatchObject({ seq: 100_001, balanceAfterMicros: 1 });
  });
});
