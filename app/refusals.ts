import { Refusal, type RefusalCode } from "./errors";
import type { RefusalWords } from "./i18n/refusal-words";
import type { Texts } from "./i18n/texts";
import { ENGLISH } from "./i18n/wording";
import { HOUR_MS, MINUTE_MS } from "./time";

/**
 * Every refusal of the product, said once, in the product's words and with its way out. What customers read has its
 * words in the dictionary, one for each language.
 */

function toCustomers(code: RefusalCode, words: (texts: Texts["refusals"]) => RefusalWords, href?: string) {
  const inWords = ({ refusals }: Texts) => {
    const { title, message, action } = words(refusals);
    return { code, title, message, ...(action && href && { action: { label: action, href } }) };
  };
  return new Refusal(inWords(ENGLISH.texts), inWords);
}

export const unauthorized = () => toCustomers("unauthorized", (texts) => texts.unauthorized, "/sign-in");

export const notFound = () => toCustomers("not_found", (texts) => texts.notFound);

export const formUnusable = () => toCustomers("validation_failed", (texts) => texts.formUnusable);

export const wrongOperatorToken = () =>
  new Refusal({
    code: "unauthorized",
    title: "This is not the operator's token",
    message: "Nothing was changed. Send `Authorization: Bearer` with the value of OPERATOR_TOKEN.",
  });

export const bodyUnusable = (why: string) =>
  new Refusal({
    code: "validation_failed",
    title: "This body cannot be used",
    message: `Nothing was changed. Send JSON as docs/contract.md describes it. ${why}`,
  });

export const notPermitted = (owner: string) =>
  new Refusal({
    code: "not_permitted",
    title: "Only the owner can do this",
    message: `Nothing was changed. Ask ${owner}.`,
    action: { label: "Back to Settings", href: "/settings" },
  });

export const lastOwner = () =>
  new Refusal({
    code: "last_owner",
    title: "Somebody has to be the owner",
    message: "Nothing was changed. Make somebody who has signed in an owner first.",
    action: { label: "Back to Team", href: "/settings/team" },
  });

export const upgradeRequired = () =>
  new Refusal({
    code: "upgrade_required",
    title: "Upgrade required",
    message:
      "You're on the Free Forever plan. Customer Credit Plans need a paid plan (Starter, Pro, or Enterprise).",
    action: { label: "Upgrade plan", href: "/settings/plan-tier" },
  });

export const customDomainNeedsUpgrade = () =>
  new Refusal({
    code: "upgrade_required",
    title: "Upgrade required",
    message: "You're on the Free Forever plan. A domain of your own needs Starter, Pro, or Enterprise.",
    action: { label: "Upgrade plan", href: "/settings/plan-tier" },
  });

/** A domain stays with a portal whose tier allows no other: a customer's link is not the partner's bill. */
export const domainStaysInUse = () =>
  new Refusal({
    code: "upgrade_required",
    title: "This domain goes on working",
    message:
      "You're on the Free Forever plan. Your customers, e-mails and payments keep using it, so no link breaks. Once it is removed or leads elsewhere, having one again needs Starter, Pro, or Enterprise.",
    action: { label: "Upgrade plan", href: "/settings/plan-tier" },
  });

export const customDomainsNotSetUp = (supportEmail: string) =>
  new Refusal({
    code: "portal_not_configured",
    title: "Custom domains are not set up here",
    message: `Your portal keeps the address that we gave it. Ask for a domain of your own at ${supportEmail}.`,
  });

export const customerLimitReached = (tier: string, limit: number) =>
  new Refusal({
    code: "upgrade_required",
    title: "Upgrade required",
    message: `Nothing was changed. ${tier} has room for ${limit} customers. Starter, Pro and Enterprise have no limit.`,
    action: { label: "Upgrade plan", href: "/settings/plan-tier" },
  });

export const invitationNotNeeded = (access: "active" | "blocked", customerId: string) =>
  new Refusal({
    code: "already_in",
    title: access === "active" ? "This customer is in your portal already" : "This customer is blocked",
    message:
      access === "active"
        ? "No invitation was sent. They sign in with their e-mail address."
        : "No invitation was sent. Unblock them first.",
    action: { label: "Open the customer", href: `/customers/${customerId}` },
  });

export const stripeNotConnected = () =>
  new Refusal({
    code: "stripe_not_connected",
    title: "Stripe not connected",
    message: "Complete Stripe Connect setup first.",
    action: { label: "Connect Stripe", href: "/settings/stripe-connect" },
  });

