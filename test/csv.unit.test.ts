import { expect, test } from "vitest";
import { csvLine } from "../app/csv";

test("fields are quoted where they must be, and lines end as RFC 4180 says", () => {
  expect(csvLine(["plain", 'a "b"', "a,b", "a\nb", " spaces ", ""])).toBe(
    'plain,"a ""b""","a,b","a\nb"," spaces ",\r\n',
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["+1 (555) 0100", "'+1 (555) 0100"],
  ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["＝1+1", "'＝1+1"],
  ["\t=1+1", `"'\t'=1+1"`],
  ["\r=1+1", `"'\r'=1+1"`],
  ["late;=1+1", `"late;'=1+1"`],
  ["late\n=1+1", `"late\n'=1+1"`],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
])("a spreadsheet reads %j as text", (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

test.each(["-30.25", "1000", "0.000001", "a-b", "1 + 1 = 2"])("%s stays as it is", (text) => {
  expect(csvLine([text])).toBe(`${text}\r\n`);
});
