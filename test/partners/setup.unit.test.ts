import { expect, test } from "vitest";
import { type SetupFacts, setupSteps } from "../../app/partners/setup";
import { sampleAccount, samplePartner } from "./sample-partner";

const DONE: SetupFacts = {
  partner: samplePartner({ tier: "pro" }),
  account: sampleAccount(),
  portalUrl: "https://acme.topup.test",
  hasPortal: true,
  hasPlan: true,
  hasActivePlan: true,
  hasGuest: true,
  hasSale: true,
};

const open = (facts: Partial<SetupFacts>) =>
  setupSteps({ ...DONE, ...facts }).filter(({ isDone }) => !isDone);

test("nothing is left to do for a partner that sells", () => {
  expect(setupSteps(DONE)).toHaveLength(6);
  expect(open({})).toEqual([]);
});

test.each<[string, Partial<SetupFacts>, string, { label: string; href: string }]>([
  [
    "a free tier",
    { partner: samplePartner({ tier: "free_forever" }) },
    "You are on Free Forever. Credit plans need Starter, Pro or Enterprise.",
    { label: "Upgrade plan", href: "/settings/plan-tier" },
  ],
  [
    "no Stripe account",
    { account: null },
    "Complete Stripe Connect setup first.",
    { label: "Connect Stripe", href: "/settings/stripe-connect" },
  ],
  [
    "unfinished onboarding",
    { account: sampleAccount({ detailsSubmitted: false, requirementsDue: ["external_account"] }) },
    "Your Stripe account is linked but onboarding isn't complete. 1 item outstanding.",
    { label: "Complete Setup", href: "/settings/stripe-connect" },
  ],
  [
    "charges that are off",
    { account: sampleAccount({ chargesEnabled: false, disabledReason: "requirements.past_due" }) },
    "Stripe has not enabled charges for your account: what it asked for is overdue (requirements.past_due).",
    { label: "Complete Requirements", href: "/settings/stripe-connect" },
  ],
  [
    "a portal that is off",
    { portalUrl: null },
    "Your portal is off, so no customer can sign in.",
    { label: "Open portal settings", href: "/settings/portal#enabled" },
  ],
  [
    "no portal",
    { portalUrl: null, hasPortal: false },
    "Your portal is off, so no customer can sign in.",
    { label: "Open portal settings", href: "/settings/portal#subdomain" },
  ],
  [
    "no plan",
    { hasPlan: false, hasActivePlan: false },
    "You have no credit plan, so your portal has nothing to sell.",
    { label: "Create Credit Plan", href: "/settings/customer-credit-plans/new" },
  ],
  [
    "no active plan",
    { hasActivePlan: false },
    "No plan is active, so your portal has nothing to sell.",
    { label: "Open credit plans", href: "/settings/customer-credit-plans" },
  ],
  [
    "no customer with access",
    { hasGuest: false },
    "No customer may open your portal yet.",
    { label: "Open customers", href: "/customers" },
  ],
  [
    "no sale",
    { hasSale: false },
    "Nothing was sold yet. In Stripe's test mode you can buy from yourself.",
    { label: "Open your portal", href: "https://acme.topup.test" },
  ],
])("one step alone is open with %s, and leads to where it is done", (_title, facts, sentence, action) => {
  expect(open(facts)).toMatchObject([{ sentence, action }]);
});
