import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { appRoutes } from "../http/app-routes";
import { seriousFindings, takeAxeAlong } from "./axe";
import { outOfReach } from "./keyboard/out-of-reach";
import { A_PHONE, unfitForFingers } from "./phone";
import { shopper } from "./shopper";
import { readTwice, sharedNames } from "./spoken";
import { openTown, signIn, type Town } from "./town";

/** What the walk makes itself has this name until then; the rest is of the demo. */
const MADE = "made-by-the-walk";
const EXAMPLES = {
  ":planId": "plan_01acme00000000000000000pro",
  ":customerId": "customer_01acme00000000000000000ana",
  ":memberId": "member_01acme0000000000000000mia",
  ":purchaseId": MADE,
};

/** Every page of the dashboard, as app/routes.ts lists them: a new one is looked at with nobody thinking of it. */
const PAGES = appRoutes(EXAMPLES).filter(({ site, path }) => site === "dashboard" && !isFile(path));

function isFile(path: string): boolean {
  return /\.\w+$/.test(path);
}

let town: Town;
let partner: Page;
let phone: Page;
let purchaseId = "";

beforeAll(async () => {
  town = await openTown();
  partner = await town.person();
  await takeAxeAlong(partner);
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
  purchaseId = await refundedPurchase();
  await twoDifferencesFromStripe();
  phone = await town.person(A_PHONE);
  await signIn(town, phone, town.dashboard, "olivia@acme.test");
});
afterAll(() => town.close());

/** Ana is declined, pays with another card, and is refunded: the partner has a case to decide. Answers the purchase. */
async function refundedPurchase(): Promise<string> {
  const ana = await town.person();
  await signIn(town, ana, town.portal("acme"), "ana@customer.test");
  await ana.getByRole("button", { name: "Purchase Starter Pack" }).click();
  const stripe = new URL(ana.url()).origin;
  for (const [card, answer] of [
    ["4000000000000002", "Your card was declined"],
    ["4242424242424242", "Credits added"],
  ] as const) {
    await ana.getByLabel("Or type a test card number").fill(card);
    await ana.getByRole("button", { name: /^Pay / }).click();
    await ana.getByText(answer).first().waitFor();
  }
  const purchase = /purchase_\w+/.exec(ana.url())?.[0] ?? "";

  await ana.goto(`${stripe}/dashboard/${await accountOf(partner)}`);
  await ana.getByRole("button", { name: "Refund", exact: true }).click();
  await partner.goto(`${town.dashboard}/customers/${EXAMPLES[":customerId"]}/billing`);
  await vi.waitFor(async () => {
    await partner.reload();
    expect(await partner.content()).toContain(`refund-cases/${purchase}`);
  }, 10_000);
  return purchase;
}

/** Nobody tells of two payments: the comparison with Stripe has two things to repair. */
async function twoDifferencesFromStripe(): Promise<void> {
  const ben = await shopper(town, "ben@customer.test");
  await ben.buysUnheard("Starter Pack");
  await ben.buysUnheard("Pro Bundle");
  await partner.goto(`${town.dashboard}/billing-and-invoices/reconcile`);
  await partner.getByRole("button", { name: "Compare with Stripe" }).click();
  await partner.getByRole("button", { name: "Repair all" }).waitFor();
}

async function accountOf(page: Page): Promise<string> {
  await page.goto(`${town.dashboard}/settings/stripe-connect`);
  return /acct_\w+/.exec(await page.content())?.[0] ?? "";
}

test("a page that somebody cannot read is found", async () => {
  await partner.goto(`${town.dashboard}/settings`);
  await partner.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", "<button></button>");
  });
  expect(await seriousFindings(partner)).toEqual(Array(4).fill(expect.stringContaining("button-name")));
});

test.each(PAGES.map(({ id, path }) => ({ id, path })))(
  "$id can be read and used by everybody: by day and by night, on a desk and on a phone",
  async ({ path }) => {
    const answer = await partner.goto(town.dashboard + path.replace(MADE, purchaseId));
    expect(answer?.status()).toBe(200);
    expect(await seriousFindings(partner)).toEqual([]);
  },
);

test("what the keyboard does not reach, and a focus that nobody sees, are found", async () => {
  await partner.goto(`${town.dashboard}/settings`);
  await partner.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<div role="button">Click me</div>');
    document.querySelector<HTMLElement>("main a")?.style.setProperty("outline", "none", "important");
  });
  const found = await outOfReach(partner);
  expect(found).toContainEqual(expect.stringContaining("Tab does not reach <div"));
  expect(found).toContainEqual(expect.stringContaining("nothing shows the focus on <a"));
});

test.each(PAGES.map(({ id, path }) => ({ id, path })))(
  "$id can be used with the keyboard alone: Tab reaches all that can be clicked, and shows where it is",
  async ({ path }) => {
    await partner.goto(town.dashboard + path.replace(MADE, purchaseId));
    expect(await outOfReach(partner)).toEqual([]);
  },
);

test("what is too small for a finger, and what a phone cuts off, are found", async () => {
  await phone.goto(`${town.dashboard}/settings`);
  await phone.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<button>x</button><p><nobr>${"Wide ".repeat(40)}</nobr></p>`,
    );
  });
  const found = await unfitForFingers(phone);
  expect(found).toContainEqual(expect.stringMatching(/^Too small for a finger: button "x"/));
  expect(found).toContainEqual(expect.stringMatching(/^The page is wider than the phone/));
});

test.each(PAGES.map(({ id, path }) => ({ id, path })))(
  "$id fits a phone, and a tablet held upright: each control is as large as a finger, and nothing is cut off or has to be pushed aside",
  async ({ path }) => {
    await phone.goto(town.dashboard + path.replace(MADE, purchaseId));
    for (const width of [768, 390]) {
      await phone.setViewportSize({ width, height: 844 });
      expect(await unfitForFingers(phone), `${width} pixels wide`).toEqual([]);
    }
  },
);

test("two buttons of one name, and a hint that is part of a name, are found", async () => {
  await partner.goto(`${town.dashboard}/settings`);
  await partner.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<a href="/one">Open</a><a href="/other">Open</a><a href="/one">Read</a><a href="/one">Read</a>
      <label><input type="checkbox" aria-describedby="why">Sure <span id="why">of it</span></label>`,
    );
  });
  expect(await sharedNames(partner)).toEqual([expect.stringContaining('link "Open"')]);
  expect(await readTwice(partner)).toEqual(['checkbox "Sure of it" is described as "of it"']);
});

test.each(PAGES.map(({ id, path }) => ({ id, path })))(
  "$id can be heard: no two buttons or links of one name do different things, and no hint is read twice",
  async ({ path }) => {
    await partner.goto(town.dashboard + path.replace(MADE, purchaseId));
    expect(await sharedNames(partner)).toEqual([]);
    expect(await readTwice(partner)).toEqual([]);
  },
);
