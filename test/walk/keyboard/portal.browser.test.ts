import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown } from "../town";
import { signIn, Walk } from "./by-keyboard";
import type { Keys } from "./keys";

const ANA = "ana@customer.test";
const GOOD_CARD = "4242424242424242";
const DECLINED_CARD = "4000000000000002";

/** A portal ships no script, so its story is told once: with the keyboard alone, and with scripts switched off. */
const walk = new Walk(false);
let ana: Keys;

beforeAll(async () => {
  walk.town = await openTown();
  ana = await walk.signedIn(ANA, walk.town.portal("acme"));
});
afterAll(() => walk.town.close());

async function pays(card: string): Promise<void> {
  await ana.finds("textbox", "Or type a test card number");
  await ana.write("Or type a test card number", card);
  await ana.press(/^Pay /);
}

test("L76 with the keyboard alone she buys credits, and comes back to a page that says so", async () => {
  await ana.finds("heading", "Credits");
  await ana.press("Purchase Starter Pack");
  await pays(GOOD_CARD);
  await ana.finds("heading", "Credits added");
  await ana.reads("+1,000 credits. Your balance is 1,000 credits.");
});

test("she reads the receipt, and what became of her balance", async () => {
  await ana.press("Receipt");
  await ana.finds("heading", "Receipt");
  await ana.press("View your purchase");
  await ana.finds("heading", "Credits added");
  await ana.press("History");
  await ana.finds("heading", "History");
  await ana.press("Added");
  await ana.press(/^Receipt for Starter Pack, /);
  await ana.finds("heading", "Receipt");
  await ana.press("Billing");
  await ana.press("Purchases");
  await ana.press(/^Starter Pack, /);
  await ana.finds("heading", "Credits added");
});

test("L89 with the keyboard alone she is declined, cancels, and tries again on the same page of Stripe", async () => {
  await ana.press("Back to credits");
  await ana.press("Purchase Pro Bundle");
  await pays(DECLINED_CARD);
  await ana.reads("Your card was declined");
  await ana.press(/cancel/i);
  await ana.finds("heading", "Payment didn't go through");
  await ana.press("Try again");
  await pays(GOOD_CARD);
  await ana.finds("heading", "Credits added");
  await ana.reads("Your balance is 6,000 credits.");
});

test("she skips what stands above each page, and reads it in another language", async () => {
  await ana.open("/history");
  await ana.press("Skip to content");
  expect(await ana.page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  for (const [language, title] of [
    ["Deutsch", "Verlauf"],
    ["Español", "Historial"],
    ["Français", "Historique"],
    ["English", "History"],
  ] as const) {
    await ana.press(language);
    await ana.finds("heading", title);
  }
});

test("she signs out at another device, here, and everywhere", async () => {
  const portal = walk.town.portal("acme");
  const elsewhere = await walk.signedIn(ANA, portal);
  await ana.press("Account");
  await ana.press(/^Sign out: (?!.*This device)/);
  await ana.reads("You are signed out there.");
  await elsewhere.press("Credits");
  await elsewhere.finds("heading", "Sign in");

  await ana.press("Sign out");
  await ana.finds("heading", "Sign in");
  await signIn(walk.town, ana, ANA);
  await signIn(walk.town, elsewhere, ANA);
  await ana.press("Account");
  await ana.press("Sign out everywhere");
  await ana.finds("heading", "Sign in");
  await elsewhere.press("Credits");
  await elsewhere.finds("heading", "Sign in");
});

test("no action of a customer's pages is left out", () => {
  expect(walk.forms.leftOut(/^routes\/(portal\/|language|sign-out)/, [])).toEqual([]);
});
