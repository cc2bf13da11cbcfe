import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buyInEveryWay, otherStates, type PortalPage, type Purchases, portalPages } from "./portal-pages";
import { readTwice, sharedNames } from "./spoken";
import { openTown, signIn, type Town } from "./town";

let town: Town;
let portal: string;
let ana: Page;
let purchases: Purchases;
let pages: PortalPage[];

beforeAll(async () => {
  town = await openTown();
  portal = town.portal("acme");
  ana = await town.person();
  await signIn(town, ana, portal, "ana@customer.test");
  purchases = await buyInEveryWay(ana, portal);
  pages = [...portalPages(purchases.credited), ...otherStates(purchases)];
});
afterAll(() => town.close());

test("no page of a portal has a script, and each has one stylesheet", async () => {
  const asked: string[] = [];
  ana.on("request", (request) => asked.push(request.resourceType()));
  for (const { id, path } of pages) {
    asked.length = 0;
    await ana.goto(portal + path, { waitUntil: "load" });
    expect(await ana.locator("script, link[rel=modulepreload]").count(), id).toBe(0);
    expect(
      asked.filter((type) => /script|fetch|xhr|websocket/.test(type)),
      id,
    ).toEqual([]);
    expect(await ana.locator("link[rel=stylesheet]").count(), id).toBe(1);
  }
});

test("Credits is at most 20 KB of HTML", async () => {
  const answer = await ana.goto(`${portal}/credits`);
  const { length } = (await answer?.body()) ?? "";
  console.log(`HTML of /credits: ${length} bytes`);
  expect(length).toBeGreaterThan(2_000);
  expect(length).toBeLessThanOrEqual(20_000);
});

test("nothing moves while a page loads, and the largest part of it is there at once", async () => {
  for (const { id, path } of pages.filter(({ path }) =>
    /^\/(credits|billing|history|purchases)/.test(path),
  )) {
    await ana.goto(portal + path, { waitUntil: "load" });
    const { shift, largest } = await paintOf(ana);
    console.log(
      `${id}: cumulative layout shift ${shift}, largest contentful paint ${Math.round(largest)} ms`,
    );
    expect(shift, id).toBe(0);
    expect(largest, id).toBeGreaterThan(0);
  }
});

test("no two buttons or links of a page have one name and do different things, and no hint is read twice", async () => {
  const heard: string[] = [];
  for (const { id, path } of pages) {
    await ana.goto(portal + path);
    for (const line of [...(await sharedNames(ana)), ...(await readTwice(ana))]) heard.push(`${id}: ${line}`);
  }
  expect(heard).toEqual([]);
});

test("what moves a page is found", async () => {
  await ana.goto(`${portal}/credits`, { waitUntil: "load" });
  await ana.evaluate(() => {
    document.querySelector("main")?.insertAdjacentHTML("afterbegin", "<p style='height:300px'></p>");
  });
  expect((await paintOf(ana)).shift).toBeGreaterThan(0);
});

/** What the browser noted of a page that has loaded. */
const paintOf = (page: Page) =>
  page.evaluate(async () => {
    const noted = (type: string) =>
      new Promise<(PerformanceEntry & { value?: number })[]>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(resolve, 300, []);
      });
    const [shifts, paints] = await Promise.all([noted("layout-shift"), noted("largest-contentful-paint")]);
    return {
      shift: shifts.reduce((sum, { value = 0 }) => sum + value, 0),
      largest: paints.at(-1)?.startTime ?? 0,
    };
  });

describe.each([
  ["a phone of 320 pixels, or four times the size on a desk", 320],
  ["twice the size on a desk", 640],
])("on %s", (_, width) => {
  test.each(["en", "de", "fr"])("no page has to be scrolled sideways, in %s", async (language) => {
    await speak(language);
    await ana.setViewportSize({ width, height: 800 });
    const wide: string[] = [];
    for (const { id, path } of pages) {
      await ana.goto(portal + path);
      if (await isTooWide(ana)) wide.push(id);
    }
    await ana.setViewportSize({ width: 1280, height: 900 });
    expect(wide).toEqual([]);
  });
});

test("a word without an end, and a name of many words, push no page sideways on a phone", async () => {
  const partner = await town.person();
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
  await partner.goto(`${town.dashboard}/settings/customer-credit-plans/new`);
  await partner.getByLabel("Name", { exact: true }).fill(`Everything ${"at once ".repeat(10)}`);
  await partner.getByLabel("Credits", { exact: true }).fill("1000000");
  await partner.getByLabel("Price", { exact: true }).fill("9999.99");
  await partner.getByLabel("Description").fill("Calls".repeat(60));
  await partner.getByRole("button", { name: "Create", exact: true }).click();
  await partner.getByText("Plan created").waitFor();

  await ana.setViewportSize({ width: 320, height: 800 });
  await ana.goto(`${portal}/credits`);
  await ana.getByText("CallsCalls").waitFor();
  expect(await isTooWide(ana)).toBe(false);
  await ana.setViewportSize({ width: 1280, height: 900 });
});

async function speak(language: string): Promise<void> {
  await ana.goto(`${portal}/account`);
  await ana.locator(`button[name=language][value=${language}]`).click();
  await ana.locator(`html[lang=${language}]`).waitFor();
}

const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test("a receipt on paper has no navigation and no buttons, and all that it proves", async () => {
  await speak("en");
  await ana.goto(`${portal}/purchases/${purchases.credited}/receipt`);
  const onScreen = ana.locator("nav:visible, a:visible, button:visible");
  expect(await onScreen.count()).toBeGreaterThan(5);

  await ana.emulateMedia({ media: "print" });
  expect(await onScreen.allTextContents()).toEqual([]);
  for (const text of [purchases.credited, "Starter Pack", "ana@customer.test", "$49.00"]) {
    expect(await ana.getByRole("article").getByText(text).first().isVisible(), String(text)).toBe(true);
  }
  await ana.emulateMedia({ media: "screen" });
});

test("on paper the history says exact times, not how long ago something was", async () => {
  await speak("en");
  await ana.goto(`${portal}/history`);
  const time = ana.locator("td time").first();
  const shown = () =>
    time.evaluate((element) => ({
      isRelativeShown: (element as HTMLElement).innerText !== "",
      exact: getComputedStyle(element, "::after").content,
    }));
  expect(await shown()).toEqual({ isRelativeShown: true, exact: "none" });
  await ana.emulateMedia({ media: "print" });
  expect(await shown()).toEqual({ isRelativeShown: false, exact: expect.stringMatching(/\d{4}, .* UTC/) });
  await ana.emulateMedia({ media: "screen" });
});

test("L127 the popular plan stands out without colour: by a word, a star and an outline, and also in print", async () => {
  await speak("en");
  await ana.goto(`${portal}/credits`);
  for (const media of ["screen", "print"] as const) {
    await ana.emulateMedia({ media });
    const popular: string[] = [];
    for (const card of await ana
      .getByRole("listitem")
      .filter({ has: ana.locator("h3") })
      .all()) {
      const isOutlined = await card.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === "solid" && Number.parseFloat(outlineWidth) > 0;
      });
      const hasBadge = await card.getByText("Popular", { exact: true }).isVisible();
      const hasStar = (await card.locator("svg.lucide-star").count()) === 1;
      expect([hasBadge, hasStar]).toEqual([isOutlined, isOutlined]);
      if (isOutlined) popular.push((await card.locator("h3").textContent()) ?? "");
    }
    expect(popular, media).toEqual(["Pro Bundle"]);
  }
});
