import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parsePrice, SELLING_CURRENCIES } from "../../app/money";
import { EMPTY_PLAN, readPlanForm } from "../../app/plans/plan";
import { createCheckout } from "../../app/stripe/checkout-calls.server";
import { checkoutRequest } from "../../app/stripe/checkout-request";
import { type RunningStandIn, runStandIn } from "../stripe-stand-in/run-stand-in";
import { samplePurchase } from "../wallet/sample-purchase";
import { BOUNDS } from "./price-bounds";

let standIn: RunningStandIn;
let stripe: Stripe;
let accountId: string;

beforeAll(async () => {
  standIn = await runStandIn();
  stripe = standIn.stripe();
  accountId = await standIn.openAccount();
}, 30_000);
afterAll(() => standIn.stop());

/** What the form keeps of a price, or says under it. */
function said(currency: string, price: string): number | string | undefined {
  const typed = { ...EMPTY_PLAN, name: "Starter Pack", credits: "1000", currency, price };
  const read = readPlanForm(typed, "usd", "en-US");
  return "draft" in read ? read.draft.priceMinor : read.errors.price?.replaceAll("\u00a0", " ");
}

/** Whether Stripe opens a page for it. */
async function opens(currency: string, price: string): Promise<string> {
  const priceMinor = parsePrice(price, currency) ?? 0;
  const terms = { currency, priceMinor, platformFeeMinor: 0, accountId, purchaseId: `${currency}_${price}` };
  const purchase = samplePurchase(terms);
  const successUrl = "https://acme.test/purchases/1";
  const page = {
    email: "ana@customer.test",
    successUrl,
    cancelUrl: successUrl,
    description: "",
    locale: "en",
  };
  return (await createCheckout(stripe, purchase, checkoutRequest(purchase, { ...page, brand: null })))
    .outcome;
}

test("every currency that a plan can be priced in has its bounds in the table", () => {
  expect(BOUNDS.map(({ currency }) => currency)).toEqual(SELLING_CURRENCIES);
});

describe("L25 a price in", () => {
  test.each(BOUNDS)("$currency goes from $leastSaid to $mostSaid, and Stripe takes both", async (bounds) => {
    const { currency, below, least, most, above, leastSaid, mostSaid } = bounds;
    expect(said(currency, least)).toBe(parsePrice(least, currency));
    expect(said(currency, most)).toBe(parsePrice(most, currency));
    expect(said(currency, below)).toBe(`Price must be at least ${leastSaid}`);
    expect(said(currency, above)).toBe(`Price can be at most ${mostSaid}`);
    expect([await opens(currency, least), await opens(currency, most)]).toEqual(["created", "created"]);
  });
});
