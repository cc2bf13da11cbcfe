import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, readCsv } from "../app/csv";

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

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

test("a table is read back as it was written, whatever is in its cells", () => {
  // A formula is written as text, with a sign before it.
  const cell = fc
    .string()
    .filter((text) => csvLine([text]).replace(/^"|"?\r\n$/g, "")[0] !== "'" && !/[;\t]/.test(text));
  const row = fc
    .array(cell, { minLength: 1, maxLength: 5 })
    .filter((cells) => cells.some((text) => text.trim()));
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const head = ["a", "b", "c"];
      const kept = rows.filter((cells) => !/[\r\n][=+\-@＝＋－＠]/.test(cells.join("\u0000")));
      expect(cellsOf([head, ...kept].map(csvLine).join(""))).toEqual([head, ...kept]);
    }),
  );
});

test.each([
  [
    "commas",
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "semicolons, as Excel writes where the comma is decimal",
    "a;b\r\n1,5;2",
    [
      ["a", "b"],
      ["1,5", "2"],
    ],
  ],
  [
    "tabs, as a spreadsheet copies",
    "a\tb\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "ends of lines of an old Mac",
    "a,b\r1,2\r",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a mark of byte order",
    "\uFEFFa,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["quotes around what needs them", '"a ""b""","c,\nd"', [['a "b"', "c,\nd"]]],
  ["a quote within a cell", 'a "b" c,d', [['a "b" c', "d"]]],
  ["something behind a closing quote, which is left out", '"a" b,c', [["a", "c"]]],
  ["a quote that nobody closes", 'a,"b\nc', [["a", "b\nc"]]],
  [
    "empty lines, which are no records",
    "a,b\n\n , \n1,2\n\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["nothing", "", []],
])("a table with %s is read", (_what, text, cells) => {
  expect(cellsOf(text)).toEqual(cells);
});

test("a record knows on which line it begins, also behind cells of several lines", () => {
  expect(readCsv('a\n\n"x\r\ny\rz"\nb').map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, "a"],
    [3, "x\r\ny\rz"],
    [6, "b"],
  ]);
});

test("a long text is read in one go", () => {
  const row = `"${"x ".repeat(250_000)}",b\n`;
  expect(readCsv(`a,b\n${row}${row}`).map(({ line }) => line)).toEqual([1, 2, 3]);
});
