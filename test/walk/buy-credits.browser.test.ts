import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newMail, openTown, signIn, type Town } from "./town";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const PHONE = { width: 390, height: 844 };

for (const javaScriptEnabled of [true, false]) {
  describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    const planName = `Walker's Pack ${javaScriptEnabled ? "with" : "without"} scripts`;
    let partner: Page;
    let customer: Page;

    test("L4 a partner creates a credit plan in Settings", async () => {
      partner = await town.person({ javaScriptEnabled });
      await signIn(town, partner, town.dashboard, "olivia@acme.test");
      await partner.goto(`${town.dashboard}/settings#customer-credit-plans`);
      await partner.getByRole("heading", { name: "Customer Credit Plans", exact: true }).waitFor();

      await partner.getByRole("link", { name: "Create Credit Plan" }).click();
      await partner.getByLabel("Name", { exact: true }).fill(planName);
      await partner.getByLabel("Price", { exact: true }).fill("25.50");
      await partner.getByLabel("Description", { exact: true }).fill("Made for a walk.");
      await partner.getByRole("button", { name: "Create", exact: true }).click();

      // A forgotten field costs nothing that was typed.
      await partner.getByText("Credits are required").first().waitFor();
      expect(await partner.getByLabel("Name", { exact: true }).inputValue()).toBe(planName);
      await partner.getByLabel("Credits", { exact: true }).fill("500");
      await partner.getByLabel("Popular", { exact: true }).check();
      await partner.getByRole("button", { name: "Create", exact: true }).click();
      await partner.getByText("Plan created").waitFor();
      await partner.getByRole("row", { name: new RegExp(planName) }).waitFor();
    });

    test("L67 the customer finds the plan under Credits, with its badge", async () => {
      customer = await town.person({ javaScriptEnabled, viewport: PHONE });
      await signIn(town, customer, town.portal("acme"), "ana@customer.test");
      const card = customer.getByRole("listitem").filter({ hasText: planName });
      for (const text of ["500 credits", "$25.50", "Made for a walk.", "Popular"]) {
        expect(await card.textContent()).toContain(text);
      }
      expect(await customer.getByText("Popular", { exact: true }).count()).toBe(1);
    });

    test("L87 a declined card is explained on Stripe's page, and the next card pays", async () => {
      const before = await balance(customer);
      const receipts = (await town.mails("ana@customer.test", "Receipt")).length;
      await customer.getByRole("button", { name: `Purchase ${planName}` }).click();
      await payBy(customer, "4000000000000002");
      await customer.getByText("Your card was declined").first().waitFor();

      await payBy(customer, "4242424242424242");
      await customer.getByRole("heading", { name: "Credits added" }).waitFor();
      expect(new URL(customer.url()).origin).toBe(town.portal("acme"));

      await customer.getByRole("link", { name: "Back to credits" }).click();
      expect(await balance(customer)).toBe(before + 500);
      const newest = customer.getByRole("row").nth(1);
      for (const text of ["Added", "+500", planName]) expect(await newest.textContent()).toContain(text);

      const receipt = await newMail(town, "ana@customer.test", "Receipt", receipts);
      expect(receipt.text).toContain("$25.50");
      expect((await town.mails("ana@customer.test", "Receipt")).length).toBe(receipts + 1);
    });

    test("L89 a declined payment that is given up says what happened, and can be tried again", async () => {
      const before = await balance(customer);
      await customer.getByRole("button", { name: `Purchase ${planName}` }).click();
      await payBy(customer, "4000000000009995");
      await customer.getByRole("link", { name: /cancel/i }).click();
      await customer.getByRole("heading", { name: "Payment didn't go through" }).waitFor();
      await customer.getByText("No credits were added and you can try again.").waitFor();

      await customer.getByRole("link", { name: "Try again" }).click();
      await payBy(customer, "4242424242424242");
      await customer.getByRole("heading", { name: "Credits added" }).waitFor();
      await customer.goto(`${town.portal("acme")}/credits`);
      expect(await balance(customer)).toBe(before + 500);
    });

    test("L76 a payment that is cancelled charges nothing", async () => {
      const before = await balance(customer);
      await customer.getByRole("button", { name: `Purchase ${planName}` }).click();
      await customer.getByRole("link", { name: /cancel/i }).click();
      await customer.getByRole("heading", { name: "You cancelled" }).waitFor();
      await customer.getByRole("link", { name: "Back to credits" }).click();
      expect(await balance(customer)).toBe(before);
    });

    test("L83 a bank that asks for 3-D Secure is answered on the way", async () => {
      const before = await balance(customer);
      await customer.getByRole("button", { name: `Purchase ${planName}` }).click();
      await payBy(customer, "4000002760003184");
      await customer.getByRole("button", { name: /complete/i }).click();
      await customer.getByRole("heading", { name: "Credits added" }).waitFor();
      await customer.goto(`${town.portal("acme")}/credits`);
      expect(await balance(customer)).toBe(before + 500);
    });

    test("L91 the partner sees the sales", async () => {
      await partner.goto(`${town.dashboard}/billing-and-invoices`);
      const sold = partner.getByRole("row").filter({ hasText: planName }).filter({ hasText: "Credited" });
      const reloaded = async () => {
        await partner.reload();
        return sold.count();
      };
      await expect.poll(reloaded).toBe(3);
    });
  });
}

test("the link in the e-mail signs in by a button, once", async () => {
  const page = await town.person();
  const email = "ben@customer.test";
  await page.goto(`${town.portal("acme")}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").waitFor();
  const { links } = await newMail(town, email, "sign-in code");
  const link = links.find((url) => url.includes("/sign-in/link/")) ?? "";

  const phone = await town.person();
  await phone.goto(link);
  await phone.getByRole("heading", { name: "Open this link where you asked for it" }).waitFor();

  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Credits", exact: true }).waitFor();

  await page.goto(link);
  await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
});

test("two portals at once: a customer of one is a stranger on the other", async () => {
  const page = await town.person({ javaScriptEnabled: false });
  await signIn(town, page, town.portal("acme"), "ana@customer.test");
  await page.goto(`${town.portal("borealis")}/credits`);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();

  await signIn(town, page, town.portal("borealis"), "ana@customer.test");
  await page.getByText("Northern Sky").waitFor();
  expect(await balance(page)).toBe(0);
});

const GATES = [
  ["faye@freebird.test", "Upgrade required", "Upgrade plan"],
  ["nils@newcomer.test", "Stripe not connected", "Connect Stripe"],
  ["hana@halfway.test", "Stripe not connected", "Complete Setup"],
  ["paul@paused.test", "Stripe not connected", "Complete Requirements"],
] as const;

for (const [email, title, way] of GATES) {
  test(`X1 ${email} reads "${title}" and finds "${way}"`, async () => {
    const page = await town.person();
    await signIn(town, page, town.dashboard, email);
    await page.getByRole("link", { name: "Customer Credit Plans" }).first().click();
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("link", { name: way }).click();
    await page.waitForURL(/plan-tier|stripe-connect/);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).count()).toBe(1);
  });
}

async function payBy(page: Page, card: string): Promise<void> {
  await page.getByLabel("Or type a test card number").fill(card);
  await page.getByRole("button", { name: /^Pay / }).click();
}

async function balance(page: Page): Promise<number> {
  const card = page.getByRole("main").locator("section").filter({ hasText: "Current Balance" });
  const text = (await card.first().textContent()) ?? "";
  return Number(/([\d,.]+)\s*credits/.exec(text)?.[1]?.replaceAll(",", ""));
}
