import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

const ANA = "customer_01acme00000000000000000ana";

let town: Town;
let partner: Page;

beforeAll(async () => {
  town = await openTown();
  partner = await town.person();
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
});
afterAll(() => town.close());

/** Keeps the data of pages waiting that are opened by a script. */
async function slow(page: Page, ms: number): Promise<void> {
  await page.route("**/*.data*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue();
  });
}

const openAna = (page: Page) => page.goto(`${town.dashboard}/customers/${ANA}`);

describe("an id", () => {
  const copyButton = (page: Page) => page.getByRole("button", { name: "Copy customer id" });

  test("is copied with its button, with the keyboard too, and the page says so", async () => {
    await openAna(partner);
    await partner.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await copyButton(partner).focus();
    await partner.keyboard.press("Enter");
    await partner.locator("[aria-live]").getByText("Copied", { exact: true }).waitFor();
    expect(await partner.evaluate(() => navigator.clipboard.readText())).toBe(ANA);
  });

  test("is selected where the browser lets nobody copy, with the keys that do", async () => {
    await partner.route("**/customers/*", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "permissions-policy": "clipboard-write=()" };
      await route.fulfill({ response, headers });
    });
    await openAna(partner);
    await partner.unroute("**/customers/*");
    await copyButton(partner).click();
    await partner.getByRole("status").getByText("Your browser does not let us copy").waitFor();
    expect(await partner.evaluate(() => String(getSelection()))).toBe(ANA);
  });

  test("is selected by one click without scripts, where there is no button", async () => {
    const quiet = await town.person({ javaScriptEnabled: false });
    await signIn(town, quiet, town.dashboard, "olivia@acme.test");
    await openAna(quiet);
    expect(await copyButton(quiet).count()).toBe(0);
    expect(await quiet.getByText(ANA).evaluate((id) => getComputedStyle(id).userSelect)).toBe("all");
  });
});

describe("what takes long", () => {
  const bar = () => partner.getByRole("progressbar", { name: "Loading" });
  const goTo = (label: string) =>
    partner.getByRole("navigation", { name: "Main" }).getByRole("link", { name: label, exact: true }).click();

  test("shows a bar at the top while it lasts, which moves nothing, and stands still for whoever asks for that", async () => {
    await partner.goto(`${town.dashboard}/home`);
    await slow(partner, 1_500);
    const top = () => partner.getByRole("main").evaluate((main) => main.getBoundingClientRect().top);
    const before = await top();
    await goTo("Customers");
    await bar().waitFor();
    expect(await top()).toBe(before);
    const moves = () =>
      bar().evaluate(({ firstElementChild: part }) => part && getComputedStyle(part).animationName);
    expect(await moves()).toBe("sweep");
    await partner.emulateMedia({ reducedMotion: "reduce" });
    expect(await moves()).toBe("none");
    await partner.getByRole("heading", { name: "Customers" }).waitFor();
    await bar().waitFor({ state: "hidden" });
    await partner.emulateMedia({ reducedMotion: null });
    await partner.unroute("**/*.data*");
  });

  test("is said by the button of an import, with how many customers there are", async () => {
    await partner.goto(`${town.dashboard}/customers/import`);
    const rows = Array.from({ length: 1_234 }, (_, index) => `frame${index}@import.test`);
    await partner.getByLabel("File").setInputFiles({
      name: "customers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["email", ...rows].join("\n")),
    });
    await partner.route("**/customers/import", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    // Nobody outside can look into a page that is being left: it writes down itself what it said.
    await partner.evaluate(() => {
      const button = [...document.querySelectorAll("button")].find((one) => one.innerText === "Import");
      new MutationObserver(() => sessionStorage.setItem("said", button?.innerText ?? "")).observe(
        document.body,
        {
          childList: true,
          characterData: true,
          subtree: true,
        },
      );
    });
    await partner.getByRole("button", { name: "Import", exact: true }).click();
    await partner.waitForURL(/imported=1234/);
    expect(await partner.evaluate(() => sessionStorage.getItem("said"))).toBe("Importing 1,234 customers…");
    await partner.unroute("**/customers/import");
  });
});

describe("a page that a script puts in the place of another", () => {
  const spoken = () => partner.locator("p[aria-live=polite]").filter({ hasText: "Topup" });
  const focused = () => partner.evaluate(() => document.activeElement?.textContent ?? "");
  const main = () => partner.getByRole("navigation", { name: "Main" });

  test("is announced by its title, and the keyboard goes on from its heading", async () => {
    await partner.goto(`${town.dashboard}/home`);
    await partner.waitForLoadState("networkidle");
    expect(await spoken().count()).toBe(0);
    expect(await partner.evaluate(() => document.activeElement?.tagName)).toBe("BODY");

    for (const [label, heading] of [
      ["Customers", "Customers"],
      ["Settings", "Settings"],
    ] as const) {
      await main().getByRole("link", { name: label, exact: true }).focus();
      await partner.keyboard.press("Enter");
      await spoken()
        .getByText(await titleOf(heading))
        .waitFor();
      expect(await focused()).toBe(heading);
    }
  });

  test("leaves the focus alone where only the question to a list changes, or a form is answered on its page", async () => {
    await partner.goto(`${town.dashboard}/settings/refund-policy`);
    await partner.waitForLoadState("networkidle");
    await partner.getByRole("button", { name: "Save changes" }).press("Enter");
    await partner.waitForURL(/saved/);
    await partner.getByText("Refund policy saved").waitFor();
    expect(await spoken().count()).toBe(0);
    expect(await focused()).toBe("Save changes");
  });

  const titleOf = async (heading: string) => {
    await partner.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
    return partner.title();
  };
});

test("the exact time stands in the place of how long ago, with one button that the keyboard reaches, until it is pressed again", async () => {
  await partner.goto(`${town.dashboard}/settings/stripe-connect`);
  const time = partner.locator("main time").first();
  const exact = await time.getAttribute("title");
  const shown = () =>
    time.evaluate(
      (it) => [(it as HTMLElement).innerText, getComputedStyle(it, "::after").content] as [string, string],
    );
  const [ago] = await shown();
  const button = partner.getByRole("button", { name: "Exact times" });
  await button.focus();
  await partner.keyboard.press("Enter");
  await expect.poll(shown).toEqual(["", `"${exact}"`]);
  await partner.reload();
  await partner.locator("[data-exact-times]").waitFor();
  expect(await button.getAttribute("aria-pressed")).toBe("true");
  await button.press("Enter");
  await expect.poll(shown).toEqual([ago, "none"]);
});

test.each([true, false])(
  "whoever works for two partners chooses one after signing in, and changes in the menu (with scripts: %s)",
  async (javaScriptEnabled) => {
    const noa = await town.person({ javaScriptEnabled });
    await signIn(town, noa, town.dashboard, "noa@freelance.test");
    await noa.getByRole("heading", { name: "Choose a workspace" }).waitFor();
    await noa.getByRole("button", { name: "Open Borealis Voice" }).click();
    await noa.waitForURL("**/home");
    const panel = noa.getByRole("complementary");
    await panel.getByText("Borealis Voice").first().waitFor();
    await panel.getByText("Switch workspace").click();
    await panel.getByRole("button", { name: "Switch to Acme Agents" }).click();
    await panel.getByRole("button", { name: "Switch to Acme Agents" }).waitFor({ state: "hidden" });
    await panel.getByText("Switch workspace").click();
    await panel.getByRole("button", { name: "Switch to Borealis Voice" }).waitFor();
  },
);
