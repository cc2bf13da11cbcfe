import { describe, expect, test } from "vitest";
import { openShop } from "../shop/shop";
import { fieldOf, type Page } from "../shop/visitor";
import { NEW_PLAN } from "./credit-plans-page";
import { auditRecords, pathOf, planRecords, versionRecords } from "./plan-rows";

const TYPED = {
  name: "Plan 1",
  credits: "1000",
  price: "59",
  unitCost: "30",
  margin: "60",
  description: "Kept text",
  popular: "on",
};

/** What stands in the part of a page with this heading, up to the end of the section. */
function sectionOf({ html }: Page, heading: string): string {
  const begin = html.split("<section").find((part) => part.includes(`>${heading}</h2>`)) ?? "";
  return begin.replace(/<\/section>.*|<style.*?<\/style>|<!--.*?-->|<[^>]+>/gs, " ").replace(/\s+/g, " ");
}

describe("Check price, without JavaScript", () => {
  test("L35 answers with the suggestion and keeps everything as it was typed, and nothing is saved", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const page = await owner.creates({ ...TYPED, intent: "advise" });

    expect(page.status).toBe(200);
    const panel = sectionOf(page, "Pricing assistant");
    expect(panel).toContain("Suggested price $48.00 → $49.00");
    expect(panel).toContain("Price $49.00 $59.00");
    expect(panel).toContain("Per credit $0.049 $0.059");
    expect(panel).toContain("Markup 63.3 % 96.7 %");
    expect(panel).toContain("Gross margin 38.8 % 49.2 %");
    expect(panel).toContain("“Plan 1” is a generic name");
    for (const value of ["Plan 1", "1000", "59", "30", "60"])
      expect(page.html).toMatch(new RegExp(`<input[^>]*value="${value}"`));
    expect(page.html).toMatch(/<textarea[^>]*>Kept text<\/textarea>/);
    expect(page.html).not.toMatch(/<input[^>]*name="active"[^>]*checked/);
    expect(await planRecords(shop)).toEqual([]);
  });

  test("the card is previewed in the portal's words and colour", async () => {
    const owner = await (await openShop()).owner();
    const page = await owner.creates({ ...TYPED, intent: "advise" });
    const preview = sectionOf(page, "Preview");
    expect(preview).toContain("Plan 1 Popular 1,000 credits $59 $0.059 per credit Kept text Purchase");
    expect(page.html).toContain(".portal-preview{--brand:#4f46e5;--brand-fg:#ffffff}");
  });

  test("leads the eye to the panel, and names no mistake of a form that is not finished", async () => {
    const owner = await (await openShop()).owner();
    const page = await owner.creates({ intent: "advise", unitCost: "a lot" });
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/<section[^>]*autofocus[^>]*>(?:(?!<\/section>).)*Pricing assistant/is);
    expect(page.text).not.toContain("is required");
    expect(sectionOf(page, "Pricing assistant")).toContain("Cost must be an amount like 30 or 30.00.");
  });

  test("L117 on a plan that is edited, holds it against the others and writes no version", async () => {
    const shop = await openShop({
      plans: [
        { name: "Starter Pack", credits: 1_000, priceMinor: 4_900 },
        { name: "Pro Bundle", credits: 5_000, priceMinor: 19_900 },
        { name: "Enterprise Package", credits: 10_000, priceMinor: 34_900 },
      ],
    });
    const owner = await shop.owner();
    const before = await planRecords(shop);
    const planId = String(before.find(({ name }) => name === "Enterprise Package")?.id);
    const form = await owner.browser.get(pathOf(planId));
    const page = await owner.browser.post(pathOf(planId), {
      ...TYPED,
      name: "Enterprise Package",
      credits: "10000",
      price: "899",
      version: fieldOf(form, "version"),
      intent: "advise",
    });
    expect(page.status).toBe(200);
    expect(sectionOf(page, "Pricing assistant")).toContain(
      "Enterprise Package costs $0.0899 per credit, 83 % dearer than Starter Pack, the smallest plan; lower its price to $397.99 or less.",
    );
    expect(fieldOf(page, "version")).toBe(fieldOf(form, "version"));
    expect([await planRecords(shop), await versionRecords(shop), await auditRecords(shop)]).toEqual([
      before,
      [],
      [],
    ]);
  });

  test("is refused like the form itself where a gate is closed", async () => {
    const owner = await (await openShop({ tier: "free_forever" })).owner();
    const page = await owner.browser.post(NEW_PLAN, { ...TYPED, intent: "advise" });
    expect(page.status).toBe(403);
    expect(page.text).toContain("Upgrade required");
  });
});

const HINTS: [row: string, typed: Partial<typeof TYPED>, hint: string][] = [
  [
    "L115, X12 a round price",
    { price: "50" },
    "$49.00 looks smaller than it is; consider it in the place of $50.00.",
  ],
  ["L115, X12 another round price", { price: "100" }, "$99.00 looks smaller than it is"],
  ["L122 a generic name", { name: "Option B" }, "“Option B” is a generic name"],
  ["L123 a confusing name", { name: "Super Mega Ultra Plan" }, "“Super Mega Ultra Plan” is a confusing name"],
  ["L124 an overly long name", { name: `Pack ${"for everybody ".repeat(3)}` }, "The name is overly long"],
];

describe("L115, L122–124, X12, X13 the assistant gives a hint and saves the plan all the same", () => {
  test.each(HINTS)("%s", async (_row, typed, hint) => {
    const shop = await openShop();
    const owner = await shop.owner();
    const good = { ...TYPED, name: "Starter Pack", price: "49", unitCost: "" };
    const advice = async (values: Partial<typeof TYPED>) =>
      sectionOf(
        await owner.browser.post(NEW_PLAN, { ...good, ...values, intent: "advise" }),
        "Pricing assistant",
      );
    expect(await advice({})).not.toContain(hint);
    expect(await advice(typed)).toContain(hint);
    expect(await planRecords(shop)).toEqual([]);

    expect((await owner.creates({ ...good, ...typed })).status).toBe(303);
    expect(await planRecords(shop)).toHaveLength(1);
  });
});

test("L34, X13 a plan is saved as it was typed, whatever the assistant would say", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const { status } = await owner.creates({ ...TYPED, name: "Super Mega Ultra Plan", price: "20" });
  expect(status).toBe(303);
  expect(await planRecords(shop)).toMatchObject([{ name: "Super Mega Ultra Plan", price_minor: 2_000 }]);
});
