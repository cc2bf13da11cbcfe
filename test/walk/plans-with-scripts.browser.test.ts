import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

const PLANS = "/settings/customer-credit-plans";

let town: Town;
let partner: Page;
beforeAll(async () => {
  town = await openTown();
  partner = await town.person();
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
});
afterAll(() => town.close());

const switchOf = (setting: "Active" | "Popular", plan: string) =>
  partner.getByRole("switch", { name: `${setting}: ${plan}` });
const isOn = (setting: "Active" | "Popular", plan: string) =>
  switchOf(setting, plan).getAttribute("aria-checked");
const told = () => partner.getByRole("status").filter({ hasText: /\S/ }).first();

/** Opens the list and waits until its scripts run. */
async function opensList(search = ""): Promise<void> {
  await partner.goto(`${town.dashboard}${PLANS}${search}`);
  await partner.waitForLoadState("networkidle");
}

/** Holds back the next form that the page sends to an address; what this answers lets it go, or loses it on the way. */
async function holdBack(path: string) {
  let end = (_isLost: boolean) => {};
  const ended = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  const hold = async (route: Route) => ((await ended) ? route.abort() : route.continue());
  await partner.route(`**${path}*`, hold, { times: 1 });
  return { letGo: () => end(false), lose: () => end(true) };
}

test("L48 a switch moves at once, is told to everybody, and Undo takes it back; the search stays", async () => {
  await opensList("?q=pack");
  const form = await holdBack("/active.data");
  await switchOf("Active", "Starter Pack").click();
  await expect.poll(() => isOn("Active", "Starter Pack")).toBe("false");
  await partner.getByRole("cell", { name: "Inactive" }).waitFor();
  form.letGo();
  await partner.getByRole("status").getByText("Starter Pack is off").waitFor();
  expect(new URL(partner.url()).search).toBe("?q=pack");
  expect(await partner.getByRole("row").count()).toBe(3);

  await partner.getByRole("button", { name: "Undo" }).click();
  await partner.getByRole("status").getByText("Starter Pack is on").waitFor();
  expect(await isOn("Active", "Starter Pack")).toBe("true");
});

test("L57 Popular leaves one plan as it arrives at the other, before the server has answered; Ctrl+Z moves it back", async () => {
  await opensList();
  const form = await holdBack("/popular.data");
  await switchOf("Popular", "Starter Pack").click();
  await expect.poll(() => isOn("Popular", "Pro Bundle")).toBe("false");
  expect(await isOn("Popular", "Starter Pack")).toBe("true");
  form.letGo();
  await partner.getByText("Popular moved from Pro Bundle to Starter Pack").waitFor();

  await partner.keyboard.press("Control+z");
  await partner.getByText("Popular moved from Starter Pack to Pro Bundle").waitFor();
  expect(await isOn("Popular", "Pro Bundle")).toBe("true");
});

test("L48 what does not reach the server moves the switch back, and says so", async () => {
  await opensList();
  const form = await holdBack("/active.data");
  await switchOf("Active", "Starter Pack").click();
  await expect.poll(() => isOn("Active", "Starter Pack")).toBe("false");
  form.lose();
  await partner.getByText("This did not reach us").waitFor();
  await expect.poll(() => isOn("Active", "Starter Pack")).toBe("true");
});

test("X6 a switch that is refused moves back, with the reason and the way on", async () => {
  await opensList();
  await switchOf("Active", "Starter Pack").click();
  await told().getByText("Starter Pack is off").waitFor();
  await town.stripe("accounts/acct_1TopupAcme/restrict", {});
  await switchOf("Active", "Starter Pack").click();
  await partner.getByText("Stripe has not enabled charges for your account").last().waitFor();
  expect(await partner.getByRole("link", { name: "Complete Requirements" }).count()).toBeGreaterThan(0);
  expect(await isOn("Active", "Starter Pack")).toBe("false");

  await town.stripe("accounts/acct_1TopupAcme/complete", {});
  await switchOf("Active", "Starter Pack").click();
  await told().getByText("Starter Pack is on").waitFor();
});

test("L126 a plan that is dragged onto another takes its place; the arrows keep the focus while it moves", async () => {
  await opensList();
  await partner.getByLabel("Order in the portal").selectOption("custom");
  await partner.getByRole("button", { name: "Save order" }).click();
  await partner.getByText("Order saved").waitFor();
  await partner.waitForLoadState("networkidle");
  const row = (name: string) => partner.getByRole("row", { name });
  const order = async () => (await partner.getByRole("row").allTextContents()).slice(1);

  await row("Starter Pack").getByTitle("Drag to move").dragTo(row("Enterprise Package"));
  await partner.getByText("Starter Pack is number 1 of 3 now").waitFor();
  await expect.poll(async () => (await order())[0]).toContain("Starter Pack");

  const down = partner.getByRole("button", { name: "Move down: Starter Pack" });
  for (const place of [2, 3]) {
    await down.press("Enter");
    await partner.getByText(`Starter Pack is number ${place} of 3 now`).waitFor();
    await expect.poll(focused).toBe("Move down: Starter Pack");
  }
});

test("L60 whoever presses Enter twice has not deleted a plan, and Escape leads back to where they were", async () => {
  await opensList();
  await partner.getByRole("link", { name: "Delete Starter Pack" }).press("Enter");
  await partner.getByRole("dialog", { name: "Delete Starter Pack?" }).waitFor();
  await partner.keyboard.press("Enter");
  await partner.keyboard.press("Escape");
  await expect.poll(focused).toBe("Delete Starter Pack");
  await partner.reload();
  await partner.getByRole("row", { name: "Starter Pack" }).waitFor();
});

test("L44 an edit begins at the plan's name, and Enter in a field saves it", async () => {
  await partner.getByRole("link", { name: "Edit Starter Pack" }).press("Enter");
  await partner.getByRole("heading", { name: "Edit Credit Plan" }).waitFor();
  await expect.poll(focused).toBe("Name");
  await partner.keyboard.press("End");
  await partner.keyboard.type("age");
  await partner.keyboard.press("Enter");
  await partner.getByText("Starter Package saved").waitFor();
});

const focused = () =>
  partner.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.ariaLabel ?? element?.labels?.[0]?.textContent?.trim() ?? element?.textContent?.trim();
  });
