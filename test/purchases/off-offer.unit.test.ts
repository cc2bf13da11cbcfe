import { expect, test } from "vitest";
import { isOffOffer } from "../../app/purchases/off-offer";
import type { StandingOffer } from "../../db/purchase-checks.server";
import { sampleAccount, samplePartner } from "../partners/sample-partner";
import { samplePlan } from "../plans/sample-plan";
import { sampleCustomer, samplePortal } from "../portals/sample-portal";

const account = sampleAccount({ accountId: "acct_1" });

const offOffer = (offer: Partial<StandingOffer> = {}, accountId = "acct_1") =>
  isOffOffer({
    accountId,
    offer: {
      partner: samplePartner(),
      account,
      portal: samplePortal(),
      customer: sampleCustomer(),
      plan: samplePlan(),
      ...offer,
    },
  });

test("what is still on offer is left to be paid", () => {
  expect(offOffer()).toBe(false);
});

test("L17 a pause of Stripe ends no payment page: Stripe takes no payment meanwhile, and the pause may pass", () => {
  expect(offOffer({ account: { ...account, chargesEnabled: false } })).toBe(false);
  expect(offOffer({ account: { ...account, detailsSubmitted: false } })).toBe(false);
});

test.each<[string, Partial<StandingOffer>]>([
  ["L49 a plan that is off", { plan: samplePlan({ active: false }) }],
  ["L62 a plan that is deleted", { plan: samplePlan({ deletedAt: 1 }) }],
  ["a plan that is hidden from the customer", { plan: samplePlan({ exception: "hide" }) }],
  ["a customer whose purchases are blocked", { customer: sampleCustomer({ purchasesBlocked: true }) }],
  ["L136 a customer who is blocked", { customer: sampleCustomer({ portalAccess: "blocked" }) }],
  ["L7 a customer without AI credits", { customer: sampleCustomer({ aiCreditsEnabled: false }) }],
  ["L137 a portal that is off", { portal: samplePortal({ enabled: false }) }],
  ["L137 a portal that is gone", { portal: null }],
  ["L12 a partner on Free Forever", { partner: samplePartner({ tier: "free_forever" }) }],
  ["L15 a disconnected account", { account: { ...account, deauthorizedAt: 1 } }],
])("%s is off offer", (_, offer) => {
  expect(offOffer(offer)).toBe(true);
});

test("L15 a page on an account that the partner sells on no more is off offer", () => {
  expect(offOffer({}, "acct_of_before")).toBe(true);
});

test("what D1 does not know ends nothing", () => {
  for (const gone of [{ partner: null }, { customer: null }, { plan: null }])
    expect(offOffer(gone)).toBe(false);
});
