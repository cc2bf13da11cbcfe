import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { purchaseOnItsWay } from "./portal-pages";
import { openTown, signIn, type Town } from "./town";

let town: Town;
let atStripe: Page;
let waiting: Page;
let stopped: Page;

beforeAll(async () => {
  town = await openTown();
  const portal = town.portal("acme");
  atStripe = await town.person({ javaScriptEnabled: false });
  await signIn(town, atStripe, portal, "ana@customer.test");
  const purchase = await purchaseOnItsWay(atStripe, portal);
  waiting = await atStripe.context().newPage();
  stopped = await atStripe.context().newPage();
  for (const page of [waiting, stopped]) await page.goto(`${portal}/purchases/${purchase}`);
});
afterAll(() => town.close());

test("L78 a page that waits for the payment looks again by itself, and shows the credits without a click", async () => {
  await stopped.getByRole("link", { name: "Stop looking" }).click();
  await waiting.waitForURL(/\?look=1$/);
  await waiting.getByText("This page looks again by itself.").waitFor();

  await atStripe.getByLabel("Or type a test card number").fill("4242424242424242");
  await atStripe.getByRole("button", { name: /^Pay / }).click();
  await waiting.getByRole("heading", { name: "Credits added" }).waitFor();
});

test("what is decided stays as it is, and so does a page that was told to stop", async () => {
  const loads: string[] = [];
  for (const page of [waiting, stopped]) page.on("load", () => loads.push(page.url()));
  // The second look would come after six seconds.
  await waiting.waitForTimeout(7_000);
  expect(loads).toEqual([]);
  await stopped.getByRole("link", { name: "Look again" }).click();
  await stopped.getByRole("heading", { name: "Credits added" }).waitFor();
});
