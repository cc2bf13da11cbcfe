import { beforeAll, expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";
import { fieldOf, type Page, type Visitor } from "../shop/visitor";
import { appRoutes } from "./app-routes";

/** What every object has, so that a table would answer to it, and a word that none has. */
const INHERITED = ["constructor", "__proto__", "toString"];
const UNKNOWN = "nothing-of-the-kind";

const sources = import.meta.glob<string>(["../../app/**/*.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What is searched for may be any word, and hides the rest of a list. */
const SEARCHES = ["q", "customer"];

/** Every other parameter that a page reads from its address, found in the source: a new one is tried with nobody thinking of it. */
const PARAMETERS = [
  ...new Set(
    Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\.get\("([a-z_-]+)"\)/gi)].map(([, name = ""]) => name),
    ),
  ),
].filter((name) => !SEARCHES.includes(name));

let pages: { id: string; path: string; browser: Visitor }[];

beforeAll(async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, owner] = [await shop.customer(), await shop.owner()];
  const planId = fieldOf(await ana.browser.get("/credits"), "planId");
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await ana.walletIsCopied();
  const { purchaseId } = checkout;
  const own = {
    ":planId": planId,
    ":customerId": ana.id,
    ":memberId": shop.ownerId,
    ":purchaseId": purchaseId,
  };
  pages = appRoutes(own)
    .filter(({ id }) => !id.startsWith("routes/operator/"))
    .map(({ id, path, site }) => ({ id, path, browser: site === "dashboard" ? owner.browser : ana.browser }));
});

const ask = ({ path, browser }: (typeof pages)[number], word: string) =>
  browser.get(`${path}?${new URLSearchParams(PARAMETERS.map((name) => [name, word]))}`);

/** What a page is made of: its elements and its words, without what differs from one moment to the next. */
const madeOf = ({ status, location, html }: Page, word: string): string =>
  [status, location, html]
    .join("\n")
    .replaceAll(word, "WORD")
    .replace(/<(script|time)[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<(\/?\w+)[^>]*>/g, "<$1>");

test("the parameters that pages read are found", () => {
  expect(PARAMETERS).toEqual(expect.arrayContaining(["done", "ai", "sort", "type", "group", "next"]));
});

test("in an address, what every object has says no more than a word that nobody knows", {
  timeout: 60_000,
}, async () => {
  const answered: string[] = [];
  for (const page of pages) {
    const [unknown, ...inherited] = await Promise.all(
      [UNKNOWN, ...INHERITED].map(async (word) => madeOf(await ask(page, word), word)),
    );
    for (const [at, word] of INHERITED.entries())
      if (inherited[at] !== unknown) answered.push(`${page.id} answers to ${word}`);
  }
  expect(answered).toEqual([]);
});
