import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

for (const scripts of [true, false]) {
  test(`L133 an empty plan ${scripts ? "with" : "without"} scripts: the mistakes are told and have the focus, nothing is created`, async () => {
    const partner = await town.person({ javaScriptEnabled: scripts });
    await signIn(town, partner, town.dashboard, "olivia@acme.test");
    await partner.goto(`${town.dashboard}/settings/customer-credit-plans/new`);
    if (scripts) await partner.waitForLoadState("networkidle");
    await partner.getByRole("button", { name: "Create", exact: true }).click();

    const told = partner.locator("#field-errors");
    await told.waitFor();
    expect(await told.getByRole("link").allTextContents()).toEqual([
      "Name is required",
      "Credits are required",
      "Price is required",
    ]);
    await expect.poll(() => partner.evaluate(() => document.activeElement?.id)).toBe("field-errors");
    await partner.goto(`${town.dashboard}/settings/customer-credit-plans`);
    expect(await partner.getByRole("row").count()).toBe(4);
  });
}
