import { expect, test } from "vitest";
import { valuesOf } from "../../app/dns/answer";

test("an answer is what it says of the type asked for, without the names that led there", () => {
  const answer = [
    { type: 5, data: "Portal.Example.COM." },
    { type: 1, data: "192.0.2.7" },
  ];

  expect(valuesOf("A", answer)).toEqual(["192.0.2.7"]);
  expect(valuesOf("CNAME", answer)).toEqual(["portal.example.com"]);
  expect(valuesOf("TXT", answer)).toEqual([]);
});

test.each([
  { data: '"v=spf1 -all"', text: "v=spf1 -all" },
  { data: "v=spf1 -all", text: "v=spf1 -all" },
  { data: '"v=DKIM1; p=AAA" "BBB"', text: "v=DKIM1; p=AAABBB" },
  { data: '"say \\"hello\\" \\\\ \\059"', text: 'say "hello" \\ ;' },
  { data: '""', text: "" },
])("the text $data is read as $text", ({ data, text }) => {
  expect(valuesOf("TXT", [{ type: 16, data }])).toEqual([text]);
});
