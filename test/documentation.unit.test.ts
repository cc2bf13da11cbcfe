import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./architecture/source";

const WRITTEN = /\.(md|txt)$/;
const LINK = /\]\(([^)\s]+)\)/g;
/** A file of ours that is named in running text. */
const NAMED_FILE = /`((?:app|db|dev|docs|migrations|test)\/[\w./-]+\.\w+)`/g;

const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => WRITTEN.test(path))
    .map((path) => join(folder, path));

const pages = ["README.md", ...["app", "dev", "docs"].flatMap(below)].sort();
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

/** Links of a page to files of ours, from the root of the checkout. */
const linksOf = (page: string): string[] =>
  [...read(page).matchAll(LINK)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => join(dirname(page), target.replace(/#.*$/, "")));

test("L1–3 docs/llms.txt leads to every page of the documentation", () => {
  const listed = new Set(linksOf("docs/llms.txt"));
  const missing = pages.filter((page) => page !== "docs/llms.txt" && !listed.has(page));
  expect(missing, "Add the page to docs/llms.txt, with a line that says what it is.").toEqual([]);
});

test("every link of the documentation leads to a file", () => {
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !existsSync(join(ROOT, target)))
      .map((target) => `${page} → ${target}`),
  );
  expect(broken, "Correct the link, or write what it promises.").toEqual([]);
});

test("every file that the documentation names is there", () => {
  const gone = pages.flatMap((page) =>
    [...read(page).matchAll(NAMED_FILE)]
      .map(([, path = ""]) => path)
      .filter((path) => !existsSync(join(ROOT, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(gone, "The file was moved or renamed: say its new name.").toEqual([]);
});

test("every heading that a link names is there", () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]*)#([\w-]+)\)/g)]
      .filter(([, target = "", anchor = ""]) => !/^https?:/.test(target) && !hasHeading(page, target, anchor))
      .map(([link]) => `${page}: ${link}`),
  );
  expect(broken, "Name the heading in lower case, with hyphens for spaces.").toEqual([]);
});

function hasHeading(page: string, target: string, anchor: string): boolean {
  const path = target ? join(dirname(page), target) : page;
  const headings = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return headings.some(
    (heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-") === anchor,
  );
}
