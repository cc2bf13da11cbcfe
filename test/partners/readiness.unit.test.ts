import { expect, test } from "vitest";
import { readinessLights } from "../../app/partners/readiness";
import { samplePortal } from "../portals/sample-portal";
import { sampleAccount, samplePartner } from "./sample-partner";

type Facts = Parameters<typeof readinessLights>[0];

const READY: Facts = {
  partner: samplePartner({ tier: "pro" }),
  account: sampleAccount(),
  portal: samplePortal(),
  portalUrl: "https://acme.topup.test",
  domain: { host: "credits.acme.example", status: "active" },
  emailDomain: { domain: "acme.example", status: "verified" },
  hasPlan: true,
  hasActivePlan: true,
  hasSale: true,
  hasEvent: true,
  role: "owner",
};

const light = (title: string, facts: Partial<Facts>) =>
  readinessLights({ ...READY, ...facts }).find((one) => one.title === title);

test("a partner that sells has eight lights, all of them green", () => {
  const lights = readinessLights(READY);
  expect(lights.map(({ title }) => title)).toEqual([
    "Paid tier",
    "Stripe",
    "Portal",
    "Domain",
    "E-mail domain",
    "Webhooks",
    "First credit plan",
    "First sale",
  ]);
  expect(new Set(lights.map(({ state }) => state))).toEqual(new Set(["ready"]));
});

test.each<[string, string, Partial<Facts>, string, string]>([
  [
    "no paid tier",
    "Paid tier",
    { partner: samplePartner({ tier: "free_forever" }) },
    "missing",
    "/settings/plan-tier",
  ],
  ["no Stripe account", "Stripe", { account: null }, "missing", "/settings/stripe-connect"],
  ["a portal that is off", "Portal", { portalUrl: null }, "missing", "/settings/portal#enabled"],
  [
    "no plan on offer",
    "First credit plan",
    { hasActivePlan: false },
    "missing",
    "/settings/customer-credit-plans",
  ],
  ["no domain of its own", "Domain", { domain: null }, "optional", "/settings/custom-domain"],
  [
    "a domain that leads elsewhere",
    "Domain",
    { domain: { host: "a.example", status: "moved" } },
    "missing",
    "/settings/custom-domain",
  ],
  [
    "a domain that nobody has checked",
    "Domain",
    { domain: { host: "a.example", status: "pending" } },
    "optional",
    "/settings/custom-domain",
  ],
  ["no domain for e-mails", "E-mail domain", { emailDomain: null }, "optional", "/settings/email-domain"],
  [
    "records that are missing",
    "E-mail domain",
    { emailDomain: { domain: "a.example", status: "failed" } },
    "missing",
    "/settings/email-domain",
  ],
  ["nothing heard of Stripe", "Webhooks", { hasEvent: false }, "optional", "/billing-and-invoices/webhooks"],
  [
    "nothing to hear of",
    "Webhooks",
    { hasEvent: false, account: null },
    "optional",
    "/billing-and-invoices/webhooks",
  ],
])("%s: the light of %s changes, with the way to mend it", (_what, title, facts, state, href) => {
  expect(light(title, facts)).toMatchObject({ state, action: { href } });
});

test("that nobody has bought yet is no mistake", () => {
  expect(light("First sale", { hasSale: false })?.state).toBe("optional");
});

test("a member is not led to a page that only owners may open", () => {
  const open = { domain: null, emailDomain: null, role: "member" as const };
  expect(light("Domain", open)?.action.href).toBe("/settings");
  expect(light("E-mail domain", open)?.action.href).toBe("/settings");
});
