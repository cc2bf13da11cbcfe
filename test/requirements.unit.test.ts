import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourcesIn } from "./architecture/source";
import { idsOf, readRows, titleIds, withTests } from "./requirements/table";

const PAGE = new URL("../docs/requirements.md", import.meta.url);

const page = readFileSync(PAGE, "utf8");
const known = new Set(readRows(page).flatMap(({ ids }) => ids));
const tests = sourcesIn("test/").flatMap((source) => titleIds(source));

test("every requirement that a test names stands in docs/requirements.md", () => {
  const unknown = tests.filter(({ id }) => !known.has(id)).map(({ id, path }) => `${id} in ${path}`);
  expect(unknown, "Correct the id at the beginning of the title, or add the row to the page.").toEqual([]);
});

test("every line of the product's description has exactly one row", () => {
  const ids = readRows(page).flatMap((row) => row.ids);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(
    idsOf("L1–152, X1–13")
      .filter((id) => !BLANK.has(id))
      // Where a line says two things they are rows of their own, "L5a" and "L5b".
      .filter((id) => !ids.some((other) => other === id || other.replace(/[a-z]$/, "") === id)),
  ).toEqual([]);
});

const BLANK = new Set(["L18", "L30", "L55", "L66", "L79"]);

test("the page names the tests that show each requirement, and says `later` of the others", async () => {
  await expect(
    withTests(page, tests),
    "Tests came, went or changed their titles. Write the column anew: npx vitest run --project unit test/requirements.unit.test.ts -u",
  ).toMatchFileSnapshot(PAGE.pathname);
});
