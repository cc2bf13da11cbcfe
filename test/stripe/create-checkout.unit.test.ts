import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCheckout } from "../../app/stripe/checkout-calls.server";
import { type CheckoutPage, checkoutRequest } from "../../app/stripe/checkout-request";
import { type RunningStandIn, runStandIn } from "../stripe-stand-in/run-stand-in";
import { samplePurchase } from "../wallet/sample-purchase";

let standIn: RunningStandIn;
let accountId: string;
let stripe: Stripe;

beforeAll(async () => {
  standIn = await runStandIn();
  accountId = await standIn.openAccount();
  stripe = standIn.stripe();
}, 30_000);
afterAll(() => standIn.stop());

const page = {
  email: "ana@customer.test",
  successUrl: "https://acme.test/purchases/1",
  cancelUrl: "https://acme.test/purchases/1?cancelled",
  description: "",
  locale: "en",
};
const colors = { page: "#ffffff", button: "#7c3aed" } as const;

function open(purchaseId: string, brand: CheckoutPage["brand"], changes = {}) {
  const purchase = samplePurchase({ purchaseId, accountId, ...changes });
  return createCheckout(stripe, purchase, checkoutRequest(purchase, { ...page, brand }));
}

const brandingOf = async (sessionId: string) =>
  (await stripe.checkout.sessions.retrieve(sessionId, {}, { stripeAccount: accountId })).branding_settings;

async function sessionOf(opened: Promise<Awaited<ReturnType<typeof createCheckout>>>): Promise<string> {
  const result = await opened;
  if (result.outcome !== "created") throw new Error(`Stripe answered ${result.failure.message}`);
  return result.sessionId;
}

test("L77 Stripe's page is opened with the portal's title, colours and logo", async () => {
  const logoUrl = "https://credits.acme.com/brand/image_1";
  const sessionId = await sessionOf(open("purchase_branded", { title: "Acme Voice", colors, logoUrl }));
  expect(await brandingOf(sessionId)).toMatchObject({
    display_name: "Acme Voice",
    background_color: "#ffffff",
    button_color: "#7c3aed",
    border_style: "rounded",
    logo: { type: "url", url: logoUrl },
  });
});

test("a look that Stripe refuses keeps nobody from paying: the page opens without it, once", async () => {
  const brand = { title: "Acme Voice", colors, logoUrl: "http://localhost/brand/image_1" };
  const sessionId = await sessionOf(open("purchase_refused_look", brand));
  expect(await brandingOf(sessionId)).toMatchObject({ display_name: "Acme Agency", logo: null });
  expect(await sessionOf(open("purchase_refused_look", brand))).toBe(sessionId);
});

test("what Stripe refuses for another reason stays refused, in the words of that reason", async () => {
  const brand = { title: "Acme Voice", colors, logoUrl: null };
  const result = await open("purchase_too_cheap", brand, { priceMinor: 1, platformFeeMinor: 0 });
  expect(result).toMatchObject({ outcome: "refused", failure: { code: "amount_too_small" } });
});
