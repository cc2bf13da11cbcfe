import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriousFindings, takeAxeAlong } from "./axe";
import { openTown, signIn, type Town } from "./town";

/** Pages that tell somebody who has nothing yet, or may not, what is missing and what to do. */
const PAGES = [
  "/home",
  "/customers",
  "/customers/import",
  "/settings",
  "/settings/customer-credit-plans",
  "/settings/customer-credit-plans/new",
  "/settings/portal",
  "/settings/custom-domain",
  "/settings/plan-tier",
  "/settings/team",
  "/settings/audit-log",
  "/settings/stripe-connect",
  "/settings/email-domain",
  "/settings/emails/sent",
  "/billing-and-invoices",
  "/billing-and-invoices/attempts",
  "/billing-and-invoices/reconcile",
  "/billing-and-invoices/webhooks",
  "/settings/no-such-page",
];
const PRO = "/settings/customer-credit-plans/plan_01acme00000000000000000pro";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function partner(email: string): Promise<Page> {
  const page = await town.person();
  await takeAxeAlong(page);
  await signIn(town, page, town.dashboard, email);
  return page;
}

for (const { who, email, gate } of [
  { who: "on Free Forever", email: "faye@freebird.test", gate: "Upgrade required" },
  { who: "without Stripe", email: "nils@newcomer.test", gate: "Stripe not connected" },
]) {
  test(`a partner ${who} can read and use what says so, and the lists that are empty: by day and by night, on a desk and on a phone`, async () => {
    const page = await partner(email);
    const found: string[] = [];
    for (const path of PAGES) {
      await page.goto(town.dashboard + path);
      for (const finding of await seriousFindings(page)) found.push(`${path} ${finding}`);
    }
    expect(found).toEqual([]);

    await page.goto(`${town.dashboard}/settings/customer-credit-plans/new`);
    await page.getByText(gate).first().waitFor();
  });
}

test("so can a partner whose form has mistakes, and whose plan somebody else has saved meanwhile", async () => {
  const [olivia, other] = [await partner("olivia@acme.test"), await partner("olivia@acme.test")];
  await olivia.goto(`${town.dashboard}/settings/customer-credit-plans/new`);
  await olivia.getByLabel("Price", { exact: true }).fill("a lot");
  await olivia.getByRole("button", { name: "Create", exact: true }).click();
  await olivia.getByRole("alert").first().waitFor();
  expect(await seriousFindings(olivia)).toEqual([]);

  await olivia.goto(town.dashboard + PRO);
  await other.goto(town.dashboard + PRO);
  for (const [page, name, answer] of [
    [other, "Pro Bundle One", "Pro Bundle One saved"],
    [olivia, "Pro Bundle Two", "Pro Bundle One"],
  ] as const) {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText(answer).first().waitFor();
  }
  expect(await seriousFindings(olivia)).toEqual([]);
});
