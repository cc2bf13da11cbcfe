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
  "partner.plan_order_changed": "Changed the order of plans in the portal",
  "partner.refund_policy_changed": "Changed the refund policy",
  "partner.tier_changed": "Changed the plan tier",
  "member.invited": "Invited somebody to the team",
  "member.invited_again": "Sent an invitation again",
  "member.invitation_revoked": "Took an invitation back",
  "member.role_changed": "Changed somebody's role",
  "member.removed": "Took somebody off the team",
  "credits.adjusted": "Added or deducted credits by hand",
  "customer.language_chosen": "Chose a language",
  "purchase.released": "Gave the credits of a payment that differs",
  "refund.decided": "Decided about the credits of a refund or dispute",
  "reconcile.repaired": "Repaired a difference from Stripe",
  "wallet.restored": "Restored a lost wallet",
  "webhook.replayed": "Replayed an event from Stripe",
};

export const sentenceOf = (action: string): string =>
  (Object.hasOwn(SENTENCES, action) && SENTENCES[action]) || inWords(action);

/** What is before an action's point, with the label of its filter. */
export const AUDIT_GROUPS: readonly { value: string; label: string }[] = [
  { value: "plan", label: "Credit plans" },
  { value: "customer", label: "Customers" },
  { value: "credits", label: "Credits by hand" },
  { value: "purchase", label: "Purchases" },
  { value: "refund", label: "Refunds and disputes" },
  { value: "member", label: "Team" },
  { value: "partner", label: "Workspace" },
  { value: "portal", label: "Portal" },
  { value: "email", label: "E-mail" },
  { value: "webhook", label: "Webhooks" },
  { value: "reconcile", label: "Comparisons with Stripe" },
  { value: "wallet", label: "Wallets" },
];

/** "portal.settings_changed" as "Portal: settings changed". */
function inWords(action: string): string {
  const [noun = "", ...verb] = action.replaceAll("_", " ").split(".");
  const words = verb.length > 0 ? `${noun}: ${verb.join(" ")}` : noun;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
