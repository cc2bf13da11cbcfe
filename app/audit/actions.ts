/** What the audit log calls things, in words. An action that is not here is shown by its own name. */

const SENTENCES: Record<string, string> = {
  "plan.created": "Created a credit plan",
  "plan.updated": "Edited a credit plan",
  "plan.activated": "Switched a credit plan on",
  "plan.deactivated": "Switched a credit plan off",
  "plan.made_popular": "Marked a credit plan as popular",
  "plan.made_ordinary": "Took the popular mark from a credit plan",
  "plan.moved": "Moved a credit plan in the portal's order",
  "plan.deleted": "Deleted a credit plan",
  "customer.created": "Added a customer",
  "customer.signed_up": "Signed up in the portal",
  "customer.invited": "Invited a customer into the portal",
  "customer.portal_enabled": "Let a customer into the portal",
  "customer.blocked": "Blocked a customer",
  "customer.unblocked": "Unblocked a customer",
  "customer.updated": "Edited a customer",
  "customer.features_updated": "Changed a customer's features",
  "customer.plan_shown": "Showed a plan to a customer",
  "customer.plan_hidden": "Hid a plan from a customer",
  "customer.purchases_blocked": "Blocked a customer's purchases",
  "customer.purchases_allowed": "Allowed a customer's purchases",
  "customer.previewed": "Looked at the portal as a customer",
  "customer.language_chosen": "Chose a language",
  "credits.adjusted": "Added or deducted credits by hand",
  "purchase.released": "Gave the credits of a payment that differs",
  "refund.decided": "Decided about the credits of a refund or dispute",
  "member.invited": "Invited somebody to the team",
  "member.invited_again": "Sent an invitation again",
  "member.invitation_revoked": "Took an invitation back",
  "member.role_changed": "Changed somebody's role",
  "member.removed": "Took somebody off the team",
  "session.started": "Signed in without a new code",
  "session.ended": "Signed out in one place",
  "sessions.ended": "Signed out everywhere",
  "partner.plan_order_changed": "Changed the order of plans in the portal",
  "partner.refund_policy_changed": "Changed the refund policy",
  "partner.tier_changed": "Changed the plan tier",
  "account.disconnected": "Disconnected the Stripe account",
  "portal.opened": "Opened the portal",
  "portal.settings_changed": "Changed the portal's settings",
  "portal.logo_replaced": "Replaced the portal's logo",
  "portal.logo_removed": "Took the portal's logo away",
  "portal.favicon_replaced": "Replaced the portal's icon",
  "portal.favicon_removed": "Took the portal's icon away",
  "domain.claimed": "Entered a domain for the portal",
  "domain.removed": "Took the portal's domain away",
  "domain.pending": "Looked at the portal's domain: its records are missing",
  "domain.verifying": "Looked at the portal's domain: its records are there",
  "domain.issuing": "Looked at the portal's domain: its certificate is on the way",
  "domain.active": "Looked at the portal's domain: it leads to the portal",
  "domain.moved": "Looked at the portal's domain: it leads elsewhere now",
  "domain.failed": "Looked at the portal's domain: it cannot be used",
  "email.sent_again": "Sent an e-mail again",
  "email_kind.switched_on": "Switched a kind of e-mail on",
  "email_kind.switched_off": "Switched a kind of e-mail off",
  "email_domain.set": "Entered a domain for e-mails",
  "email_domain.sender_changed": "Changed whom e-mails come from",
  "email_domain.removed": "Took the domain of e-mails away",
  "webhook.replayed": "Replayed an event from Stripe",
  "reconcile.repaired": "Repaired a difference from Stripe",
  "wallet.restored": "Restored a lost wallet",
};

export const hasSentence = (action: string): boolean => Object.hasOwn(SENTENCES, action);

export const sentenceOf = (action: string): string =>
  (hasSentence(action) && SENTENCES[action]) || inWords(action);

/** What is before an action's point, with the label of its filter. */
export const AUDIT_GROUPS: readonly { value: string; label: string }[] = [
  { value: "plan", label: "Credit plans" },
  { value: "customer", label: "Customers" },
  { value: "credits", label: "Credits by hand" },
  { value: "purchase", label: "Purchases" },
  { value: "refund", label: "Refunds and disputes" },
  { value: "member", label: "Team" },
  { value: "session", label: "Signed in or out in one place" },
  { value: "sessions", label: "Signed out everywhere" },
  { value: "partner", label: "Workspace" },
  { value: "account", label: "Stripe account" },
  { value: "portal", label: "Portal" },
  { value: "domain", label: "Domain of the portal" },
  { value: "email", label: "E-mails sent again" },
  { value: "email_kind", label: "Kinds of e-mail" },
  { value: "email_domain", label: "Domain of e-mails" },
  { value: "webhook", label: "Webhooks" },
  { value: "reconcile", label: "Comparisons with Stripe" },
  { value: "wallet", label: "Wallets" },
];

/** "novelty.has_appeared" as "Novelty: has appeared". */
function inWords(action: string): string {
  const [noun = "", ...verb] = action.replaceAll("_", " ").split(".");
  const words = verb.length > 0 ? `${noun}: ${verb.join(" ")}` : noun;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
