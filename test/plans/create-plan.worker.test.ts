import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { openShop, type Shop } from "../shop/shop";
import { fieldOf, type Page } from "../shop/visitor";
import { linksNamed, listedPlans, NEW_PLAN, PLAN_PAGES } from "./credit-plans-page";

const STARTER = { name: "Starter Pack", credits: "1000", price: "49", description: "", active: "on" };

interface PlanRow {
  id: string;
  name: string;
  credits: number;
  price_minor: number;
  description: string;
}

async function planOf({ partnerId }: Shop): Promise<PlanRow[]> {
  const sql = "SELECT id, name, credits, price_minor, description FROM credit_plans WHERE partner_id = ?";
  return (await env.DB.prepare(sql).bind(partnerId).all<PlanRow>()).results;
}

/** A shop that tries one value after the other in one field of an otherwise good form. */
async function formFiller(field: "name" | "credits" | "price" | "description") {
  const shop = await openShop();
  const owner = await shop.owner();
  const tries = (value: string) => owner.creates({ ...STARTER, name: "Tried", [field]: value });
  const latest = async () => (await planOf(shop)).at(-1);
  return { shop, tries, latest };
}

/** The error that stands under a field, as assistive technology ties it there. */
function errorUnder({ html }: Page, field: string): string | undefined {
  const error = new RegExp(`<p id="${field}-error"[^>]*>(.*?)</p>`, "s").exec(html)?.[1];
  return error?.replace(/<svg.*?<\/svg>|<[^>]+>/gs, "");
}

describe("the form", () => {
  test("L19 the button Create Credit Plan leads to a form whose labels are L22 Name, Credits, Price, Description", async () => {
    const owner = await (await openShop()).owner();
    const [href = ""] = linksNamed(await owner.browser.get(PLAN_PAGES[1]), "Create Credit Plan");
    const page = await owner.browser.get(href);
    const labels = [...page.html.matchAll(/<label for="([^"]*)"[^>]*>([^<]*)<\/label>/g)];
    expect(labels.map(([, field, label]) => [field, label])).toEqual([
      ["name", "Name"],
      ["credits", "Credits"],
      ["price", "Price"],
      ["currency", "Currency"],
      ["unitCost", "Cost per 1,000 credits"],
      ["margin", "Margin %"],
      ["description", "Description"],
      ["active", "Active"],
      ["popular", "Popular"],
    ]);
    expect(page.html).toMatch(/<button[^>]*type="submit"[^>]*>Create<\/button>/);
    expect(page.html).toMatch(/<input[^>]*name="active"[^>]*checked/);
    expect(page.html).not.toMatch(/<input[^>]*name="popular"[^>]*checked/);
  });

  test("L29 Create leads back to the list, and X2 the plan is in the portal at the next request", async () => {
    const shop = await openShop();
    const [owner, ana] = [await shop.owner(), await shop.customer()];
    expect((await ana.browser.get("/credits")).text).toContain("No plans are available right now");

    const created = await owner.creates(STARTER);
    expect(created).toMatchObject({ status: 303, location: "/settings/customer-credit-plans?created" });
    expect((await ana.browser.get("/credits")).text).toContain("Starter Pack 1,000 credits $49");
    expect((await owner.browser.get(created.location ?? "")).text).toContain("Plan created");
    expect(await listedPlans(owner)).toEqual(["Starter Pack Active 1,000 $49.00 $0.049 – 0 0 in 30 days –"]);
    expect((await ana.chooses("Starter Pack")).session).toMatchObject({
      amount_total: 4_900,
      currency: "usd",
    });
  });

  test("L27 switched off, a plan is listed as Inactive and is not in the portal", async () => {
    const shop = await openShop();
    const [owner, ana] = [await shop.owner(), await shop.customer()];
    const { active: _on, ...off } = STARTER;
    await owner.creates(off);
    expect(await listedPlans(owner)).toEqual([
      "Starter Pack Inactive 1,000 $49.00 $0.049 – 0 0 in 30 days –",
    ]);
    expect((await ana.browser.get("/credits")).text).not.toContain("Starter Pack");
  });

  test("L133 submitted empty: three messages, focus on them, nothing created and nothing forgotten", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const page = await owner.creates({
      name: "",
      credits: "",
      price: "",
      description: "Kept text",
      popular: "on",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain(
      "Check the highlighted fields Name is required Credits are required Price is required",
    );
    expect(page.html).toMatch(/<div[^>]*role="alert"[^>]*autofocus/i);
    for (const field of ["name", "credits", "price"]) {
      expect(page.html).toMatch(new RegExp(`<input[^>]*aria-invalid="true"[^>]*name="${field}"`));
      expect(page.html).toContain(`href="#${field}"`);
    }
    expect(page.html).toMatch(/<textarea[^>]*>Kept text<\/textarea>/);
    expect(page.html).toMatch(/<input[^>]*name="popular"[^>]*checked/);
    expect(page.html).not.toMatch(/<input[^>]*name="active"[^>]*checked/);
    expect(await planOf(shop)).toEqual([]);
  });

  test("a refused form is mended and sent again as the same form", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const refused = await owner.creates({ ...STARTER, price: "free" });
    expect(refused.html).toContain('value="Starter Pack"');
    expect(refused.html).toContain('value="free"');
    const mended = { ...STARTER, formId: fieldOf(refused, "formId") };
    expect((await owner.browser.post(NEW_PLAN, mended)).status).toBe(303);
    expect(await planOf(shop)).toHaveLength(1);
  });
});

