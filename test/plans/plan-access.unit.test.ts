import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccessReason, planAccess } from "../../app/plans/plan-access";
import type { OfferedPlan } from "../../db/plans.server";
import type { ConnectedAccount, Customer, Partner, Portal } from "../../db/portals.server";
import { sampleAccount, samplePartner } from "../partners/sample-partner";
import { sampleCustomer, samplePortal } from "../portals/sample-portal";
import { NOW } from "../sample-time";
import { samplePlan } from "./sample-plan";

interface Changes {
  partner?: Partial<Partner>;
  account?: Partial<ConnectedAccount> | null;
  portal?: Partial<Portal>;
  customer?: Partial<Customer>;
  plan?: Partial<OfferedPlan>;
}

const access = ({ partner = {}, account = {}, portal = {}, customer = {}, plan = {} }: Changes = {}) =>
  planAccess(
    {
      partner: samplePartner(partner),
      account: account && sampleAccount(account),
      portal: samplePortal(portal),
      customer: sampleCustomer(customer),
    },
    samplePlan(plan),
  );

test("L4 a plan of a partner who may sell is seen and can be bought", () => {
  expect(access()).toEqual({ visible: true, purchasable: true, reasons: [] });
});

test("L149 a plan for selected customers is seen by those who were selected, and one for all by everybody else", () => {
  for (const plan of [{ audience: "selected", exception: "show" }, { exception: "show" }] as const) {
    expect(access({ plan })).toEqual({ visible: true, purchasable: true, reasons: [] });
  }
  expect(access({ plan: { audience: "selected", exception: "hide" } }).reasons).toEqual(["not_in_audience"]);
});

const HIDING: [string, AccessReason, Changes][] = [
  ["L12 the partner is on Free Forever", "tier_free_forever", { partner: { tier: "free_forever" } }],
  ["L137 the portal is off", "portal_disabled", { portal: { enabled: false } }],
  ["L136 the customer was never invited", "portal_access_off", { customer: { portalAccess: "none" } }],
  ["L136 the customer has not come in yet", "portal_access_off", { customer: { portalAccess: "invited" } }],
  ["L136 the customer is blocked", "portal_access_off", { customer: { portalAccess: "blocked" } }],
  ["L7 AI credits are off", "ai_credits_disabled", { customer: { aiCreditsEnabled: false } }],
  ["L138 the mailbox is unproven", "mailbox_not_verified", { customer: { emailVerifiedAt: null } }],
  ["L62 the plan is deleted", "plan_deleted", { plan: { deletedAt: NOW } }],
  ["L49 the plan is inactive", "plan_inactive", { plan: { active: false } }],
  ["the plan is hidden from this customer", "not_in_audience", { plan: { exception: "hide" } }],
  ["the plan is for selected customers", "not_in_audience", { plan: { audience: "selected" } }],
];

test.each(HIDING)("%s: the plan is hidden, and that is why", (_, reason, changes) => {
  expect(access(changes)).toEqual({ visible: false, purchasable: false, reasons: [reason] });
});

const PAUSING: [string, AccessReason, Changes][] = [
  ["L15 there is no Stripe account", "stripe_not_connected", { account: null }],
  ["B20 the account was disconnected", "stripe_not_connected", { account: { deauthorizedAt: NOW } }],
  [
    "L16 onboarding is not finished",
    "stripe_onboarding_incomplete",
    { account: { detailsSubmitted: false } },
  ],
  ["L139 charges are off", "stripe_charges_disabled", { account: { chargesEnabled: false } }],
  ["the customer may not buy", "purchases_blocked", { customer: { purchasesBlocked: true } }],
];

test.each(PAUSING)(
  "%s: the plan stays in sight and cannot be bought, and that is why",
  (_, reason, changes) => {
    expect(access(changes)).toEqual({ visible: true, purchasable: false, reasons: [reason] });
  },
);

describe("several reasons at once", () => {
  test("of Stripe's, only the one that comes first is told", () => {
    const account = { deauthorizedAt: NOW, detailsSubmitted: false, chargesEnabled: false };

    expect(access({ account }).reasons).toEqual(["stripe_not_connected"]);
    expect(access({ account: { ...account, deauthorizedAt: null } }).reasons).toEqual([
      "stripe_onboarding_incomplete",
    ]);
  });

  test("L134 any set of them is told whole, in the order in which a person would mend it", () => {
    fc.assert(
      fc.property(fc.subarray([...HIDING, ...PAUSING]), (chosen) => {
        // A reason has several ways to come about, and only one of them can be true at a time.
        const once = chosen.filter(isFirstOfItsReason);
        const changes = once.map(([, , change]) => change).reduce(together, {});
        const reasons = once.map(([, reason]) => reason).filter(isToldBesides(once));
        const hides = HIDING.some(([, reason]) => reasons.includes(reason));
        expect(access(changes)).toEqual({ visible: !hides, purchasable: reasons.length === 0, reasons });
      }),
    );
  });
});

type Case = (typeof HIDING)[number];

const isFirstOfItsReason = ([, reason]: Case, index: number, cases: Case[]) =>
  cases.findIndex(([, other]) => other === reason) === index;

// An account that is missing or unfinished has no later trouble to tell of.
const isToldBesides = (cases: Case[]) => (reason: AccessReason) => {
  if (!reason.startsWith("stripe_")) return true;
  return cases.find(([, other]) => other.startsWith("stripe_"))?.[1] === reason;
};

function together(one: Changes, other: Changes): Changes {
  return {
    partner: { ...one.partner, ...other.partner },
    account: one.account === null || other.account === null ? null : { ...one.account, ...other.account },
    portal: { ...one.portal, ...other.portal },
    customer: { ...one.customer, ...other.customer },
    plan: { ...one.plan, ...other.plan },
  };
}
