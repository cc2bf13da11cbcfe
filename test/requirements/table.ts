import ts from "typescript";
import type { Source } from "../architecture/source";
import { nodesOf } from "../architecture/syntax";

interface Row {
  line: string;
  ids: string[];
}

/** A title begins with what it shows: "L78 …", "L12, X1 …", "L12–13 …". */
const BEGINNING = /^[LX]\d+[a-z]?(?:(?:, |–)[LX]?\d+[a-z]?)*(?=[ :])/;

/** "L4–5a, X2" names L4, L5a and X2; "L12–14" names three lines. */
export function idsOf(text: string): string[] {
  let kind = "";
  return [...text.matchAll(/([LX])?(\d+[a-z]?)(?:–[LX]?(\d+[a-z]?))?/g)].flatMap(
    ([, letter, from = "", to]) => {
      kind = letter ?? kind;
      return between(from, to ?? from).map((number) => `${kind}${number}`);
    },
  );
}

function between(from: string, to: string): string[] {
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  const whole = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return [from, ...whole.slice(1, -1), ...(to === from ? [] : [to])];
}

const isRow = (line: string) => /^\| [LX]\d/.test(line);
const cellsOf = (line: string) => line.split("|").slice(1, -1);

export const readRows = (page: string): Row[] =>
  page
    .split("\n")
    .filter(isRow)
    .map((line) => ({ line, ids: idsOf(cellsOf(line)[0] ?? "") }));

/** Which requirements the titles of a file's tests begin with. */
export function titleIds({ path, syntax }: Source): { id: string; path: string }[] {
  if (!path.endsWith(".test.ts")) return [];
  return nodesOf(syntax)
    .filter((node) => ts.isCallExpression(node) && isTest(node.expression))
    .flatMap((node) => idsOf(BEGINNING.exec(titleOf(node as ts.CallExpression))?.[0] ?? ""))
    .map((id) => ({ id, path }));
}

/** The text of a title, or its beginning where the rest depends on a case. */
function titleOf({ arguments: [title] }: ts.CallExpression): string {
  if (!title) return "";
  if (ts.isTemplateExpression(title)) return title.head.text;
  return ts.isStringLiteralLike(title) ? title.text : "";
}

/** `test(…)`, also as `test.each(…)(…)`; the title of a chapter is the beginning of each title in it. */
const isTest = (callee: ts.Expression): boolean => /^(test|describe)\b/.test(callee.getText());

/** The page with the third column written from the tests. */
export function withTests(page: string, tests: { id: string; path: string }[]): string {
  const write = (line: string) => {
    const [id = "", asks = "", , missing = ""] = cellsOf(line);
    const ids = idsOf(id);
    const files = [
      ...new Set(tests.filter((named) => ids.includes(named.id)).map(({ path }) => path)),
    ].sort();
    const shown = files.map((path) => `\`${path.slice("test/".length)}\``).join(" ") || "later";
    return `|${id}|${asks}| ${shown} |${missing}|`;
  };
  return page
    .split("\n")
    .map((line) => (isRow(line) ? write(line) : line))
    .join("\n");
}
