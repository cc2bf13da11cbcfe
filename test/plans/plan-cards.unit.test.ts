import { expect, test } from "vitest";
import { ENGLISH } from "../../app/i18n/wording";
import { planCards } from "../../app/plans/plan-cards";
import type { OfferedPlan } from "../../db/plans.server";
import { wordingIn } from "../i18n/sample-wording";
import { sampleAccount, samplePartner } from "../partners/sample-partner";
import { sampleCustomer, samplePortal } from "../portals/sample-portal";
import { samplePlan } from "./sample-plan";

const ready = {
  partner: samplePartner(),
  account: sampleAccount(),
  portal: samplePortal(),
  customer: sampleCustomer(),
};

const cards = (plans: OfferedPlan[], circumstances = ready, wording = ENGLISH) =>
  planCards(plans, circumstances, wording);

test("L70 a card has the plan's name, credits, price, description and badge", () => {
  expect(cards([samplePlan({ popular: true })])).toEqual([
    {
      id: "plan_starter",
      name: "Starter Pack",
      credits: "1,000 credits",
      price: "$49",
      perCredit: "$0.049 per credit",
      description: "For a first try",
      popular: true,
      purchasable: true,
    },
  ]);
});

test("L38 a larger plan says how much less a credit costs; the smallest one does not", () => {
  const plans = [
    samplePlan({ credits: 10_000, priceMinor: 30_000 }),
    samplePlan({ credits: 5_000, priceMinor: 20_000 }),
    samplePlan({ credits: 1_000, priceMinor: 5_000 }),
  ];

  expect(cards(plans).map((card) => card.perCredit)).toEqual([
    "$0.03 per credit · 40 % less",
    "$0.04 per credit · 20 % less",
    "$0.05 per credit",
  ]);
});

test("a saving of one percent is worth telling", () => {
  const plans = [samplePlan({ credits: 2_000, priceMinor: 9_900 }), samplePlan({ priceMinor: 5_000 })];

  expect(cards(plans)).toMatchObject([{ perCredit: "$0.0495 per credit · 1 % less" }, {}]);
});

test("L49 a plan that is off is no card, and no other card is compared with it", () => {
  const plans = [
    samplePlan({ id: "plan_off", credits: 100, priceMinor: 5_000, active: false }),
    samplePlan({ id: "plan_on", credits: 1_000, priceMinor: 5_000 }),
  ];

  expect(cards(plans)).toMatchObject([{ id: "plan_on", perCredit: "$0.05 per credit" }]);
});

test("L58 only the popular plan carries the badge, and the partner's order is kept", () => {
  const plans = ["plan_c", "plan_a", "plan_b"].map((id) => samplePlan({ id, popular: id === "plan_a" }));

  expect(cards(plans).map((card) => [card.id, card.popular])).toEqual([
    ["plan_c", false],
    ["plan_a", true],
    ["plan_b", false],
  ]);
});

test("L139 while Stripe cannot charge, the cards stay and cannot be bought", () => {
  const paused = { ...ready, account: sampleAccount({ chargesEnabled: false }) };

  expect(cards([samplePlan()], paused)).toMatchObject([{ name: "Starter Pack", purchasable: false }]);
});

test("L7 a customer without AI credits sees no plans", () => {
  expect(cards([samplePlan()], { ...ready, customer: sampleCustomer({ aiCreditsEnabled: false }) })).toEqual(
    [],
  );
});

test("one credit is one credit", () => {
  expect(cards([samplePlan({ credits: 1 })])).toMatchObject([{ credits: "1 credit" }]);
});

test("a card speaks the portal's language, and calls a credit as the partner does", () => {
  expect(
    cards([samplePlan({ currency: "eur", priceMinor: 4_950 })], ready, wordingIn("de", "units")),
  ).toMatchObject([
    { credits: "1.000 Einheiten", price: "49,50\u00a0€", perCredit: "0,0495\u00a0€ pro Einheit" },
  ]);
});
