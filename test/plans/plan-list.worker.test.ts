import { expect, test } from "vitest";
import { openShop, type PlanSpec } from "../shop/shop";
import type { Page } from "../shop/visitor";
import { linksNamed, NEW_PLAN, PLAN_PAGES, planRows } from "./credit-plans-page";

const FIVE: PlanSpec[] = [
  { name: "Middle", credits: 5_000, priceMinor: 19_900, popular: true },
  { name: "Smallest", credits: 1_000, priceMinor: 4_900 },
  { name: "Largest", credits: 100_000, priceMinor: 299_900 },
  { name: "Larger", credits: 10_000, priceMinor: 39_900 },
  { name: "Small", credits: 2_000, priceMinor: 8_900 },
];

/** The cards of a portal page, from first to last. */
const cards = ({ html }: Page) =>
  html
    .split("<li")
    .filter((part) => part.includes('name="planId"'))
    .map((part) => /<h3[^>]*>([^<]*)</.exec(part)?.[1]);

test("L6 five plans are shown in one order, the most expensive first, to partner and customer alike", async () => {
  const shop = await openShop({ plans: FIVE });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const expected = ["Largest", "Larger", "Middle", "Small", "Smallest"];

  expect(cards(await ana.browser.get("/credits"))).toEqual(expected);
  for (const path of PLAN_PAGES) {
    const rows = planRows(await owner.browser.get(path));
    expect(rows.map((row) => row.split(" ")[0])).toEqual(expected);
  }
});

test("L8 Settings is in the navigation, and L10 has the section Customer Credit Plans with its anchor", async () => {
  const owner = await (await openShop({ plans: FIVE })).owner();
  const page = await owner.browser.get("/settings");
  expect(linksNamed(page, "Settings")).toContain("/settings");
  expect(page.html).toMatch(/<section[^>]*id="customer-credit-plans"/);
  expect(page.html).toMatch(/<h2[^>]*>Customer Credit Plans<\/h2>/);
  expect(linksNamed(page, "Create Credit Plan")).toEqual([NEW_PLAN]);
});

test("L11 the plans have a page of their own, with its way back, that shows the same", async () => {
  const owner = await (await openShop({ plans: FIVE })).owner();
  const [settings, page] = [await owner.browser.get(PLAN_PAGES[0]), await owner.browser.get(PLAN_PAGES[1])];

  expect(page.status).toBe(200);
  expect(page.html).toMatch(/<h1[^>]*>Customer Credit Plans<\/h1>/);
  const breadcrumbs = /<nav aria-label="Breadcrumbs"[^>]*>(.*?)<\/nav>/s.exec(page.html)?.[1] ?? "";
  expect(breadcrumbs.replace(/<svg.*?<\/svg>/gs, "→").replace(/<[^>]+>/g, "")).toBe(
    "Settings→Customer Credit Plans",
  );
  expect(breadcrumbs).toContain('href="/settings"');
  expect(planRows(page)).toEqual(planRows(settings));
  expect(planRows(page)).toHaveLength(5);
});

test("L38 what a credit costs, and how much less than in the smallest plan, stands beside each plan", async () => {
  const shop = await openShop({
    plans: [
      { name: "One", credits: 1_000, priceMinor: 5_000 },
      { name: "Two", credits: 5_000, priceMinor: 20_000 },
      { name: "Three", credits: 10_000, priceMinor: 30_000, active: false },
    ],
  });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  expect(planRows(await owner.browser.get(PLAN_PAGES[1]))).toEqual([
    "Three Inactive 10,000 $300.00 $0.03 40 % less 0 0 in 30 days –",
    "Two Active 5,000 $200.00 $0.04 20 % less 0 0 in 30 days –",
    "One Active 1,000 $50.00 $0.05 – 0 0 in 30 days –",
  ]);
  expect((await ana.browser.get("/credits")).text).toContain("$0.04 per credit · 20 % less");
});

test("L38 the list hides no plan that is dearer per credit than the smallest; its card says nothing of it", async () => {
  const shop = await openShop({
    plans: [
      { name: "One", credits: 1_000, priceMinor: 4_900 },
      { name: "Ten", credits: 10_000, priceMinor: 89_900 },
      { name: "Two", credits: 2_000, priceMinor: 9_800 },
    ],
  });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  expect(planRows(await owner.browser.get(PLAN_PAGES[1]))).toEqual([
    expect.stringContaining("10,000 $899.00 $0.0899 83 % more"),
    expect.stringContaining("2,000 $98.00 $0.049 The same"),
    expect.stringContaining("1,000 $49.00 $0.049 – "),
  ]);
  expect((await ana.browser.get("/credits")).text).not.toContain("% more");
});

