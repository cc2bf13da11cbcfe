import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

let town: Town;
let partner: Page;
beforeAll(async () => {
  town = await openTown();
  partner = await town.person();
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
});
afterAll(() => town.close());

test("L33, L35 the suggestion and the preview follow the typing, before anything is sent", async () => {
  await partner.goto(`${town.dashboard}/settings/customer-credit-plans/new`);
  const panel = partner.getByRole("region", { name: "Pricing assistant" });
  const preview = partner.getByRole("region", { name: "Preview" });
  const sent: string[] = [];
  partner.on("request", (request) => sent.push(request.method()));

  // The page is quick to come and its scripts follow; from then on each letter counts.
  await expect
    .poll(async () => {
      await partner.getByLabel("Name", { exact: true }).fill("");
      await partner.getByLabel("Name", { exact: true }).fill("Plan 1");
      return preview.textContent();
    })
    .toContain("Plan 1");
  await panel.getByText("“Plan 1” is a generic name").waitFor();
  await partner.getByLabel("Credits", { exact: true }).fill("1000");
  await partner.getByLabel("Cost per 1,000 credits", { exact: true }).fill("30");
  await panel.getByText("$48.00 → $49.00").waitFor();

  await partner.getByLabel("Margin %", { exact: true }).fill("100");
  await panel.getByText("$60.00 → $59.00").waitFor();
  await partner.getByLabel("Price", { exact: true }).fill("59");
  await partner.getByLabel("Popular", { exact: true }).check();
  await preview.getByText("$0.059 per credit").waitFor();
  await preview.getByText("Popular").waitFor();
  expect(sent).not.toContain("POST");
});

test("the preview wears the portal's colour", async () => {
  const paint = (page: Page) =>
    page
      .getByText("Popular", { exact: true })
      .last()
      .evaluate((badge) => getComputedStyle(badge).backgroundColor);
  const customer = await town.person();
  await signIn(town, customer, town.portal("acme"), "ana@customer.test");
  expect(await paint(partner)).toMatch(/^rgb\(\d/);
  expect(await paint(partner)).toBe(await paint(customer));
});

test("L34 Check price leads to the panel and leaves what is typed; the plan is saved all the same", async () => {
  await partner.getByRole("button", { name: "Check price" }).click();
  const panel = partner.getByRole("region", { name: "Pricing assistant" });
  await expect.poll(() => panel.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await partner.getByLabel("Name", { exact: true }).inputValue()).toBe("Plan 1");

  await partner.getByRole("button", { name: "Create", exact: true }).click();
  await partner.getByText("Plan created").waitFor();
  await partner.getByRole("row", { name: /Plan 1/ }).waitFor();
  await partner.getByText("Starter Pack and Plan 1 both have 1,000 credits").waitFor();
});
