import { expect, test } from "vitest";
import { balancesAfter, isTypedAgain, readAdjustmentForm } from "../../app/customers/adjustment-form";

const NOTE = "Refund re_1";

test("L110 the button says which way the credits go", () => {
  const values = { amount: "12.5", note: NOTE };

  expect(readAdjustmentForm(values, "add")).toEqual({ draft: { amountMicros: 12_500_000, note: NOTE } });
  expect(readAdjustmentForm(values, "deduct")).toEqual({ draft: { amountMicros: -12_500_000, note: NOTE } });
});

test.each(["", "  ", "\n", "\u200b\u2060"])("L111 %j is no note", (note) => {
  expect(readAdjustmentForm({ amount: "1", note }, "deduct")).toEqual({ errors: { note: "Add a note" } });
});

test("every mistake is told at once", () => {
  expect(readAdjustmentForm({ amount: "-1", note: "" }, "deduct")).toEqual({
    errors: {
      amount: "Amount must be a number of credits greater than 0, with at most six decimals",
      note: "Add a note",
    },
  });
});

test("a note is kept in its lines, and neither too long nor able to reorder the page", () => {
  const read = (note: string) => readAdjustmentForm({ amount: "1", note }, "add");

  expect(read(" One\r\nTwo ")).toEqual({ draft: { amountMicros: 1_000_000, note: "One\nTwo" } });
  expect(read("é".repeat(500))).toHaveProperty("draft");
  expect(read("é".repeat(501))).toEqual({ errors: { note: "Note can have at most 500 characters" } });
  expect(read("a\u202eb")).toEqual({ errors: { note: "Note contains characters that cannot be shown" } });
});

test("L110 what is being typed says what the balance becomes, and what it does not cover", () => {
  const after = (amount: string) => balancesAfter(100_000_000, amount, "en-US");

  expect(after("12.5")).toEqual({ before: "100", added: "112.5", deducted: "87.5" });
  expect(after("100.000001")).toEqual({ before: "100", added: "200.000001", deducted: null });
  expect(after("")).toBeNull();
});

test("L110 up to 10,000 credits nothing is typed twice, and above it the same amount in any spelling", () => {
  const draft = (credits: number) => ({ amountMicros: credits * 1_000_000, note: "Large" });

  expect(isTypedAgain(draft(10_000), "")).toBe(true);
  expect([draft(10_001), draft(-10_001)].map((large) => isTypedAgain(large, ""))).toEqual([false, false]);
  expect([draft(10_001), draft(-10_001)].map((large) => isTypedAgain(large, "10,001.0"))).toEqual([
    true,
    true,
  ]);
});
