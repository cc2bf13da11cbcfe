import { expect, test } from "vitest";
import { readAdjustmentForm } from "../../app/customers/adjustment-form";

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