describe("L23 Name", () => {
  test("takes any script and emoji, trimmed, up to 100 characters", async () => {
    const { shop, tries, latest } = await formFiller("name");
    const ana = await shop.customer();
    for (const name of [
      "Starter Pack",
      "Pro Bundle",
      "🚀 Rocket 👩‍👩‍👧",
      "حزمة البداية",
      "入門パック",
      `<b>Bold</b> & "Söhne" <img src=x onerror=alert(1)>`,
      "x".repeat(100),
      "🎁".repeat(100),
    ]) {
      expect((await tries(`  ${name} `)).status, name).toBe(303);
      expect((await latest())?.name).toBe(name);
      expect((await ana.browser.get("/credits")).text).toContain(name);
    }
  });

  test.each([
    ["x".repeat(101), "Name can have at most 100 characters"],
    ["🎁".repeat(101), "Name can have at most 100 characters"],
    ["   ", "Name is required"],
    ["\u00a0\u3000", "Name is required"],
    ["Safe\u202eelpmis", "Name contains characters that cannot be shown"],
    ["Line\nbreak", "Name contains characters that cannot be shown"],
    ["Nul\0", "Name contains characters that cannot be shown"],
  ])("refuses %j", async (name, message) => {
    const { shop, tries } = await formFiller("name");
    const page = await tries(name);
    expect(page.status).toBe(422);
    expect(errorUnder(page, "name")).toBe(message);
    expect(await planOf(shop)).toEqual([]);
  });
});

describe("L24 Credits", () => {
  test("takes whole numbers from 1 to 1,000,000, with or without commas", async () => {
    const { tries, latest } = await formFiller("credits");
    for (const [typed, credits] of [
      ["1", 1],
      ["1000", 1_000],
      ["5000", 5_000],
      [" 10,000 ", 10_000],
      ["1000000", 1_000_000],
      ["1,000,000", 1_000_000],
    ] as const) {
      expect((await tries(typed)).status, typed).toBe(303);
      expect((await latest())?.credits).toBe(credits);
    }
  });

  test("refuses everything else, and keeps it in the field", async () => {
    const { shop, tries } = await formFiller("credits");
    const wrong = "0|-1|1.5|1e7|1e3|abc|1000001|10,00|0x10|+5|٣|1 000|NaN".split("|");
    for (const typed of [...wrong, "9".repeat(40)]) {
      const page = await tries(typed);
      expect(page.status, typed).toBe(422);
      expect(errorUnder(page, "credits"), typed).toBe("Credits must be a whole number from 1 to 1,000,000");
      expect(page.html).toContain(`value="${typed}"`);
    }
    expect(await planOf(shop)).toEqual([]);
  });
});

describe("L25 Price", () => {
  test("is kept to the cent: $49, $199 and $899 are 4900, 19900 and 89900", async () => {
    const { tries, latest } = await formFiller("price");
    for (const [typed, price_minor] of [
      ["49", 4_900],
      ["$199", 19_900],
      ["899.00", 89_900],
      ["0.50", 50],
      ["19.99", 1_999],
      ["1.1", 110],
      ["$1,299.95", 129_995],
      ["10000", 1_000_000],
    ] as const) {
      expect((await tries(typed)).status, typed).toBe(303);
      expect((await latest())?.price_minor, typed).toBe(price_minor);
    }
  });

  test("that cannot be charged is refused, with the reason", async () => {
    const { shop, tries } = await formFiller("price");
    const unreadable = "Price must be an amount such as 49 or 49.90";
    for (const [typed, message] of [
      ["49.999", unreadable],
      ["-49", unreadable],
      ["1e3", unreadable],
      ["free", unreadable],
      ["4,9", unreadable],
      ["49.", unreadable],
      ["0.49", "Price must be at least $0.50"],
      ["0", "Price must be at least $0.50"],
      ["10000.01", "Price can be at most $10,000.00"],
      ["999999999999", "Price can be at most $10,000.00"],
    ] as const) {
      const page = await tries(typed);
      expect(page.status, typed).toBe(422);
      expect(errorUnder(page, "price"), typed).toBe(message);
    }
    expect(await planOf(shop)).toEqual([]);
  });
});

test("L26 Description may be left out, keeps its lines and ends at 500 characters", async () => {
  const { shop, tries, latest } = await formFiller("description");
  for (const [typed, kept] of [
    ["", ""],
    ["  First line\r\nSecond line\n ", "First line\nSecond line"],
    ["y".repeat(500), "y".repeat(500)],
    [`${"z\r\n".repeat(249)}zz`, `${"z\n".repeat(249)}zz`],
  ] as const) {
    expect((await tries(typed)).status).toBe(303);
    expect((await latest())?.description).toBe(kept);
  }
  const page = await tries("y".repeat(501));
  expect(page.status).toBe(422);
  expect(errorUnder(page, "description")).toBe("Description can have at most 500 characters");
  expect(await planOf(shop)).toHaveLength(4);
});