test("L58 one plan wears the badge Popular, on its card and nowhere else, and not when it is hidden", async () => {
  const shop = await openShop({ plans: FIVE });
  const ana = await shop.customer();
  const { html } = await ana.browser.get("/credits");
  const badged = html.split("<li").filter((card) => />Popular</.test(card.replace(/<svg.*?<\/svg>/gs, "")));
  expect(badged).toHaveLength(1);
  expect(badged[0]).toContain(">Middle<");
  expect(html.match(/Popular/g)).toHaveLength(1);

  const hidden = await openShop({
    plans: [
      { name: "Seen", credits: 1, priceMinor: 100 },
      { name: "Unseen", credits: 1, priceMinor: 200, active: false, popular: true },
    ],
  });
  const { text } = await (await hidden.customer()).browser.get("/credits");
  expect(text).toContain("Seen");
  expect(text).not.toMatch(/Popular|Unseen/);
});

test("L70 a card shows name, amount, price and description, and no gap where there is no description", async () => {
  const shop = await openShop({
    plans: [
      { name: "Described", credits: 1_000, priceMinor: 4_900, description: "Line one\nLine two" },
      { name: "Single", credits: 1, priceMinor: 150 },
    ],
  });
  const { html } = await (await shop.customer()).browser.get("/credits");
  const [described = "", single = ""] = html.split("<li").filter((part) => part.includes('name="planId"'));
  for (const words of ["Described", "1,000 credits", "$49", "Line one\nLine two"])
    expect(described).toContain(words);
  for (const words of ["Single", "1 credit<", "$1.50"]) expect(single).toContain(words);
  expect(single).not.toContain('<p class="text-sm break-words');
});

test("another partner's plans are never listed, and its customers see none of these", async () => {
  const [here, there] = [
    await openShop({ plans: FIVE }),
    await openShop({ plans: [{ name: "Foreign", credits: 1, priceMinor: 100 }] }),
  ];
  const [ours, theirs] = [await here.owner(), await there.owner()];
  for (const path of PLAN_PAGES) {
    expect((await ours.browser.get(path)).html).not.toContain("Foreign");
    expect(planRows(await theirs.browser.get(path))).toHaveLength(1);
  }
  expect(cards(await (await here.customer()).browser.get("/credits"))).not.toContain("Foreign");
  expect(cards(await (await there.customer()).browser.get("/credits"))).toEqual(["Foreign"]);
});

test("without plans the partner is invited to make the first, and the customer reads a plain sentence", async () => {
  const shop = await openShop();
  const page = await (await shop.owner()).browser.get(PLAN_PAGES[1]);
  expect(page.text).toContain("No credit plans yet – Create your first plan Or start with three");
  expect(linksNamed(page, "Create Credit Plan")).toEqual([NEW_PLAN]);
  expect((await (await shop.customer()).browser.get("/credits")).text).toContain(
    "No plans are available right now",
  );
});

test("where no plan can be created yet, the empty list offers none and says what comes first", async () => {
  const page = await (await (await openShop({ account: "none" })).owner()).browser.get(PLAN_PAGES[1]);
  expect(page.text).toContain("No credit plans yet Once the step above is done,");
  expect(page.text).not.toContain("Create your first plan");
});

test("hostile text is shown and never run", async () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'`;
  const shop = await openShop({
    plans: [{ name: hostile, description: `</script>${hostile}`, credits: 1, priceMinor: 100 }],
  });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  for (const page of [
    await ana.browser.get("/credits"),
    await owner.browser.get(PLAN_PAGES[0]),
    await owner.browser.get(PLAN_PAGES[1]),
  ]) {
    expect(page.text).toContain("alert(1)");
    expect(page.html).not.toMatch(/<script>alert|<img src=x|onerror=alert\(2\)>[^&]*<\/(?!script)/i);
  }
});

test("the list leads to the portal as a customer sees it, as soon as there is one who comes in", async () => {
  const shop = await openShop({ plans: FIVE });
  const owner = await shop.owner();
  for (const path of PLAN_PAGES)
    expect(linksNamed(await owner.browser.get(path), "Preview portal")).toEqual([]);

  const ana = await shop.customer();
  for (const path of PLAN_PAGES) {
    const [preview = ""] = linksNamed(await owner.browser.get(path), "Preview portal");
    expect(preview).toBe(`/customers/${ana.id}/preview`);
    expect((await owner.browser.get(preview)).text).toContain("You see your portal as");
  }
});
