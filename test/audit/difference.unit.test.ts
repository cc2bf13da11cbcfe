import { expect, test } from "vitest";
import { sentenceOf } from "../../app/audit/actions";
import { differenceInWords, differences } from "../../app/audit/difference";

const said = (before: object | null, after: object | null) =>
  differences(before && JSON.stringify(before), after && JSON.stringify(after)).map(differenceInWords);

test.each<[string, object | null, object | null, string[]]>([
  [
    "money in its currency",
    { priceMinor: 4900, currency: "eur" },
    { priceMinor: 5900, currency: "eur" },
    ["Price: €49.00 → €59.00"],
  ],
  ["credits", { balanceMicros: 1_500_000 }, { balanceMicros: 0 }, ["Balance: 1.5 → 0"]],
  ["a fee", { platformFeeBps: 250 }, { platformFeeBps: 100 }, ["Platform fee: 2.5 % → 1 %"]],
  ["yes and no", { active: false }, { active: true }, ["Active: No → Yes"]],
  ["what is new", null, { name: "Starter Pack", credits: 1000 }, ["Name: Starter Pack", "Credits: 1,000"]],
  ["what is gone", { role: "member" }, null, ["Role: member → –"]],
  ["emptiness", { description: "" }, { description: "Hello" }, ["Description: – → Hello"]],
  ["what came with a change", { a: 1 }, { a: 1, note: "Why" }, ["Note: Why"]],
  ["a list", { hosts: ["a"] }, { hosts: ["a", "b"] }, ['Hosts: ["a"] → ["a","b"]']],
  ["nothing that stayed", { name: "Same" }, { name: "Same" }, []],
  ["nothing at all", null, null, []],
])("a difference says %s", (_title, before, after, words) => {
  expect(said(before, after)).toEqual(words);
});

test("an action that nobody has worded is shown by its own name", () => {
  expect(sentenceOf("plan.created")).toBe("Created a credit plan");
  expect(sentenceOf("novelty.has_appeared")).toBe("Novelty: has appeared");
  expect(sentenceOf("constructor")).toBe("Constructor");
});