export const stripeOnboardingIncomplete = (outstanding: number) =>
  new Refusal({
    code: "stripe_onboarding_incomplete",
    title: "Stripe not connected",
    message: `Your Stripe account is linked but onboarding isn't complete. ${outstanding} ${outstanding === 1 ? "item" : "items"} outstanding.`,
    action: { label: "Complete Setup", href: "/settings/stripe-connect" },
  });

export const stripeChargesDisabled = (reason: string) =>
  new Refusal({
    code: "stripe_charges_disabled",
    title: "Stripe not connected",
    message: `Stripe has not enabled charges for your account: ${reason}.`,
    action: { label: "Complete Requirements", href: "/settings/stripe-connect" },
  });

export const switchUnclear = () =>
  new Refusal({
    code: "validation_failed",
    title: "Nothing was changed",
    message: "The form did not say whether to switch on or off. Please use the switch in the list.",
    action: { label: "Back to the list", href: "/settings/customer-credit-plans" },
  });

export const orderUnclear = () =>
  new Refusal({
    code: "validation_failed",
    title: "Nothing was changed",
    message: "The form did not say in which order to show the plans. Please choose one below the list.",
    action: { label: "Back to the list", href: "/settings/customer-credit-plans" },
  });

export const placeUnclear = () =>
  new Refusal({
    code: "validation_failed",
    title: "Nothing was changed",
    message: "The form did not say where to move the plan. Please use the arrows in the list.",
    action: { label: "Back to the list", href: "/settings/customer-credit-plans" },
  });

export const planNotFound = () => toCustomers("plan_not_found", (texts) => texts.planUnavailable, "/credits");

export const planUnavailable = () =>
  toCustomers("plan_unavailable", (texts) => texts.planUnavailable, "/credits");

/** Where a customer asks their provider; without an address of the partner, another one may sign in at least. */
const askAt = (supportEmail: string | null) => (supportEmail ? `mailto:${supportEmail}` : "/sign-in");

export const portalAccessDenied = (supportEmail: string | null) =>
  toCustomers("portal_access_denied", (texts) => texts.portalAccessDenied(supportEmail), askAt(supportEmail));

export const portalClosed = (supportEmail: string | null) =>
  toCustomers("portal_access_denied", (texts) => texts.portalClosed(supportEmail), askAt(supportEmail));

export const signUpClosed = (supportEmail: string | null) =>
  toCustomers("portal_access_denied", (texts) => texts.signUpClosed(supportEmail), askAt(supportEmail));

export const portalNotConfigured = () =>
  new Refusal({
    code: "portal_not_configured",
    title: "Set up your whitelabel portal first",
    message: "Nothing was changed. Your portal is missing or switched off, so no customer could come in.",
    action: { label: "Open portal settings", href: "/settings/portal" },
  });

export const reasonRequired = (customerId: string) =>
  new Refusal({
    code: "validation_failed",
    title: "Add a reason",
    message: "Nothing was changed. Say in a few words why, so that your colleagues know.",
    action: { label: "Back to the customer", href: `/customers/${customerId}/features#purchases` },
  });

export const nothingToPreview = (customerId: string) =>
  new Refusal({
    code: "portal_access_denied",
    title: "This customer does not come in",
    message: "There is nothing to preview: their portal access is off. Enable it or unblock them first.",
    action: { label: "Features & Add-ons", href: `/customers/${customerId}/features` },
  });

export const previewIsReadOnly = () =>
  new Refusal({
    code: "preview_is_read_only",
    title: "This is a preview",
    message: "Nothing was bought or changed: in a preview you can only look.",
    action: { label: "Back to credits", href: "/credits" },
  });

export const purchasesUnavailable = () =>
  toCustomers("purchases_unavailable", (texts) => texts.purchasesUnavailable, "/credits");

export const paymentSetupFailed = () =>
  toCustomers("payment_setup_failed", (texts) => texts.paymentSetupFailed, "/credits");

export const eventForgotten = () =>
  new Refusal({
    code: "event_forgotten",
    title: "This event cannot be replayed any more",
    message:
      "Nothing was changed. It was dealt with more than 90 days ago, and what Stripe sent was forgotten; what became of it stays in the list.",
    action: { label: "Back to the list", href: "/billing-and-invoices/webhooks" },
  });

/** Too many requests, after which a quarter of an hour helps. */
export const rateLimited = () =>
  toCustomers("rate_limited", (texts) => texts.rateLimited).after(15 * MINUTE_MS);

/** Too many wrong codes, which are counted for an hour. */
export const codesLocked = () => toCustomers("rate_limited", (texts) => texts.codesLocked).after(HOUR_MS);
