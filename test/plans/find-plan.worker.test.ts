import { expect, test } from "vitest";
import { openShop, type PlanSpec } from "../shop/shop";
import type { Page } from "../shop/visitor";
import { PLAN_PAGES, planRows } from "./credit-plans-page";

const [, LIST] = PLAN_PAGES;
const PLANS: PlanSpec[] = [
  { name: "Café Große Runde", credits: 10_000, priceMinor: 30_000 },
  { name: "Pack 10", credits: 1_000, priceMinor: 20_000 },
  { name: "Pack 9", credits: 2_000, priceMinor: 10_000 },
];

async function openList() {
  const { browser } = await (await openShop({ plans: PLANS })).owner();
  return (search: Record<string, string>) => browser.get(`${LIST}?${new URLSearchParams(search)}`);
}

const names = (page: Page) => planRows(page).map((row) => row.replace(/ (?:Active|Inactive) .*/, ""));

/** How the header of a column says that it is sorted by, and where a click on it leads. */
function header({ html }: Page, label: string) {
  const [, cell = ""] =
    [...html.matchAll(/<th\b(.*?)<\/th>/gs)].find(([, inner = ""]) => inner.includes(`>${label}<`)) ?? [];
  const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(cell)?.[1];
  return { isSorted: attribute("aria-sort"), leadsTo: attribute("href")?.replaceAll("&amp;", "&") };
}

/** Where the links lead that stand for the heads of the table where its rows are stacked. */
const sortLinks = ({ html }: Page) => {
  const [, links = ""] = /<nav aria-label="Sort by"(.*?)<\/nav>/s.exec(html) ?? [];
  return [...links.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
};

test("L41 a part of the name finds the plan, whatever its accents and capitals, and the address is the search", async () => {
  const finds = await openList();
  for (const q of ["café", "CAFE", " große ", "runde"]) {
    expect(names(await finds({ q })), q).toEqual(["Café Große Runde"]);
  }
  const page = await finds({ q: "pack" });
  expect(names(page)).toEqual(["Pack 10", "Pack 9"]);
  expect(page.html).toMatch(/<input type="search"[^>]*name="q"[^>]*value="pack"/);
  expect(names(await finds({}))).toHaveLength(3);
});

test("L41 a search that finds nothing says so and leads back, and puts no words on the page", async () => {
  const page = await (await openList())({ q: "call us at once" });
  expect(page.text).toContain("No plan with this in its name Show all plans");
  expect(page.text).not.toContain("call us");
  expect(page.html).toContain(`href="${LIST}"`);
});

test.each([
  ["Name", "name", ["Café Große Runde", "Pack 9", "Pack 10"]],
  ["Credits", "credits", ["Café Große Runde", "Pack 9", "Pack 10"]],
  ["Price", "price", ["Café Große Runde", "Pack 10", "Pack 9"]],
  ["Per credit", "per-credit", ["Café Große Runde", "Pack 9", "Pack 10"]],
])("L42 a click on %s sorts by it, a second click the other way round", async (label, sort, expected) => {
  const lists = await openList();
  const start = await lists({});
  expect(header(start, label).isSorted).toBeUndefined();
  expect(sortLinks(start)).toContain(header(start, label).leadsTo);

  const first = new URL(header(start, label).leadsTo ?? "", "http://here").searchParams;
  expect(first.get("sort")).toBe(sort);
  const sorted = await lists(Object.fromEntries(first));
  expect(names(sorted)).toEqual(expected);
  expect(header(sorted, label).isSorted).toBe(first.get("order"));
  expect(sortLinks(sorted)).toContain(header(sorted, label).leadsTo);

  const second = new URL(header(sorted, label).leadsTo ?? "", "http://here").searchParams;
  const reversed = await lists(Object.fromEntries(second));
  expect(names(reversed)).toEqual(expected.toReversed());
  expect(header(reversed, label).isSorted).not.toBe(first.get("order"));
});

test("L43 sorting keeps the search, searching keeps the sorting, and an address that sorts by nothing of ours sorts by nothing", async () => {
  const lists = await openList();
  const page = await lists({ q: "pack", sort: "price", order: "ascending" });
  expect(names(page)).toEqual(["Pack 9", "Pack 10"]);
  expect(header(page, "Credits").leadsTo).toBe(`${LIST}?q=pack&sort=credits&order=descending`);
  expect(page.html).toMatch(/<input type="hidden" name="sort" value="price"/);
  for (const sort of ["toString", "__proto__", "secret"]) {
    expect(names(await lists({ sort }))).toEqual(["Café Große Runde", "Pack 10", "Pack 9"]);
  }
});
