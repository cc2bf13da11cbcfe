import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

const PLANS = "/settings/customer-credit-plans";

let town: Town;
let partner: Page;
beforeAll(async () => {
  town = await openTown();
  partner = await town.person({ javaScriptEnabled: false });
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
  await partner.goto(`${town.dashboard}${PLANS}`);
});
afterAll(() => town.close());

const told = (text: string) => partner.getByRole("status").getByText(text).waitFor();
const names = async () =>
  (await partner.getByRole("switch", { name: /^Active: / }).all()).map((one) =>
    one.getAttribute("aria-label").then((label) => label?.replace("Active: ", "")),
  );
const listed = async () => Promise.all(await names());

test("L20, L29 without scripts a plan is created, in another currency and with the suggested price", async () => {
  await partner.getByRole("link", { name: "Create Credit Plan" }).click();
  await partner.getByLabel("Name", { exact: true }).fill("Quiet Pack");
  await partner.getByLabel("Credits", { exact: true }).fill("2000");
  await partner.getByLabel("Currency", { exact: true }).selectOption("eur");
  await partner.getByLabel("Cost per 1,000 credits", { exact: true }).fill("10");
  await partner.getByRole("button", { name: "Check price" }).click();
  await partner.getByRole("button", { name: /^Use €/ }).click();
  const price = await partner.getByLabel("Price", { exact: true }).inputValue();
  expect(price).toMatch(/9(\.\d\d)?$/);
  await partner.getByRole("button", { name: "Create", exact: true }).click();
  await told("Plan created");
  expect(await partner.getByRole("row", { name: /Quiet Pack/ }).textContent()).toContain(`€${price}`);
});

test("L44, L46 without scripts it is edited", async () => {
  await partner.getByRole("link", { name: "Edit Quiet Pack" }).click();
  await partner.getByLabel("Description", { exact: true }).fill("Made without a script.");
  await partner.getByRole("button", { name: "Save changes" }).click();
  await told("Quiet Pack saved");
});

test("L48, L57 without scripts the switches work, keep the search, and Undo takes them back", async () => {
  await partner.getByLabel("Part of a plan's name").fill("quiet");
  await partner.getByRole("button", { name: "Search" }).click();
  await partner.getByRole("switch", { name: "Active: Quiet Pack" }).click();
  await told("Quiet Pack is off");
  expect(await listed()).toEqual(["Quiet Pack"]);
  await partner.getByRole("button", { name: "Undo" }).click();
  await told("Quiet Pack is on");
  expect(await listed()).toEqual(["Quiet Pack"]);

  await partner.getByRole("switch", { name: "Popular: Quiet Pack" }).click();
  await told("Popular moved from Pro Bundle to Quiet Pack");
  await partner.getByRole("button", { name: "Undo" }).click();
  await told("Popular moved from Quiet Pack to Pro Bundle");
});

test("L126 without scripts plans are moved in the partner's own order", async () => {
  await partner.goto(`${town.dashboard}${PLANS}`);
  await partner.getByLabel("Order in the portal").selectOption("custom");
  await partner.getByRole("button", { name: "Save order" }).click();
  const before = await listed();
  await partner.getByRole("button", { name: `Move down: ${before[0]}` }).click();
  await told(`${before[0]} is number 2 of 4 now`);
  expect((await listed()).slice(0, 2)).toEqual([before[1], before[0]]);
});

test("X9 without scripts a plan is duplicated, and both are deleted: one by one, and together", async () => {
  await partner.getByRole("button", { name: "Duplicate Quiet Pack" }).click();
  await partner.getByText("This is the copy").waitFor();
  await partner.goto(`${town.dashboard}${PLANS}`);
  await partner.getByRole("link", { name: "Delete Quiet Pack", exact: true }).click();
  await partner.getByText("0 existing purchases remain in customer history.").waitFor();
  await partner.getByRole("button", { name: "Delete", exact: true }).click();
  await told("Plan deleted");

  await partner.getByRole("link", { name: "Clean up test plans" }).click();
  await partner.getByRole("checkbox", { name: /Copy of Quiet Pack/ }).check();
  await partner.getByRole("checkbox", { name: /^Deletion is permanent/ }).check();
  await partner.getByRole("button", { name: "Delete the chosen plans" }).click();
  await told("Plans deleted");
  expect((await listed()).toSorted()).toEqual(["Enterprise Package", "Pro Bundle", "Starter Pack"]);
});
