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
