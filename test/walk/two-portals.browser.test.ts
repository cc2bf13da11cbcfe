import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "./town";

const ANA = "ana@customer.test";

/** One browser without scripts, as Ana has it, with both portals open; and the partner whose domain the second is. */
let town: Town;
let acme: Page;
let borealis: Page;
let erik: Page;

beforeAll(async () => {
  town = await openTown();
  acme = await town.person({ javaScriptEnabled: false });
  borealis = await acme.context().newPage();
  erik = await town.person({ javaScriptEnabled: false });
  await signIn(town, acme, town.portal("acme"), ANA);
  await signIn(town, borealis, town.ownDomain, ANA);
});
afterAll(() => town.close());

async function balance(page: Page): Promise<number> {
  await page.goto(new URL("/credits", page.url()).href);
  const text = await page.locator("section", { hasText: "Current Balance" }).first().textContent();
  return Number((/Current Balance([\d,.]+)/.exec(text ?? "")?.[1] ?? "").replaceAll(",", ""));
}

async function buys(page: Page, plan: string): Promise<void> {
  await page.getByRole("button", { name: `Purchase ${plan}` }).click();
  await page.getByLabel("Or type a test card number").fill("4242424242424242");
  await page.getByRole("button", { name: /^Pay / }).click();
  await page.getByRole("heading", { name: "Credits added" }).waitFor();
}

test("L77 Ana buys on both portals in one browser and comes back to each by its own address", async () => {
  const before = [await balance(acme), await balance(borealis)];

  await buys(acme, "Starter Pack");
  expect(new URL(acme.url()).origin).toBe(town.portal("acme"));
  await buys(borealis, "Little Light");
  expect(new URL(borealis.url()).origin).toBe(town.ownDomain);

  expect([await balance(acme), await balance(borealis)]).toEqual([
    (before[0] ?? 0) + 1_000,
    (before[1] ?? 0) + 500,
  ]);
});

test("T4 each portal has cookies of its own host, and is nothing without them", async () => {
  const cookies = await acme.context().cookies();
  const sessions = cookies.filter(({ httpOnly, domain }) => httpOnly && domain.includes("."));
  expect(new Set(sessions.map(({ domain }) => domain))).toEqual(
    new Set([new URL(town.portal("acme")).hostname, new URL(town.ownDomain).hostname]),
  );

  // The address that we gave Borealis is another host: there she is nobody yet.
  const ours = await acme.context().newPage();
  await ours.goto(`${town.portal("borealis")}/credits`);
  expect(new URL(ours.url()).pathname).toBe("/sign-in");
  await ours.close();
});

test("signing out of one leaves her signed in to the other", async () => {
  await acme.getByRole("button", { name: "Sign out" }).click();
  await acme.getByRole("heading", { name: "Sign in" }).waitFor();
  await acme.goto(`${town.portal("acme")}/credits`);
  expect(new URL(acme.url()).pathname).toBe("/sign-in");
  expect(await balance(borealis)).toBeGreaterThan(0);
});

test("the partner sees the domain as active, and gives the portal other words, which Ana sees next", async () => {
  await signIn(town, erik, town.dashboard, "erik@borealis.test");
  await erik.goto(`${town.dashboard}/settings/custom-domain`);
  await erik.getByText("Active", { exact: true }).waitFor();

  await erik.goto(`${town.dashboard}/settings/portal`);
  await erik.getByLabel("Slogan").fill("Calls that answer themselves");
  await erik.getByLabel("Theme").selectOption("dark");
  await erik.getByRole("button", { name: "Update preview" }).click();
  await erik.getByRole("region", { name: "Preview" }).getByText("Calls that answer themselves").waitFor();
  await erik.getByRole("button", { name: "Save changes" }).click();
  await erik.getByText("Portal saved").waitFor();

  await borealis.goto(`${town.ownDomain}/credits`);
  await borealis.getByText("Calls that answer themselves").waitFor();
  expect(await borealis.locator("html").getAttribute("data-theme")).toBe("dark");
});

test("nothing of one portal, nor of the platform, is on a page of the other", async () => {
  const page = (await borealis.content()).toLowerCase();
  for (const foreign of ["acme", "starter pack", "topup"]) expect(page).not.toContain(foreign);
});
