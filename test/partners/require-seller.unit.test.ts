import { expect, test } from "vitest";
import { Refusal } from "../../app/errors";
import { requireSeller } from "../../app/partners/require-seller";
import type { ConnectedAccount, Partner } from "../../db/portals.server";
import { NOW } from "../sample-time";
import { sampleAccount, samplePartner } from "./sample-partner";

function refusalOf(partner: Partner, account: ConnectedAccount | null): Refusal {
  try {
    requireSeller(partner, account);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("Nothing was refused");
}

test.each(["starter", "pro", "enterprise"] as const)(
  "L13 a partner on %s who can charge may sell",
  (tier) => {
    const [partner, account] = [samplePartner({ tier }), sampleAccount()];

    expect(requireSeller(partner, account)).toEqual({ partner, account });
  },
);

test("L129–131 Free Forever is told to upgrade, in these words and before anything of Stripe", () => {
  expect(refusalOf(samplePartner({ tier: "free_forever" }), null)).toMatchObject({
    code: "upgrade_required",
    title: "Upgrade required",
    message:
      "You're on the Free Forever plan. Customer Credit Plans need a paid plan (Starter, Pro, or Enterprise).",
    action: { label: "Upgrade plan", href: "/settings/plan-tier" },
  });
});

const NOT_CONNECTED = {
  code: "stripe_not_connected",
  title: "Stripe not connected",
  message: "Complete Stripe Connect setup first.",
  action: { label: "Connect Stripe", href: "/settings/stripe-connect" },
};

test("L15, L132 without a Stripe account the partner is told to connect one", () => {
  expect(refusalOf(samplePartner(), null)).toMatchObject(NOT_CONNECTED);
});

test("B20 a disconnected account is none, however well it stood", () => {
  expect(refusalOf(samplePartner(), sampleAccount({ deauthorizedAt: NOW }))).toMatchObject(NOT_CONNECTED);
});

test.each([
  [["external_account"], "1 item outstanding."],
  [["external_account", "tos_acceptance.date"], "2 items outstanding."],
  [[], "0 items outstanding."],
])("L16 unfinished onboarding names what is left: %j", (requirementsDue, outstanding) => {
  const account = sampleAccount({ detailsSubmitted: false, chargesEnabled: false, requirementsDue });

  expect(refusalOf(samplePartner(), account)).toMatchObject({
    code: "stripe_onboarding_incomplete",
    title: "Stripe not connected",
    message: `Your Stripe account is linked but onboarding isn't complete. ${outstanding}`,
    action: { label: "Complete Setup", href: "/settings/stripe-connect" },
  });
});

test.each([
  ["requirements.past_due", "what it asked for is overdue (requirements.past_due)"],
  [null, "more information is needed"],
])("L17 charges that are off say why: %s", (disabledReason, reason) => {
  const account = sampleAccount({ chargesEnabled: false, disabledReason });

  expect(refusalOf(samplePartner(), account)).toMatchObject({
    code: "stripe_charges_disabled",
    title: "Stripe not connected",
    message: `Stripe has not enabled charges for your account: ${reason}.`,
    action: { label: "Complete Requirements", href: "/settings/stripe-connect" },
  });
});
