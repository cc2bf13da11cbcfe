import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

const BEN = "/customers/customer_01acme00000000000000000ben";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function olivia(javaScriptEnabled: boolean) {
  const page = await town.person({ javaScriptEnabled });
  await signIn(town, page, town.dashboard, "olivia@acme.test");
  await page.goto(town.dashboard + BEN);
  return page;
}

test("L110 with scripts the balance before and after follows the typing, and one click adds", async () => {
  const page = await olivia(true);
  await page.getByText("The balance before and after appears here.").waitFor();
  await page.getByLabel("Amount").fill("12.5");
  await page.getByText("Added: 0 → 12.5").waitFor();
  await page.getByText("Deducted: not possible, the balance is 0").waitFor();
  await page.getByLabel("Note").fill("A present");
  await page.getByRole("button", { name: "Add Credits" }).click();
  await page.getByText("Credits added").waitFor();
});

test("L110 without scripts the same is a page of its own, from which one may turn back", async () => {
  const page = await olivia(false);
  await page.getByLabel("Amount").fill("100");
  await page.getByLabel("Note").fill("Another present");
  await page.getByRole("button", { name: "Add Credits" }).click();
  await page.getByRole("heading", { name: "Add 100 credits?" }).waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  expect(await page.getByLabel("Amount").inputValue()).toBe("100");
  await page.getByRole("button", { name: "Add Credits" }).click();
  await page.getByRole("button", { name: "Add Credits" }).click();
  await page.getByText("Credits added").waitFor();
});

for (const scripts of [true, false]) {
  test(`L149 ${scripts ? "with" : "without"} scripts a preview opens beside the dashboard, only looks, and closes`, async () => {
    const page = await olivia(scripts);
    const [preview] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", { name: "Preview portal" }).click(),
    ]);
    await preview.getByRole("button", { name: "Open preview" }).click();
    await preview.waitForURL(`${town.portal("acme")}/credits`);
    await preview.getByText("Preview as Ben Adeyemi").waitFor();
    await preview.getByRole("button", { name: "Purchase Starter Pack" }).click();
    await preview.getByRole("heading", { name: "This is a preview" }).waitFor();
    await preview.getByRole("button", { name: "Close" }).click();
    await preview.getByRole("heading", { name: "The preview is closed" }).waitFor();
    expect(page.url()).toBe(town.dashboard + BEN);
  });
}
