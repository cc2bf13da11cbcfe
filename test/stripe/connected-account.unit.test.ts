import type Stripe from "stripe";
import { expect, test } from "vitest";
import { accountFacts, STRIPE_COUNTRIES } from "../../app/stripe/connected-account";

// Stripe's accounts have some hundred fields; these are the ones that are read.
const account = (fields: object) => fields as unknown as Stripe.Account;

test("L14 what Stripe says of an account is kept as it says it", () => {
  const restricted = account({
    details_submitted: true,
    charges_enabled: false,
    payouts_enabled: true,
    requirements: {
      currently_due: ["external_account"],
      current_deadline: 1_800_000_000,
      disabled_reason: "requirements.past_due",
    },
  });

  expect(accountFacts(restricted)).toEqual({
    detailsSubmitted: true,
    chargesEnabled: false,
    payoutsEnabled: true,
    requirementsDue: ["external_account"],
    requirementsDeadline: 1_800_000_000_000,
    disabledReason: "requirements.past_due",
  });
});

test.each([{}, { requirements: {} }, { requirements: { currently_due: null, disabled_reason: null } }])(
  "an account that Stripe wants nothing of: %j",
  (requirements) => {
    const ready = account({
      details_submitted: true,
      charges_enabled: true,
      payouts_enabled: false,
      ...requirements,
    });

    expect(accountFacts(ready)).toEqual({
      detailsSubmitted: true,
      chargesEnabled: true,
      payoutsEnabled: false,
      requirementsDue: [],
      requirementsDeadline: null,
      disabledReason: null,
    });
  },
);

test("countries are two letters, each once, in order", () => {
  expect(STRIPE_COUNTRIES.filter((country) => !/^[A-Z]{2}$/.test(country))).toEqual([]);
  expect(STRIPE_COUNTRIES).toEqual([...new Set(STRIPE_COUNTRIES)].sort());
  expect(STRIPE_COUNTRIES).toEqual(expect.arrayContaining(["US", "DE", "JP"]));
});
