import type { Readiness } from "../../db/readiness.server";
import { isPermitted, type Role } from "./permission";
import {
  planStep,
  portalStep,
  type SetupFacts,
  type SetupStep,
  saleStep,
  stripeStep,
  tierStep,
} from "./setup";

/** `optional` is amber: it sells without, and better with it. */
export type LightState = "ready" | "optional" | "missing";

/** One thing that selling rests on, how it stands, and where it is mended. */
export interface Light {
  title: string;
  state: LightState;
  sentence: string;
  action: { label: string; href: string };
}

type ReadinessFacts = Pick<SetupFacts, "partner" | "account" | "portalUrl"> & Readiness & { role: Role };

/** What selling rests on, in the order in which it is set up. Whoever may not mend a thing is led to Settings. */
export const readinessLights = (facts: ReadinessFacts): Light[] => [
  asLight(tierStep(facts)),
  asLight(stripeStep(facts)),
  asLight(portalStep({ ...facts, hasPortal: facts.portal !== null })),
  domainLight(facts),
  emailLight(facts),
  webhookLight(facts),
  asLight(planStep(facts)),
  // Nothing is broken where nobody has bought yet.
  asLight(saleStep(facts), "optional"),
];

const asLight = ({ isDone, ...step }: SetupStep, undone: LightState = "missing"): Light => ({
  ...step,
  state: isDone ? "ready" : undone,
});

function domainLight({ domain, role }: ReadinessFacts): Light {
  const action = isPermitted(role, "change_portal_domain")
    ? { label: "Custom domain", href: "/settings/custom-domain" }
    : { label: "Settings", href: "/settings" };
  const light = (state: LightState, sentence: string) => ({ title: "Domain", state, sentence, action });
  if (!domain) return light("optional", "Your portal has the address that we gave it.");
  const { host, status } = domain;
  if (status === "active") return light("ready", `Customers find your portal at ${host}.`);
  if (status === "failed" || status === "moved")
    return light("missing", `${host} does not lead to your portal.`);
  return light("optional", `${host} is not checked yet.`);
}

function emailLight({ emailDomain, role }: ReadinessFacts): Light {
  const action = isPermitted(role, "change_email_domain")
    ? { label: "E-mail domain", href: "/settings/email-domain" }
    : { label: "Settings", href: "/settings" };
  const light = (state: LightState, sentence: string) => ({
    title: "E-mail domain",
    state,
    sentence,
    action,
  });
  if (!emailDomain) return light("optional", "E-mails come from our address, in your name.");
  const { domain, status } = emailDomain;
  if (status === "verified") return light("ready", `E-mails come from ${domain}.`);
  if (status === "failed")
    return light("missing", `Records of ${domain} are missing, so e-mails come from ours.`);
  return light("optional", `${domain} is not checked yet.`);
}

const webhookLight = ({ hasEvent, account }: ReadinessFacts): Light => ({
  title: "Webhooks",
  // Where nothing is connected, that is what is missing; there is nothing here to mend.
  state: hasEvent ? "ready" : "optional",
  sentence: hasEvent
    ? "Stripe tells us what happens on your account."
    : account
      ? "Stripe has told us nothing of your account yet."
      : "Stripe tells us nothing before it is connected.",
  action: { label: "Webhooks", href: "/billing-and-invoices/webhooks" },
});
