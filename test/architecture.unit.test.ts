import ts from "typescript";
import { expect, test } from "vitest";
import { breaches, circles, DIRECTIONS } from "./architecture/directions";
import { LONG_FILES, LONG_FUNCTIONS, WITHOUT_PARTNER } from "./architecture/exceptions";
import { pagedLists, skipsOrCounts } from "./architecture/lists";
import { everyPath, readText, sources, sourcesIn } from "./architecture/source";
import { exportedQueries, functionsOf, isUseOf, lineOf, nodesOf, stringsIn } from "./architecture/syntax";

const MAX_FILE_LINES = 250;
const MAX_FUNCTION_LINES = 50;

const functions = sources.flatMap(functionsOf);
const queries = sourcesIn("db/").flatMap(exportedQueries);
const migrations = everyPath.flatMap((path) => /^migrations\/(.*)$/.exec(path)?.[1] ?? []);

/** `found` is empty, or the failure says the rule, the fix and every place. */
const holds = (rule: string, fix: string, found: string[]) => expect(found, `${rule}. ${fix}`).toEqual([]);

test.each(DIRECTIONS)("$rule", (direction) => {
  holds(direction.rule, direction.fix, breaches(direction, sources));
});

test("a broken direction is seen, whichever way it is imported", () => {
  const path = "app/ui/Page.tsx";
  const text = `import { listPlans } from "../../db/plans.server";
    export { action } from "../routes/sign-in";
    import { type Visit } from "../http/visit.server";
    const late = () => import("../context.server");
    import type { Context } from "../context.server";`;
  const page = readText(path, text);
  const [ui, leak] = ["ui never", "a file without"].map((start) =>
    DIRECTIONS.flatMap((direction) => (direction.rule.startsWith(start) ? breaches(direction, [page]) : [])),
  );

  expect(ui).toHaveLength(5);
  // `import type` is gone at run time, and `import { type … }` is not.
  expect(leak).toEqual([
    `${path}:1 imports db/plans.server.ts`,
    `${path}:3 imports app/http/visit.server.ts`,
    `${path}:4 imports app/context.server.ts`,
  ]);
});

test("no file imports itself by way of others, of the product or of what stands in for the outside", () => {
  holds(
    "Imports run one way",
    "Move what both need into a file of its own.",
    circles(sources.filter(({ path }) => /^(app|db|dev)\//.test(path))),
  );
});

test("a circle is seen, from wherever it is entered", () => {
  const file = (name: string, ...targets: string[]) =>
    readText(`app/${name}.ts`, targets.map((target) => `import type { A } from "./${target}";`).join("\n"));
  const found = circles([
    file("money", "credits"),
    file("credits", "time", "ids"),
    file("time", "credits"),
    file("ids"),
  ]);
  expect(found).toEqual(["app/credits.ts → app/time.ts → app/credits.ts"]);
});

test("a file has at most 250 lines", () => {
  const tooLong = sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ path, lines }) => lines > MAX_FILE_LINES && !LONG_FILES.has(path));
  holds(
    `A file has at most ${MAX_FILE_LINES} lines`,
    "Split it by noun, not by layer; an exception needs its reason in architecture/exceptions.ts.",
    tooLong.map(({ path, lines }) => `${path} has ${lines}`),
  );
});

test("a function has at most 50 lines", () => {
  const tooLong = functions.filter(({ lines }) => lines > MAX_FUNCTION_LINES);
  holds(
    `A function has at most ${MAX_FUNCTION_LINES} lines`,
    "Take out the part that has a name of its own; an exception needs its reason in architecture/exceptions.ts.",
    tooLong
      .filter(({ place }) => !LONG_FUNCTIONS.has(place))
      .map(({ place, line, lines }) => `${place} (line ${line}) has ${lines}`),
  );
});

test("every route module is named in app/routes.ts", () => {
  const named = new Set(
    sourcesIn("app/routes.ts")
      .flatMap(stringsIn)
      .map((text) => `app/${text}`),
  );
  // A component that only one page uses lies beside it, and is named like what it is: with a capital.
  const modules = sourcesIn("app/routes/").filter(({ path }) => !/\/[A-Z][^/]*$/.test(path));
  holds(
    "Every URL is on the one screen of app/routes.ts",
    "Name the module there, or give a component's file a capital letter.",
    modules.map(({ path }) => path).filter((path) => !named.has(path)),
  );
});

