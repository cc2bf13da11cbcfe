import { beforeAll, expect, test } from "vitest";
import { anchorOf, SETTINGS } from "../../app/partners/settings-pages";
import { linksNamed, planRows } from "../plans/credit-plans-page";
import type { Owner } from "../shop/people";
import { openShop, proBundle, starterPack } from "../shop/shop";

const PAGES = SETTINGS.flatMap(({ pages }) => pages);
let owner: Owner;

beforeAll(async () => {
  owner = await (await openShop({ plans: [starterPack, proBundle] })).owner();
});

test("L8–9 Settings is in the navigation, and names every page of its own with a link", async () => {
  const settings = await owner.browser.get("/settings");
  expect(settings.status).toBe(200);
  expect(linksNamed(settings, "Settings")).toContain("/settings");
  for (const page of PAGES) {
    expect(linksNamed(settings, page.label), page.label).toContain(page.href);
    expect(settings.text).toContain(page.sentence);
    expect(settings.html).toContain(`id="${anchorOf(page)}"`);
    const own = await owner.browser.get(page.href);
    expect(own.status, page.href).toBe(200);
    expect(own.html, page.href).toMatch(new RegExp(`<h1[^>]*>${page.label}</h1>`));
  }
});

test('L10 Settings has the section "Customer Credit Plans" at its anchor, with the list and Create', async () => {
  const settings = await owner.browser.get("/settings");
  const [, section = ""] = /<section id="customer-credit-plans"(.*?)<\/section>/s.exec(settings.html) ?? [];
  expect(section).toMatch(/<h2[^>]*>Customer Credit Plans<\/h2>/);
  expect(linksNamed({ ...settings, html: section }, "Create Credit Plan")).toHaveLength(1);
  expect(planRows({ ...settings, html: section })).toHaveLength(2);
});

test("L11 the section and the page of its own show the same plans", async () => {
  const [section, page] = [
    await owner.browser.get("/settings"),
    await owner.browser.get("/settings/customer-credit-plans"),
  ];
  expect(page.text).toContain("Settings Customer Credit Plans");
  expect(planRows(page)).toEqual(planRows(section));
  expect(planRows(page).join(" ")).toMatch(/Pro Bundle.*Starter Pack/);
});

test("a setting is found by a word, without scripts", async () => {
  const found = await owner.browser.get("/settings?q=chargeback");
  expect(linksNamed(found, "Refund policy")).toEqual(["/settings/refund-policy"]);
  expect(linksNamed(found, "Plan tier")).toEqual([]);
  expect(found.html).not.toContain('id="customer-credit-plans"');
  expect(found.html).toContain('value="chargeback"');

  const plans = await owner.browser.get("/settings?q=popular");
  expect(plans.html).toContain('id="customer-credit-plans"');
});

test("a word that no setting has says so, and leads back", async () => {
  const none = await owner.browser.get("/settings?q=%3Cb%3Ezebra");
  expect(none.text).toContain("No setting has these words");
  expect(linksNamed(none, "Show all settings")).toEqual(["/settings"]);
  expect(none.html).not.toContain("<b>zebra");
});

test("a page that is not there stays in its frame, without a lock, and leads back to the start", async () => {
  for (const path of ["/customers/customer_nobody", "/settings/customer-credit-plans/plan_nothing"]) {
    const page = await owner.browser.get(path);
    expect(page.status).toBe(404);
    expect(page.text).toContain("Not found There is nothing at this address. Back to the start");
    expect(linksNamed(page, "Back to the start")).toEqual(["/"]);
    expect(linksNamed(page, "Customers")).toContain("/customers");
    expect(page.html).not.toContain("lucide-lock");
  }
});
