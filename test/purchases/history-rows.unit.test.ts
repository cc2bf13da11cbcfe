import { expect, test } from "vitest";
import { ENGLISH } from "../../app/i18n/wording";
import { historyFileHeaders, historyRows } from "../../app/purchases/history-rows";
import { formatExactTime, MINUTE_MS } from "../../app/time";
import { wordingIn } from "../i18n/sample-wording";
import { NOW } from "../sample-time";
import { sampleEntry } from "../wallet/sample-entry";

test("L106 an entry is read as Type, Amount, Balance, Note and Date", () => {
  const [row] = historyRows(
    [sampleEntry({ at: NOW, balanceAfterMicros: 1_250_000_000 })],
    NOW + 3 * MINUTE_MS,
    ENGLISH,
  );

  expect(historyFileHeaders(ENGLISH)).toEqual(["Type", "Amount", "Balance", "Note", "Date", "Entry"]);
  expect(row).toEqual({
    id: "1",
    type: "Added",
    amount: "+1,000",
    added: true,
    balance: "1,250",
    note: "Starter Pack",
    purchaseId: sampleEntry().reference,
    date: {
      iso: "2026-11-22T18:12:00.000Z",
      relative: "3 minutes ago",
      exact: formatExactTime(NOW, "en-US"),
    },
  });
});

test("what was taken is shown as taken", () => {
  const [row] = historyRows([sampleEntry({ amountMicros: -30_000, balanceAfterMicros: 0 })], NOW, ENGLISH);

  expect(row).toMatchObject({ amount: "-0.03", added: false, balance: "0" });
});

test("the least that can be added is shown as added", () => {
  const [row] = historyRows([sampleEntry({ amountMicros: 1 })], NOW, ENGLISH);

  expect(row).toMatchObject({ amount: "+0.000001", added: true });
});

test("rows stand in the order of the entries, in the reader's language", () => {
  const rows = historyRows([sampleEntry({ seq: 2 }), sampleEntry({ seq: 1 })], NOW, wordingIn("de"));

  expect(rows.map((row) => [row.id, row.type, row.amount, row.date.relative])).toEqual([
    ["2", "Gutgeschrieben", "+1.000", "jetzt"],
    ["1", "Gutgeschrieben", "+1.000", "jetzt"],
  ]);
});

test("what a person noted is theirs; what we noted ourselves is told in the reader's language", () => {
  const note = (changes: Parameters<typeof sampleEntry>[0], language: "en" | "de" | "fr") =>
    historyRows([sampleEntry(changes)], NOW, wordingIn(language))[0]?.note;
  const byPolicy = { kind: "refund_clawback", actor: "system", note: "Refund re_1" } as const;
  expect(note(byPolicy, "de")).toBe("Nach einer Erstattung");
  expect(note({ ...byPolicy, kind: "reinstate" }, "fr")).toContain("Rendu");
  expect(note(byPolicy, "en")).toBe("Refund re_1");
  expect(note({ ...byPolicy, actor: "member_1", note: "As we agreed" }, "de")).toBe("As we agreed");
});