test("every query names the partner", () => {
  holds(
    "Every exported query takes the partner right after the database",
    "Add `partnerId` as second argument and to the WHERE; an exception needs its reason in architecture/exceptions.ts.",
    queries
      .filter(({ scope, place }) => !/^partner/.test(scope) && !WITHOUT_PARTNER.has(place))
      .map(({ place }) => place),
  );
});

test("no query counts a table or skips rows of one", () => {
  holds(
    "A list reads one row more than it shows, and nothing is counted",
    "Begin the page at a row (db/page-start.ts); count inside of `FROM (SELECT 1 … LIMIT …)`.",
    sourcesIn("db/").flatMap(skipsOrCounts),
  );
});

test("every list that comes in pages is held to what it costs", () => {
  const costs = sourcesIn("test/lists/list-costs").map(({ text }) => text);
  const lists = pagedLists();
  expect(lists).toContain("listCustomers");
  holds(
    "A page of a list costs a page of rows and one",
    "Ask it in test/lists/list-costs.worker.test.ts.",
    lists.filter((name) => !costs.some((text) => text.includes(`${name}(`))),
  );
});

test("no exception outlives what it excuses", () => {
  const known = new Set([...everyPath, ...[...functions, ...queries].map(({ place }) => place)]);
  const excused = [...LONG_FILES.keys(), ...LONG_FUNCTIONS.keys(), ...WITHOUT_PARTNER.keys()];
  holds(
    "An exception names something that is there",
    "Remove it from architecture/exceptions.ts.",
    excused.filter((place) => !known.has(place)),
  );
});

const WORDS = [
  { word: "dangerouslySetInnerHTML", folder: "app/", fix: "Give React text or elements; it escapes them." },
  { word: "Math.random", folder: "app/", fix: "Use crypto.getRandomValues, or newId for ids." },
  { word: "parseFloat", folder: "app/", fix: "Read digits as text, as app/money.ts does." },
  { word: "toFixed", folder: "app/", fix: "Format from exact text, as app/money.ts does." },
  {
    word: "console",
    folder: "app/",
    except: "app/log.ts",
    fix: "Log through app/log.ts, whose fields are chosen.",
  },
];

test.each(WORDS)("$word is not used in app", ({ word, folder, except, fix }) => {
  const uses = sourcesIn(folder)
    .filter(({ path }) => path !== except)
    .flatMap(({ path, syntax }) =>
      [...nodesOf(syntax)].filter((node) => isUseOf(node, word)).map((node) => `${path}:${lineOf(node)}`),
    );
  holds(`${word} is not used in app`, fix, uses);
});

test("a style attribute stands only in e-mail", () => {
  const styled = sourcesIn("app/")
    .filter(({ path }) => !path.startsWith("app/email/"))
    .flatMap(({ path, syntax }) =>
      [...nodesOf(syntax)]
        .filter((node) => ts.isJsxAttribute(node) && node.name.getText() === "style")
        .map((node) => `${path}:${lineOf(node)}`),
    );
  holds("The content security policy refuses style attributes", "Use a class from app/ui.", styled);
});

test("a migration is named for what it does", () => {
  holds(
    "A migration is named NNNN_words.sql",
    "Give it the next number and what it makes, in lower-case words.",
    migrations.filter((name) => !/^\d{4}(_[a-z]+)+\.sql$/.test(name)),
  );
  const numbers = migrations.map((name) => name.slice(0, 4));
  holds(
    "No two migrations have one number",
    "Give the later one the next number that is free.",
    migrations.filter((_, index) => numbers.indexOf(numbers[index] ?? "") !== index),
  );
});

test("nothing is left to do in the code, and no file is a drawer", () => {
  const unfinished = /\b(?:TO)(?:DO)\b|\bFIX(?:ME)\b/;
  holds(
    "Code says no more than it does",
    "Do it now, or write it down outside of the code.",
    sources.filter(({ text }) => unfinished.test(text)).map(({ path }) => path),
  );
  holds(
    "A file is named for the one thing in it",
    "Find the noun; there is always one.",
    everyPath.filter((path) => /(^|\/)(utils?|helpers?|misc|common)([./]|$)/.test(path)),
  );
});
